import { Dict } from "./Dict.ts";
import type { RecordDict } from "./RecordDict.ts";

/** A dict literal with known keys. One that gets its keys later starts with some of them, or none. */
export function record<T extends object>(fields: Partial<T>): RecordDict<T> {
  const entries = Object.entries(fields) as [keyof T & string, T[keyof T]][];
  return new Dict(entries) as RecordDict<T>;
}
