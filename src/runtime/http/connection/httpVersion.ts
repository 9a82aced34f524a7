import { framedBodies } from "../framedBodies.ts";

/** `response.version`: 11 for HTTP/1.1, 10 for HTTP/1.0, 9 for an answer without a head. */
export function httpVersion(response: Response): number {
  return framedBodies.get(response)?.version ?? 11;
}
