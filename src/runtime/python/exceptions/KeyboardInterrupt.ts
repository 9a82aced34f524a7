import { BaseException } from "./BaseException.ts";

/** Raised when the user interrupts the program; `except Exception` does not catch it. */
export class KeyboardInterrupt extends BaseException {
  override readonly name: string = "KeyboardInterrupt";
}
