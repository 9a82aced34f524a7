import { IOError } from "../../python/exceptions/IOError.ts";

/** `cookielib.LoadError`: a file is no cookie file, or a broken one. */
export class LoadError extends IOError {
  override readonly name: string = "LoadError";

  override get qualifiedName(): string {
    return "cookielib.LoadError";
  }
}
