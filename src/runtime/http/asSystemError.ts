import type { BaseException } from "../python/exceptions/BaseException.ts";
import { AttributeError } from "../python/exceptions/AttributeError.ts";
import { EnvironmentError } from "../python/exceptions/EnvironmentError.ts";

/** A URLError's reason where the script takes it for an error of a socket or file: an AttributeError, as Python's, where it is a text. */
export function asSystemError(reason: string | BaseException, attribute: string): EnvironmentError {
  if (reason instanceof EnvironmentError) return reason;
  throw new AttributeError(`'str' object has no attribute '${attribute}'`);
}
