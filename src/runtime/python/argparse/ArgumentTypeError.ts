import { Exception } from "../exceptions/Exception.ts";

/** `argparse.ArgumentTypeError`: what a script's own conversion of an argument raises; its text is the usage error's. */
export class ArgumentTypeError extends Exception {
  override readonly name: string = "ArgumentTypeError";

  override get qualifiedName(): string {
    return "argparse.ArgumentTypeError";
  }
}
