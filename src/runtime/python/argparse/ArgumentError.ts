import { Exception } from "../exceptions/Exception.ts";
import type { Argument } from "./Argument.ts";

/** `argparse.ArgumentError`: what is wrong with an argument, or with its definition. */
export class ArgumentError extends Exception {
  override readonly name: string = "ArgumentError";

  constructor(argument: Argument, text: string) {
    const { title } = argument;
    super(title === null ? text : `argument ${title}: ${text}`);
  }

  override get qualifiedName(): string {
    return "argparse.ArgumentError";
  }
}
