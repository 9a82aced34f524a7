import { HTTPError } from "./HTTPError.ts";
import { UnansweredHTTPError } from "./UnansweredHTTPError.ts";

/** `hasattr(e, 'read')`, and the same of all else that an HTTPError has from the answer it was raised for. */
export function hasAnswer(error: unknown): error is HTTPError {
  return error instanceof HTTPError && !(error instanceof UnansweredHTTPError);
}
