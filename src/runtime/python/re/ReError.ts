import { Exception } from "../exceptions/Exception.ts";

/** `re.error`: raised for a text that is no regular expression. */
export class ReError extends Exception {
  override readonly name: string = "error";

  override get qualifiedName(): string {
    return "sre_constants.error";
  }
}
