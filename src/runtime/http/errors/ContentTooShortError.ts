import { IOError } from "../../python/exceptions/IOError.ts";

/** A download that ended before its announced length; `content` is what `urlretrieve` would have returned. */
export class ContentTooShortError extends IOError {
  override readonly name: string = "ContentTooShortError";
  readonly content: unknown;

  constructor(message: string, content: unknown) {
    super(message);
    this.content = content;
  }

  override get qualifiedName(): string {
    return "urllib.ContentTooShortError";
  }
}
