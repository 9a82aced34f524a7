import { Dict } from "../containers/Dict.ts";
import type { CsvOptions } from "./CsvDialect.ts";

/** What `csv.DictReader` takes besides the lines. */
export interface CsvFieldOptions extends CsvOptions {
  readonly fieldNames?: readonly string[] | null;
  /** The key of what a longer record has left; None if it is not given. */
  readonly restKey?: string;
  /** What a shorter record's fields hold; None if it is not given. */
  readonly restValue?: string;
}

/** A record as a dict by its fields' names. */
export function csvFields(
  names: readonly string[],
  record: readonly string[],
  options: CsvFieldOptions,
): Dict<string, string | null> {
  // dict(zip(names, record)): one after the other.
  const fields = new Dict<string, string | null>();
  for (const [i, name] of names.entries()) {
    const value = record[i];
    if (value !== undefined) fields.set(name, value);
  }
  // A longer record's rest is a list under a key that may be None: none of the names that the script knows.
  const rest = fields as Dict<string | null, string | null | string[]>;
  if (names.length < record.length) rest.set(options.restKey ?? null, record.slice(names.length));
  else for (const name of names.slice(record.length)) fields.set(name, options.restValue ?? null);
  return fields;
}
