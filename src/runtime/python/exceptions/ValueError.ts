import { StandardError } from "./StandardError.ts";

/** Raised for an argument of the right type and a wrong value. */
export class ValueError extends StandardError {
  override readonly name: string = "ValueError";
}
