import { headerLines } from "./headerLines.ts";
import type { HeaderSource } from "./responseHeaders.ts";

/** `str(response.info())`: the header fields, each on a line. */
export function headerText(source: HeaderSource): string {
  return headerLines(source).join("");
}
