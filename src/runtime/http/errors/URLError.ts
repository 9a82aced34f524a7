import type { BaseException } from "../../python/exceptions/BaseException.ts";
import { argumentText } from "../../python/exceptions/argumentText.ts";
import type { EnvironmentError } from "../../python/exceptions/EnvironmentError.ts";
import { IOError } from "../../python/exceptions/IOError.ts";

/** The request could not be made: `reason` is a text, or the error of the connection. */
export class URLError extends IOError {
  override readonly name: string = "URLError";
  /** An error of the connection is an EnvironmentError; a program's own may be made from any other, which is rare enough not to be typed. */
  reason: string | EnvironmentError;

  constructor(reason: string | BaseException) {
    super(reason);
    this.reason = reason as string | EnvironmentError;
    // Python's class sets its arguments without its base's constructor, which alone keeps a message.
    this.soleArgument = "";
    if (typeof reason !== "string") this.cause = reason.cause;
  }

  override get qualifiedName(): string {
    return "urllib2.URLError";
  }

  override toString(): string {
    return `<urlopen error ${argumentText(this.reason)}>`;
  }
}
