import { OptionError } from "./OptionError.ts";

/** Two options of one parser have the same name. */
export class OptionConflictError extends OptionError {
  override readonly name: string = "OptionConflictError";
}
