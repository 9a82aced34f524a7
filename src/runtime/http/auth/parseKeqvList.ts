import { IndexError } from "../../python/exceptions/IndexError.ts";
import { ValueError } from "../../python/exceptions/ValueError.ts";

/** `urllib2.parse_keqv_list`: values by their names, without quotation marks; a ValueError for a part without `=`, an IndexError for no value. */
export function parseKeqvList(parts: Iterable<string>): Map<string, string> {
  const parsed = new Map<string, string>();
  for (const part of parts) {
    const [, name, value = ""] = /^([^=]*)=([^]*)$/.exec(part) ?? [];
    if (name === undefined) throw new ValueError("need more than 1 value to unpack");
    if (value === "") throw new IndexError("string index out of range");
    parsed.set(name, value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value);
  }
  return parsed;
}
