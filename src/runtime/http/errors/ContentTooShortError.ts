import { IOError } from "../../python/exceptions/IOError.ts";

/** A download that ended before its announced length; `content` is what `urlretrieve` would have returned. */
export class ContentTooShortError extends IOError {
  override readonly name: string = "ContentTooShortError";
  readonly content: readonly [filename: string, headers: Headers];

  constructor(message: string, content: readonly [filename: string, headers: Headers]) {
    super(message);
    this.content = content;
  }

  override get qualifiedName(): string {
    return "urllib.ContentTooShortError";
  }
}
