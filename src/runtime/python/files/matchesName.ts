/** `fnmatch.fnmatchcase(name, pattern)`: `*`, `?`, `[seq]` and `[!seq]`. */
export function matchesName(name: string, pattern: string): boolean {
  let source = "";
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === "*") source += ".*";
    else if (character === "?") source += ".";
    else if (character === "[") {
      let end = at + 1;
      if (pattern[end] === "!") end++;
      if (pattern[end] === "]") end++;
      while (end < pattern.length && pattern[end] !== "]") end++;
      if (end >= pattern.length) source += "\\[";
      else {
        const set = pattern
          .slice(at + 1, end)
          .replaceAll("\\", "\\\\")
          .replaceAll("[", "\\[");
        const [first] = set;
        source +=
          first === "!"
            ? `[^${set.slice(1).replace(/^]/, "\\]")}]`
            : `[${first === "^" || first === "]" ? `\\${set}` : set}]`;
        at = end;
      }
    } else source += character.replace(/[\\^$.|+(){}\]/]/, "\\$&");
  }
  return new RegExp(`^(?:${source})$`, "s").test(name);
}
