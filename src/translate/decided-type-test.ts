import { describeKinds } from "../analysis/describe.ts";
import { members } from "../analysis/join.ts";
import { typeTest } from "../analysis/type-test.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";

/** The outcome of a test of a type that has only one here, `isinstance(x, str)` where all is; null for another test. `written`: the test in TypeScript. */
export function decidedBy(context: Context, test: py.Expression, written: ts.Expression): boolean | null {
  if (written.type !== "Identifier" || (written.name !== "true" && written.name !== "false")) return null;
  const question = asked(test);
  return question.kind === "Call" || typeTest(question, context) ? written.name === "true" : null;
}

/** Reports such a test: a hazard of the script, or a guess of ours. */
export function reportDecided(context: Context, test: py.Expression, outcome: boolean): void {
  const { text, guess } = decidedText(context, test, outcome);
  context.report(guess ? "A0101" : "H0106", text, test);
}

/** What is to be said of it. `guess`: it rests on what a parameter is taken for, which may be another type in Python. */
export function decidedText(
  context: Context,
  test: py.Expression,
  outcome: boolean,
): { readonly text: string; readonly guess: boolean } {
  const guess = guessOf(context, asked(test));
  const source = context.source(test).replace(/\s+/g, " ");
  return { text: `${source} is always ${outcome ? "true" : "false"} ${guess ?? "here"}`, guess: guess !== null };
}

/** The question of `if not isinstance(x, str)`. */
const asked = (test: py.Expression): py.Expression =>
  test.kind === "UnaryOp" && test.op === "not" ? asked(test.operand) : test;

/** For which type a test is decided, where what it asks about is only taken for one: a `str` that might be unicode. */
function guessOf(context: Context, test: py.Expression): string | null {
  const subject = test.kind === "Call" ? test.args[0] : typeTest(test, context)?.subject;
  if (!subject) return null;
  const { facts } = context;
  const isGuessed =
    subject.kind === "Name"
      ? facts.guessed.has(context.module.bindings.symbols.get(subject)!)
      : subject.kind === "Attribute" &&
        members(context.typeOf(subject.value)).some((m) => {
          const cell = m.k === "instance" ? m.cls.findAttribute(subject.attr) : null;
          return cell !== null && facts.guessed.has(cell.root);
        });
  return isGuessed
    ? `for ${describeKinds(context.typeOf(subject))}, which ${context.source(subject)} is taken for`
    : null;
}
