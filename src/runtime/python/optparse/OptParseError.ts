import { Exception } from "../exceptions/Exception.ts";

/** Base of what optparse raises. */
export class OptParseError extends Exception {
  override readonly name: string = "OptParseError";

  override get qualifiedName(): string {
    return `optparse.${this.name}`;
  }
}
