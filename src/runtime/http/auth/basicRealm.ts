/**
 * The scheme and realm of a challenge (`WWW-Authenticate`), as `urllib2`'s pattern for Basic finds them, null if there is
 * none: of several schemes that follow commas the last, else the first. (That pattern itself can take hours.)
 */
export function basicRealm(challenge: string): { readonly scheme: string; readonly realm: string } | null {
  let found: { readonly scheme: string; readonly realm: string } | null = null;
  let afterComma = false;
  for (const match of challenge.matchAll(/[ \t]realm=/gi)) {
    const before = challenge.slice(0, match.index).replace(/[ \t]+$/, "");
    const start = Math.max(before.lastIndexOf(" "), before.lastIndexOf("\t")) + 1;
    const word = before.slice(start);
    if (word === "") continue;
    const comma = word.lastIndexOf(",", word.length - 2);
    const isAfterComma =
      comma >= 0 ||
      before
        .slice(0, start)
        .replace(/[ \t]+$/, "")
        .endsWith(",");
    if (found !== null && !isAfterComma) continue;
    if (found !== null && !afterComma && !isAfterComma) continue;
    afterComma = isAfterComma;
    found = { scheme: word.slice(comma + 1), realm: realmAt(challenge.slice(match.index + match[0].length)) };
  }
  return found;
}

function realmAt(text: string): string {
  const [, , quoted] = /^(["'])([^"']*)\1/.exec(text) ?? [];
  return quoted ?? /^[^"']*/.exec(text)?.[0] ?? "";
}
