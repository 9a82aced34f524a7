import { framedBodies } from "../framedBodies.ts";

/** `response.isclosed()`: all of its body has been read. */
export function isClosed(response: Response): boolean {
  return framedBodies.get(response)?.closed ?? true;
}
