import { dictFromPairs } from "../python/containers/dictFromPairs.ts";
import type { HttpRequest } from "./HttpRequest.ts";
import { requestFields } from "./requestFields.ts";

/** `request.header_items()`: names and values in the order in which Python's dicts have them. */
export function headerItems(request: HttpRequest): [string, string][] {
  const fields = dictFromPairs(request.unredirectedHdrs).copy();
  fields.update(requestFields(request));
  return [...fields];
}
