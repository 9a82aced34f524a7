import { Exception } from "../exceptions/Exception.ts";

/** `thread.error`. */
export class ThreadError extends Exception {
  override readonly name: string = "error";

  override get qualifiedName(): string {
    return "thread.error";
  }
}
