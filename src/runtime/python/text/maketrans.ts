import { ValueError } from "../exceptions/ValueError.ts";
import { decodeText } from "./decodeText.ts";
import { encodeText } from "./encodeText.ts";

/** `string.maketrans(from, to)`: the table of 256 bytes for `translate`. */
export function maketrans(from: string, to: string): string {
  const [sources, targets] = [encodeText(from), encodeText(to)];
  if (sources.length !== targets.length) throw new ValueError("maketrans arguments must have same length");
  const table = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  for (const [index, source] of sources.entries()) table[source] = targets[index] ?? source;
  return decodeText(table);
}
