import { Exception } from "../exceptions/Exception.ts";

/** `binascii.Error`. */
export class BinasciiError extends Exception {
  override readonly name: string = "Error";

  override get qualifiedName(): string {
    return "binascii.Error";
  }
}
