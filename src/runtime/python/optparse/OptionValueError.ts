import { OptParseError } from "./OptParseError.ts";

/** An option's value is not of its type. On the command line it becomes a usage error; as a default it is raised. */
export class OptionValueError extends OptParseError {
  override readonly name: string = "OptionValueError";
}
