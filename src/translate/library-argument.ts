import { listOf, never, type Type } from "../analysis/types.ts";
import { arrow, as, awaited, boolean, call, id, string, stringType } from "../emit/build.ts";
import { sequenceElement } from "../analysis/element.ts";
import { isAsyncIteration, iterated } from "./iterate.ts";
import type * as ts from "../emit/tree.ts";
import type { FunctionEntry } from "../library/entry.ts";
import { accepts, type LibraryParameter, parseSignature, refusals, rejected } from "../library/signature.ts";
import type * as py from "../python/ast.ts";
import { describeKinds } from "../analysis/describe.ts";
import type { Context } from "./context.ts";
import { counted } from "./counted.ts";
import { expression, isMark } from "./expression.ts";
import { has, isLong, isText, only } from "../analysis/kinds.ts";
import { union, members } from "../analysis/join.ts";

/** What methods of unicode say where those of `str` say something else. */
const ofUnicode: Readonly<Record<string, string>> = {
  "=center": "=fill",
  "=ljust": "=fill",
  "=rjust": "=fill",
  "=strip": "=ustrip",
  "=lstrip": "=ulstrip",
  "=rstrip": "=urstrip",
};

/** All items of an iterator that waits, where the call goes through them at once. */
export function awaitedItems(context: Context, arg: py.Expression): py.Expression {
  if (!isAsyncIteration(context, arg)) return arg;
  const items = iterated(context, arg);
  if (!items) return arg;
  const elem = union(members(context.typeOf(arg)).map((m) => sequenceElement(m, context.facts.clock)));
  const made = awaited(call(context.runtime("python", "collected"), [items]));
  return context.stand(made, listOf(context.facts.clock, elem), arg);
}

/** The data of a request in a variable that held what they were made of before: `data = urlencode(data)` under a condition. */
export const mayBeData = (parameter: LibraryParameter, type: Type): boolean =>
  parameter.accepts.includes("data") &&
  has(type, "dict", "list", "tuple") &&
  members(type).some((m) => parameter.accepts.some((a) => a !== "none" && accepts(a, m)));

/** A value whose type is checked when it runs, where the parameter needs text or a number and it may be something else. */
export function narrowed(
  context: Context,
  entry: FunctionEntry,
  name: string,
  arg: py.Expression,
  receiver: Type = never,
): ts.Expression {
  const parameter = parseSignature(entry.params).find((p) => p.name === name);
  const value = expression(context, arg);
  const type = context.typeOf(arg);
  if (!parameter || parameter.accepts.length === 0) return value;
  if (type.k === "poison")
    return parameter.accepts.includes("text") && !isMark(value) ? as(value, stringType()) : value;
  if (
    isLong(type) &&
    !parameter.accepts.includes("long") &&
    parameter.accepts.some((a) => a === "int" || a === "number")
  )
    return call(context.runtime("python", parameter.accepts.includes("int") ? "exactInteger" : "longToFloat"), [value]);
  const bad = rejected(parameter, type);
  const isCounted = parameter.accepts.some((a) => a === "int" || a === "number") && !parameter.accepts.includes("bool");
  if (bad.length === 0) return isCounted ? counted(value, type) : value;
  if (mayBeData(parameter, type)) return call(context.runtime("http", "requireData"), [value]);
  const required = (feature: string, ...more: ts.Expression[]): ts.Expression =>
    parameter.accepts.includes("none") && !only(type, "none")
      ? mayBeNone(context, value, feature, more)
      : call(context.runtime("python", feature), [value, ...more]);
  if (!parameter.accepts.includes("text") && !parameter.accepts.includes("data")) {
    // The number that it would be is no long any more.
    if (has(type, "long")) return context.untranslated("U0104", `${name} is ${describeKinds(type)}`, arg);
    const feature =
      parameter.accepts.includes("int") && !parameter.accepts.includes("number") ? "integerArgument" : "requireNumber";
    if (parameter.apart && feature === "integerArgument") return required("integerOnly");
    const said = parameter.fails === null ? undefined : refusals[parameter.fails];
    if (said === undefined) return required(feature);
    return required(feature, string(said), ...(said.includes("%s") && has(type, "unknown") ? [string("str")] : []));
  }
  // A Request or None, a pattern or None: what is no text is taken as it is.
  if (members(type).some((m) => !isText(m) && m.k !== "unknown" && m.k !== "none" && !bad.includes(m)))
    return parameter.fails?.startsWith("=") === false
      ? call(context.runtime("python", "notNone"), [value, string(parameter.fails)])
      : context.untranslated("U0104", `${name} is ${describeKinds(type)}`, arg);
  if (parameter.fails === null) {
    // What unicode's own methods say of it.
    if (only(receiver, "unicode")) return required("requireTextOr", string(refusals["=path"] ?? ""));
    if (has(receiver, "unicode", "json"))
      context.report("A0103", "an error of a method that is unicode's or str's", arg);
    return required("requireText");
  }
  if (parameter.fails === "") return required("textOnly");
  const message =
    refusals[only(receiver, "unicode") ? (ofUnicode[parameter.fails] ?? parameter.fails) : parameter.fails];
  const hashed = parameter.apart ? [boolean(parameter.hashed), boolean(true)] : parameter.hashed ? [boolean(true)] : [];
  return message === undefined
    ? required("requireTextMethod", string(parameter.fails), ...hashed)
    : required("requireTextOr", string(message), ...hashed);
}

/** `unlessNone(x, requireText)`, or `unlessNone(x, (x) => requireTextOr(x, message))`. */
function mayBeNone(
  context: Context,
  value: ts.Expression,
  feature: string,
  more: readonly ts.Expression[],
): ts.Expression {
  const require = context.runtime("python", feature);
  const given = id(context.temporary("x"));
  const check = more.length === 0 ? require : arrow([given], call(require, [given, ...more]));
  return call(context.runtime("python", "unlessNone"), [value, check]);
}
