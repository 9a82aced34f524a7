import { type Type } from "../analysis/types.ts";
import { arrow, call, conditional, id, method } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { answerTest, isAnswer } from "../library/answers.ts";
import type { FunctionEntry } from "../library/entry.ts";
import { library } from "../library/index.ts";
import { isSink, sink } from "../library/sinks.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression, isMark } from "./expression.ts";
import { isQuiet } from "./quiet.ts";
import { isBytes, only } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";
import { valueEmit } from "./library-value.ts";

/** Writes the call of one method on an object of these types. */
type Write = (entry: FunctionEntry, object: ts.Expression, type: Type) => ts.Expression;

/**
 * A method of a value that is an answer or something else, an open file say; null where it is neither:
 *   fp.read()  →  fp instanceof Response ? readText(fp) : fp.read()
 */
export function eitherMethod(context: Context, func: py.Attribute, write: Write): ts.Expression | null {
  const type = context.typeOf(func.value);
  const [answers, others] = [members(type).filter(isAnswer), members(type).filter((m) => !isAnswer(m))];
  const [ofAnswer, ofOther] = [answers, others].map((some) => commonMethod(some, func.attr));
  if (!ofAnswer || !ofOther) return null;
  return eitherOf(context, func.value, (object) => [
    write(ofAnswer, object, union(answers)),
    write(ofOther, object, union(others)),
  ]);
}

/** `write`, `writelines`, `flush` and `close` of a stream that may be of several kinds; null for anything else. */
export function sinkMethod(context: Context, node: py.Call, func: py.Attribute): ts.Expression | null {
  const type = context.typeOf(func.value);
  if (!isSink(type) || node.keywords.length > 0 || node.starargs || node.kwargs) return null;
  if (func.attr === "close" && node.args.length === 0)
    return call(context.runtime("python", "closeStream"), [expression(context, func.value)]);
  const [arg, ...more] = node.args;
  const given = arg ? context.typeOf(arg) : null;
  const isGiven =
    func.attr === "flush"
      ? given === null
      : given !== null &&
        (func.attr === "write" ? isPlainText(given) : only(given, "list") && isPlainText(itemOf(given)));
  if (!isGiven || more.length > 0 || !["write", "writelines", "flush"].includes(func.attr)) return null;
  const stream = sink((barrel, name) => context.runtime(barrel, name), expression(context, func.value), type);
  return method(
    stream,
    func.attr,
    node.args.map((e) => expression(context, e)),
  );
}

const itemOf = (type: Type): Type => union(members(type).map((m) => (m.k === "list" ? m.elem.type : m)));

/** A `str` that is not held as bytes. */
const isPlainText = (type: Type): boolean => only(type, "str") && members(type).every((m) => !isBytes(m));

/** The lines of an answer or of something else: `for await` goes over both. */
export function eitherIterated(context: Context, node: py.Expression): ts.Expression | null {
  const all = members(context.typeOf(node));
  const [[answer, ...more], others] = [all.filter(isAnswer), all.filter((m) => !isAnswer(m))];
  const [other] = others;
  if (!answer || !other || more.length > 0 || others.length > 1) return null;
  const [ofAnswer, ofOther] = [answer, other].map((m) =>
    m.k === "lib" ? library.instanceType(m.name)?.iterate : null,
  );
  if (!ofAnswer || !ofOther) return null;
  const write = (iterate: typeof ofAnswer, object: ts.Expression, type: Type): ts.Expression => {
    const made = iterate(valueEmit(context, object, type, node));
    return typeof made === "string" ? context.untranslated("U0103", made, node) : made;
  };
  return eitherOf(context, node, (object) => [write(ofAnswer, object, answer), write(ofOther, object, other)]);
}

/** What is done with a value if it is an answer, and what if it is not, whichever it is; the value is made once. */
function eitherOf(
  context: Context,
  node: py.Expression,
  write: (object: ts.Expression) => readonly [ofAnswer: ts.Expression, ofOther: ts.Expression],
): ts.Expression | null {
  const made = expression(context, node);
  if (isMark(made)) return null;
  const name = isQuiet(context, node) ? null : id(context.temporary("source"));
  const branches = write(name ?? made);
  const mark = branches.find(isMark);
  if (mark) return mark;
  const test = answerTest((barrel, one) => context.runtime(barrel, one), name ?? made, context.typeOf(node));
  const whole = conditional(test, ...branches);
  return name ? call(arrow([name], whole), [made]) : whole;
}

/** The one method of that name that all of them have. */
function commonMethod(types: readonly Type[], name: string): FunctionEntry | null {
  const [entry, ...others] = types.map((m) => library.memberEntry(m, name));
  return entry?.kind === "function" && others.every((other) => other === entry) ? entry : null;
}
