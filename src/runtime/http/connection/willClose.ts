import { framedBodies } from "../framedBodies.ts";

/** `response.will_close`: the connection ends with this answer. */
export function willClose(response: Response): boolean | 1 {
  return framedBodies.get(response)?.closes ?? true;
}
