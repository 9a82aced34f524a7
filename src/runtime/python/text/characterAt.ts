import { IndexError } from "../exceptions/IndexError.ts";

/** `s[index]` of a `unicode`: a character. Negative indexes count from the end. */
export function characterAt(text: string, index: number): string {
  const character = [...text].at(index);
  if (character === undefined) throw new IndexError("string index out of range");
  return character;
}
