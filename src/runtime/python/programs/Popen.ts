import { ValueError } from "../exceptions/ValueError.ts";
import { encodeText } from "../text/encodeText.ts";
import { ProgramOutput } from "./ProgramOutput.ts";
import type { ProgramOptions } from "./ProgramOptions.ts";
import { commandLine, type ProgramResult, requireProgram, runProgram } from "./runProgram.ts";

/** What there is for a stream that is a pipe; null for one that is not, and either where the options do not tell. */
type Piped<O extends ProgramOptions, Name extends "stdin" | "stdout" | "stderr", T> = Name extends keyof O
  ? O[Name] extends "pipe"
    ? T
    : "pipe" extends O[Name]
      ? T | null
      : null
  : null;

/**
 * `subprocess.Popen`: a program, run to its end where it is started, or, when it reads what the script writes, where that is complete.
 * Of its type are the streams that are pipes, `Popen<{ stdout: "pipe" }>`, and no other options.
 */
export class Popen<O extends ProgramOptions = object> {
  /** None until the script has waited for it. */
  returncode: number | null = null;
  readonly stdout: Piped<O, "stdout", ProgramOutput>;
  readonly stderr: Piped<O, "stderr", ProgramOutput>;
  readonly stdin: Piped<O, "stdin", ProgramInput>;
  readonly #input: ProgramInput | null;
  readonly #command: string | readonly string[];
  readonly #options: ProgramOptions;
  #result: ProgramResult | null = null;

  constructor(command: string | readonly string[], options?: ProgramOptions & NoInfer<O>) {
    this.#command = command;
    this.#options = options ?? {};
    const { stdin, stdout, stderr } = this.#options;
    this.#input = stdin === "pipe" ? new ProgramInput() : null;
    this.stdin = this.#input as Piped<O, "stdin", ProgramInput>;
    this.stdout = (stdout === "pipe" ? new ProgramOutput(() => this.#run().stdout ?? "") : null) as Piped<
      O,
      "stdout",
      ProgramOutput
    >;
    this.stderr = (stderr === "pipe" ? new ProgramOutput(() => this.#run().stderr ?? "") : null) as Piped<
      O,
      "stderr",
      ProgramOutput
    >;
    if (this.#input === null) this.#run();
    else requireProgram(commandLine(command, this.#options)[0] ?? "", this.#options);
  }

  /** What is left of its output and errors, after it has read `input`; None for each that is no pipe. */
  communicate(input: string | null = null): [Piped<O, "stdout", string>, Piped<O, "stderr", string>] {
    if (input !== null) this.#input?.write(input);
    this.#input?.close();
    const output = [this.stdout?.read() ?? null, this.stderr?.read() ?? null];
    this.wait();
    return output as [Piped<O, "stdout", string>, Piped<O, "stderr", string>];
  }

  wait(): number {
    this.returncode = this.#run().status;
    return this.returncode;
  }

  /** It has ended, unless it still reads. */
  poll(): number | null {
    return this.#result === null && this.#input?.closed === false ? null : this.wait();
  }

  #run(): ProgramResult {
    const input = this.#input?.take() ?? null;
    this.#result ??= runProgram(this.#command, this.#options, input);
    return this.#result;
  }
}

/** `p.stdin`: kept until the program runs. */
export class ProgramInput {
  closed = false;
  #text = "";

  write(text: string): void {
    if (this.closed) throw new ValueError("I/O operation on closed file");
    this.#text += text;
  }

  close(): void {
    this.closed = true;
  }

  /** All that was written, for the program; there can be no more. */
  take(): Uint8Array {
    this.closed = true;
    return encodeText(this.#text);
  }
}
