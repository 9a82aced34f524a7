import { strip } from "../../python/text/strip.ts";

/** `urllib2.parse_http_list`: the parts of a list at its commas; those within quotation marks are none. */
export function parseHttpList(text: string): string[] {
  const found: string[] = [];
  let part = "";
  let quoted = false;
  let escaped = false;
  for (const character of text) {
    if (!escaped && quoted && character === "\\") {
      escaped = true;
      continue;
    }
    if (!escaped && character === '"') quoted = !quoted;
    if (!escaped && !quoted && character === ",") {
      found.push(part);
      part = "";
    } else part += character;
    escaped = false;
  }
  if (part !== "") found.push(part);
  return found.map((one) => strip(one));
}
