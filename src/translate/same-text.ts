import { builtinCalled, meansBuiltin } from "../program/builtin-name.ts";
import { has, isBytes } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";
import { typeTest } from "../analysis/type-test.ts";
import { placeholder } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { lineComment } from "./comments.ts";
import type { Context } from "./context.ts";
import { block } from "./statement.ts";

/**
 * The test that makes `str` of `unicode` and leaves all else, which changes nothing here: either is the same text, whose bytes are UTF-8
 * when it goes out. Which of the two a value is could not be told.
 *
 *     if isinstance(x, unicode):
 *         x = x.encode('utf-8')
 *
 * and the same with `return x.encode('utf-8')`, where all else is returned as it is by an `else` or by what follows.
 */
export function sameText(context: Context, node: py.Statement, next: py.Statement | undefined): ts.Statement[] | null {
  if (node.kind !== "If") return null;
  const subject = unicodeTested(context, node.test);
  const [then, ...more] = node.body.body;
  if (!subject || !then || more.length > 0) return null;
  const [other, ...others] = node.orelse?.body ?? [];
  if (then.kind === "Assign" && then.targets.length === 1) {
    const [target] = then.targets;
    if (!target || !isSame(context, target, subject) || node.orelse || !encodes(context, then.value, subject))
      return null;
    return remark(context, node);
  }
  if (then.kind !== "Return" || !then.value || !encodes(context, then.value, subject) || others.length > 0) return null;
  const rest = node.orelse ? other : next;
  if (rest?.kind !== "Return" || !rest.value || !isSame(context, rest.value, subject)) return null;
  return node.orelse ? block(context, node.orelse) : remark(context, node);
}

/** `x.encode('utf-8') if isinstance(x, unicode) else x`: the `x` that it is; null for another conditional expression. */
export function sameTextOf(context: Context, { test, body, orelse }: py.IfExp): py.Expression | null {
  const subject = unicodeTested(context, test);
  return subject && encodes(context, body, subject) && isSame(context, orelse, subject) ? orelse : null;
}

function remark(context: Context, node: py.If): ts.Statement[] {
  const empty = placeholder();
  const [text = ""] = context.source(node.test).split("\n");
  context.comments.before(empty, [lineComment(` ${text}: encoded as UTF-8 it is the same text here`)]);
  return [empty];
}

/** The value that a test asks whether it is unicode, where text of either kind may be. */
function unicodeTested(context: Context, test: py.Expression): py.Expression | null {
  const subject = asked(context, test);
  if (!subject || (subject.kind !== "Name" && subject.kind !== "Attribute")) return null;
  const type = context.typeOf(subject);
  const isMixed = has(type, "unknown") || (has(type, "str") && has(type, "unicode", "json"));
  return isMixed && !has(type, "poison") && !members(type).some(isBytes) ? subject : null;
}

function asked(context: Context, test: py.Expression): py.Expression | null {
  const { bindings } = context.module;
  const isUnicode = (node: py.Expression | undefined): boolean =>
    node?.kind === "Name" && node.id === "unicode" && meansBuiltin(bindings, node);
  if (test.kind === "Call" && builtinCalled(bindings, test) === "isinstance")
    return test.args.length === 2 && isUnicode(test.args[1]) ? (test.args[0] ?? null) : null;
  const compared = typeTest(test, context);
  return compared && !compared.negated && test.kind === "Compare" && isUnicode(test.comparators[0])
    ? compared.subject
    : null;
}

/** `x.encode('utf-8')`, whatever is to be done about what cannot be encoded: all can. */
function encodes(context: Context, node: py.Expression, subject: py.Expression): boolean {
  if (node.kind !== "Call" || node.func.kind !== "Attribute" || node.func.attr !== "encode") return false;
  const [encoding, ...others] = node.args;
  const isPlain = node.keywords.length === 0 && !node.starargs && !node.kwargs && others.every((e) => e.kind === "Str");
  return (
    isPlain &&
    encoding?.kind === "Str" &&
    /^(utf[-_ ]?8|u8)$/i.test(encoding.value) &&
    isSame(context, node.func.value, subject)
  );
}

const isSame = (context: Context, a: py.Expression, b: py.Expression): boolean =>
  a.kind === b.kind && context.source(a) === context.source(b);
