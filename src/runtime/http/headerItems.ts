import { Dict } from "../python/containers/Dict.ts";
import type { HttpRequest } from "./HttpRequest.ts";

/** `request.header_items()`: names and values in the order in which Python's dicts have them. */
export function headerItems(request: HttpRequest): [string, string][] {
  const given = new Dict<string, string>();
  for (const [name] of new Dict(request.written))
    given.set(name.charAt(0).toUpperCase() + name.slice(1).toLowerCase(), "");
  for (const [name, value] of request.headers) given.set(name, value);
  const fields = new Dict([...request.unredirectedHdrs]).copy();
  fields.update(given);
  return [...fields];
}
