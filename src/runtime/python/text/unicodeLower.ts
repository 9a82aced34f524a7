/** `u.lower()` of a `unicode`: character by character, one for one. */
export function unicodeLower(text: string): string {
  return Array.from(text, (character) => {
    const changed = character.toLowerCase();
    // "İ" is the one that JavaScript makes two of.
    return character === "\u0130" ? "i" : Array.from(changed).length === 1 ? changed : character;
  }).join("");
}
