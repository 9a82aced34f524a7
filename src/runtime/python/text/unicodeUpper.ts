/** `unicode.upper()`: character by character, where JavaScript may make two of one ("ß"). */
export function unicodeUpper(text: string): string {
  return Array.from(text, (character) => {
    const changed = character.toUpperCase();
    return Array.from(changed).length === 1 ? changed : character;
  }).join("");
}
