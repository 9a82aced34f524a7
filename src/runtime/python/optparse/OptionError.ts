import { OptParseError } from "./OptParseError.ts";

/** An option is defined wrongly. Its text names the option: `option -x/--ex: invalid action: 'y'`. */
export class OptionError extends OptParseError {
  override readonly name: string = "OptionError";

  constructor(message: string, option: string) {
    super(option === "" ? message : `option ${option}: ${message}`);
  }
}
