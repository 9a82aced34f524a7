import { PyTypeError } from "../../python/exceptions/PyTypeError.ts";
import { quote } from "./quote.ts";

/** `urllib.quote_plus`: `quote` for the values of a form, where a space becomes `+`. */
export function quotePlus(text: string | Uint8Array | null, safe = ""): string {
  if (text === null) throw new PyTypeError("argument of type 'NoneType' is not iterable");
  return quote(text, `${safe} `).replaceAll(" ", "+");
}
