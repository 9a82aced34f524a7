import { Exception } from "../exceptions/Exception.ts";

/** `struct.error`. */
export class StructError extends Exception {
  override readonly name: string = "error";

  override get qualifiedName(): string {
    return "struct.error";
  }
}
