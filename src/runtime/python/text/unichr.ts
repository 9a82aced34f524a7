import { ValueError } from "../exceptions/ValueError.ts";

/** `unichr(code)`: a `unicode` of one character. */
export function unichr(code: number): string {
  if (code >= 0 && code < 0x110000) return String.fromCodePoint(code);
  throw new ValueError("unichr() arg not in range(0x110000) (wide Python build)");
}
