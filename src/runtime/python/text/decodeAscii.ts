import { LookupError } from "../exceptions/LookupError.ts";
import { UnicodeDecodeError } from "../exceptions/UnicodeDecodeError.ts";
import { toByteString } from "./toByteString.ts";

/** `s.decode('ascii', errors)`: by default a UnicodeDecodeError for the first byte that is not ASCII. */
export function decodeAscii(text: string, errors = "strict"): string {
  const bytes = toByteString(text);
  const at = bytes.search(/[\x80-\xff]/);
  if (at < 0) return text;
  if (errors === "strict") throw new UnicodeDecodeError("ascii", text, at, at + 1, "ordinal not in range(128)");
  if (errors !== "ignore" && errors !== "replace") throw new LookupError(`unknown error handler name '${errors}'`);
  return bytes.replace(/[\x80-\xff]/g, errors === "ignore" ? "" : "\ufffd");
}
