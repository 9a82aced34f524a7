import { Exception } from "../exceptions/Exception.ts";
import { str } from "../repr/str.ts";

/** `subprocess.CalledProcessError`: a program ended with another status than 0. */
export class CalledProcessError extends Exception {
  override readonly name: string = "CalledProcessError";
  readonly returncode: number;
  readonly cmd: unknown;
  readonly output: string | null;

  constructor(returncode: number, cmd: unknown, output: string | null = null) {
    super();
    this.returncode = returncode;
    this.cmd = cmd;
    this.output = output;
  }

  override get qualifiedName(): string {
    return "subprocess.CalledProcessError";
  }

  override toString(): string {
    return `Command '${str(this.cmd)}' returned non-zero exit status ${this.returncode}`;
  }
}
