import { ValueError } from "../../python/exceptions/ValueError.ts";
import { strip } from "../../python/text/strip.ts";

/** `name="value", …` of a challenge by name; commas within quotes are no separators. A ValueError for a part without `=`. */
export function parseChallenge(text: string): Map<string, string> {
  const parsed = new Map<string, string>();
  for (const part of parts(text)) {
    const [, name, value = ""] = /^([^=]*)=([^]*)$/.exec(part) ?? [];
    if (name === undefined) throw new ValueError("need more than 1 value to unpack");
    parsed.set(name, value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value);
  }
  return parsed;
}

function parts(text: string): string[] {
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
