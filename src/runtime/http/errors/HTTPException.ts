import { Exception } from "../../python/exceptions/Exception.ts";

/** `httplib.HTTPException`: an answer that is not HTTP. Neither a URLError nor an IOError. */
export class HTTPException extends Exception {
  override readonly name: string = "HTTPException";

  override get qualifiedName(): string {
    return `httplib.${this.name}`;
  }
}
