import { HTTPException } from "./HTTPException.ts";

/** A line of the answer's head is over 65536 bytes; `kind` says which. */
export class LineTooLong extends HTTPException {
  override readonly name: string = "LineTooLong";

  constructor(kind: string) {
    super(`got more than 65536 bytes when reading ${kind}`);
  }
}
