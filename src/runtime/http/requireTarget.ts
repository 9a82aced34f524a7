import { UntranslatedError } from "../python/exceptions/UntranslatedError.ts";
import { HttpRequest } from "./HttpRequest.ts";

/** A URL or a request, where a variable may hold something else as well: urllib2 asks such an object for what it needs. */
export function requireTarget(x: unknown): string | HttpRequest {
  if (typeof x === "string" || x instanceof HttpRequest) return x;
  throw new UntranslatedError("U0104", "what is opened is neither a URL nor a Request");
}
