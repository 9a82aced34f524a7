import { ValueError } from "../exceptions/ValueError.ts";
import { fromByteString } from "./fromByteString.ts";
import { toByteString } from "./toByteString.ts";

/** `s.translate(table, deleted)` of a `str`: without the deleted bytes, and each other byte as the table of 256 says; null changes none. */
export function translate(text: string, table: string | null, deleted = ""): string {
  const map = table === null ? null : toByteString(table);
  if (map !== null && map.length !== 256) throw new ValueError("translation table must be 256 characters long");
  const gone = toByteString(deleted);
  let result = "";
  for (const byte of toByteString(text)) {
    if (!gone.includes(byte)) result += map === null ? byte : map.charAt(byte.charCodeAt(0));
  }
  return fromByteString(result);
}
