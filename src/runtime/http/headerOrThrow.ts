import { KeyError } from "../python/exceptions/KeyError.ts";
import { header } from "./header.ts";

/** `response.info()[name]`: the field's value, or a KeyError with the name in lower case, as in Python. */
export function headerOrThrow(response: { readonly headers: Headers }, name: string): string {
  const value = header(response, name);
  if (value === null) throw new KeyError(name.toLowerCase());
  return value;
}
