import { HTTPError } from "./HTTPError.ts";
import { UnansweredHTTPError } from "./UnansweredHTTPError.ts";

// For the type alone: where an HTTPError has no answer, it is an HTTPError still.
declare const answered: unique symbol;

/** `hasattr(e, 'read')`, and the same of all else that an HTTPError has from the answer it was raised for. */
export function hasAnswer(error: unknown): error is HTTPError & { readonly [answered]: true } {
  return error instanceof HTTPError && !(error instanceof UnansweredHTTPError);
}
