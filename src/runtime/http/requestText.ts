import { decodeText } from "../python/text/decodeText.ts";
import type { HttpRequest } from "./HttpRequest.ts";

/** `request.get_data()` as text; null if the request has none. */
export function requestText(request: HttpRequest): string | null {
  const data = request.getData();
  return data instanceof Uint8Array ? decodeText(data) : data;
}
