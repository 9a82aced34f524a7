import { KeyError } from "../python/exceptions/KeyError.ts";
import { header } from "./header.ts";
import type { HeaderSource } from "./responseHeaders.ts";

/** `response.info()[name]`: the field's value, or a KeyError with the name in lower case, as in Python. */
export function headerOrThrow(source: HeaderSource, name: string): string {
  const value = header(source, name);
  if (value === null) throw new KeyError(name.toLowerCase());
  return value;
}
