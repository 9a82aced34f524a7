import { OptParseError } from "./OptParseError.ts";

/** The command line has an option that there is not, or an abbreviation of several. */
export class BadOptionError extends OptParseError {
  override readonly name: string = "BadOptionError";
}
