/** `u.upper()` of a `unicode`: character by character, one for one, where JavaScript may make two of one ("ß"). */
export function unicodeUpper(text: string): string {
  return Array.from(text, upperCharacter).join("");
}

function upperCharacter(character: string): string {
  const changed = character.toUpperCase();
  if (Array.from(changed).length === 1) return changed;
  // Greek with an iota below has one character for its upper case.
  if (/[\u1f80-\u1f87\u1f90-\u1f97\u1fa0-\u1fa7]/.test(character)) return shifted(character, 8);
  return /[\u1fb3\u1fc3\u1ff3]/.test(character) ? shifted(character, 9) : character;
}

const shifted = (character: string, by: number): string => String.fromCharCode(character.charCodeAt(0) + by);
