import { UntranslatedError } from "../../python/exceptions/UntranslatedError.ts";
import { HTTPError } from "./HTTPError.ts";
import { UnansweredHTTPError } from "./UnansweredHTTPError.ts";

type Arguments = ConstructorParameters<typeof HTTPError>;

/** `urllib2.HTTPError(url, code, msg, hdrs, fp)`, where `fp` may be None. */
export function httpErrorOf(...[url, status, reason, headers, fp]: Arguments): HTTPError {
  if (fp === null) return new UnansweredHTTPError(url, status, reason, headers);
  if (typeof fp === "object" && !("body" in fp))
    throw new UntranslatedError("U0104", "an HTTPError of what is no answer");
  return new HTTPError(url, status, reason, headers, fp);
}
