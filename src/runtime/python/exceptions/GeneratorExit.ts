import { BaseException } from "./BaseException.ts";

/** Raised inside a generator that is closed before its end. */
export class GeneratorExit extends BaseException {
  override readonly name: string = "GeneratorExit";
}
