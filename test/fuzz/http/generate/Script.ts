import type { Tape } from "../../tape.ts";
import { Choices } from "../Choices.ts";
import type { ReplyStep } from "../reply.ts";
import { answer } from "./answer.ts";

/** A program while it is made: what its server replies, what stands above its steps, and the choices of the step that is written. */
export class Script {
  readonly replies = new Map<string, (readonly ReplyStep[])[]>();
  /** Definitions by what they define, in the order in which they are needed. */
  readonly prelude = new Map<string, readonly string[]>();
  g: Choices;

  constructor(tape: Tape) {
    this.g = new Choices(tape);
  }

  /** The path of a new page, whose answers are made at random. */
  page(): string {
    const path = `/${this.replies.size}`;
    this.replies.set(
      path,
      this.g.several(1, this.g.chance(1, 3) ? 3 : 1, () => answer(this.g)),
    );
    return path;
  }

  /** A name that the lines define above all steps. */
  defined(name: string, lines: readonly string[]): string {
    if (!this.prelude.has(name)) this.prelude.set(name, lines);
    return name;
  }
}

export const indented = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split("\n")).map((line) => `    ${line}`);
