import { Dict } from "../python/containers/Dict.ts";
import type { HttpRequest } from "./HttpRequest.ts";

/** `request.headers`: the header fields under the names that `addHeader` gives them, as a dict that may be changed. */
export function requestFields(request: HttpRequest): Dict<string, string> {
  const { headers } = request;
  if (headers instanceof Dict) return headers;
  const fields = new Dict<string, string>();
  // Those that were given in a dict have come in its order.
  for (const [name] of new Dict(request.written))
    fields.set(name.charAt(0).toUpperCase() + name.slice(1).toLowerCase(), "");
  for (const [name, value] of headers) fields.set(name, value);
  request.headers = fields;
  return fields;
}
