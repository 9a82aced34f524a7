import { HTTPException } from "./HTTPException.ts";

/** A URL that httplib refuses to send: spaces, control or non-ASCII characters, or a port that is no number. */
export class InvalidURL extends HTTPException {
  override readonly name: string = "InvalidURL";
}
