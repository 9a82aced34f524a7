import { type Type } from "../analysis/types.ts";
import { binary, conditional, id, logical } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { CallEmit } from "./entry.ts";
import { members } from "../analysis/join.ts";

/** The types of answers, which must be waited for to be read. */
export const ANSWERS: readonly string[] = ["urllib2.Response", "urllib2.HTTPError"];

export const isAnswer = (m: Type): boolean => m.k === "lib" && ANSWERS.includes(m.name);

/** The test that tells the answers that a value of the type may be from all else: `fp instanceof Response`. */
export function answerTest(runtime: CallEmit["runtime"], value: ts.Expression, type: Type): ts.Expression {
  const names = members(type).flatMap((m) => (m.k === "lib" && isAnswer(m) ? [m.name] : []));
  const tests = names.map((name): ts.Expression =>
    binary("instanceof", value, name === "urllib2.HTTPError" ? runtime("http", "HTTPError") : id("Response")),
  );
  return tests.reduce((all, test) => logical("||", all, test));
}

/** Writes what is done with an argument for an answer, or for anything else; where it may be either, the running program asks. */
export function answerOrElse(
  c: CallEmit,
  name: string,
  ofAnswer: (value: ts.Expression) => ts.Expression,
  ofOther: (value: ts.Expression) => ts.Expression,
): ts.Expression {
  const all = members(c.type(name));
  if (!all.some(isAnswer)) return ofOther(c.ts(name));
  if (all.every(isAnswer)) return ofAnswer(c.ts(name));
  return conditional(answerTest(c.runtime, c.ts(name), c.type(name)), ofAnswer(c.ts(name)), ofOther(c.ts(name)));
}
