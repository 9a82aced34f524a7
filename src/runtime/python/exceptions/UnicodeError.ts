import { ValueError } from "./ValueError.ts";

/** Base of the errors of encoding and decoding. */
export class UnicodeError extends ValueError {
  override readonly name: string = "UnicodeError";
}
