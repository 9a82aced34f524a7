/** `unicode.lower()`: character by character, where JavaScript may make two of one ("ß"). */
export function unicodeLower(text: string): string {
  return Array.from(text, (character) => {
    const changed = character.toLowerCase();
    return Array.from(changed).length === 1 ? changed : character;
  }).join("");
}
