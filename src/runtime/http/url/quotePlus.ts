import { quote } from "./quote.ts";

/** `urllib.quote_plus`: `quote` for the values of a form, where a space becomes `+`. */
export function quotePlus(text: string | Uint8Array, safe = ""): string {
  return quote(text, `${safe} `).replaceAll(" ", "+");
}
