import { Exception } from "../exceptions/Exception.ts";

/** `zlib.error`. */
export class ZlibError extends Exception {
  override readonly name: string = "error";

  override get qualifiedName(): string {
    return "zlib.error";
  }
}
