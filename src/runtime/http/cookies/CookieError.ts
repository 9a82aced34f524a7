import { Exception } from "../../python/exceptions/Exception.ts";

/** `Cookie.CookieError`: a name that no cookie may have, or an attribute that there is not. */
export class CookieError extends Exception {
  override readonly name: string = "CookieError";

  override get qualifiedName(): string {
    return "Cookie.CookieError";
  }
}
