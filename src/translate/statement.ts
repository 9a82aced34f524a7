import type { ClassInfo } from "../analysis/entities.ts";
import { sameText } from "./same-text.ts";
import { isNewStyle } from "../analysis/special-methods.ts";
import { unset } from "../analysis/types.ts";
import {
  anyType,
  as,
  breaks,
  call,
  construct,
  continues,
  id,
  isConstant,
  nil,
  not,
  returns,
  statement,
  string,
  thisValue,
  throws,
  placeholder,
  unary,
} from "../emit/build.ts";
import { afterLeaving } from "../python/leaving.ts";
import { freeNames } from "../emit/free-names.ts";
import { members } from "../analysis/join.ts";
import type * as ts from "../emit/tree.ts";
import type { PySymbol, Scope } from "../program/scope.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import { reportErrorText } from "./error-text.ts";
import { madeFrom } from "./arguments.ts";
import { assignment } from "./assignment.ts";
import { augmented } from "./augmented-assignment.ts";
import { classStatement } from "./class.ts";
import { CarriedComments, remarks } from "./carried-comments.ts";
import { lineComment, lineComments } from "./comments.ts";
import { conditionalStatement } from "./conditional.ts";
import type { Context } from "./context.ts";
import { deleteStatement } from "./delete.ts";
import { plainWrite } from "./plain-write.ts";
import { effect, expression, isMark } from "./expression.ts";
import { functionStatement } from "./function.ts";
import { importFrom, importStatement, shim } from "./import.ts";
import { neverReached } from "./never-reached.ts";
import { locate } from "./location.ts";
import { forLoop, whileLoop } from "./loop.ts";
import { printCall } from "./print-function.ts";
import { print } from "./print.ts";
import { raise } from "./raise.ts";
import { store } from "./target.ts";
import { condition } from "./truth.ts";
import { tryStatement } from "./try.ts";
import { hookResult, resultType, shownBy, tsType } from "./types.ts";
import { withStatement } from "./with.ts";
import { passedBack } from "./wrapper.ts";
import { has, only } from "../analysis/kinds.ts";
import { join } from "../analysis/join.ts";

type NodeOf<K extends py.StatementKind> = Extract<py.Statement, { kind: K }>;

type Visit<K extends py.StatementKind> = (context: Context, node: NodeOf<K>) => ts.Statement[];

const nothing = (): ts.Statement[] => [];

/** One visitor a kind of statement. */
const visitors: { readonly [K in py.StatementKind]: Visit<K> } = {
  Expr: (context, node) => {
    if (node.value.kind === "Str" || isMethodAlone(context, node.value)) return [];
    const printing = printCall(context, node.value);
    if (printing) return printing;
    if (node.value.kind === "Yield") context.unusedYields.add(node.value);
    const made = plainWrite(context, node.value) ?? effect(context, node.value);
    // What has nothing to do in TypeScript: `sys.stdout.flush()`.
    if (made.type === "Identifier" && made.name === "undefined") return [];
    return [statement(givesClass(context, node.value) ? unary("void", made) : made)];
  },
  Assign: assignment,
  AnnAssign: (context, node) =>
    node.value ? store(context, node.target, expression(context, node.value), context.typeOf(node.value), node) : [],
  AugAssign: augmented,
  Print: print,
  If: (context, node) => conditionalStatement(context, node),
  While: whileLoop,
  For: forLoop,
  Try: (context, node) => shim(context, node) ?? tryStatement(context, node),
  With: withStatement,
  FunctionDef: functionStatement,
  ClassDef: classStatement,
  Return: (context, node) => {
    const { fn } = context.frame;
    if (!node.value) return [returns(fn?.returnsValue && !fn.isGenerator ? nil() : null)];
    const noResult = fn ? resultType(fn) === null : true;
    const value = expression(context, node.value);
    if (fn?.owner && fn.name === "__init__") return initReturn(context, fn.owner, value, node.value);
    const shown = fn && shownBy(fn);
    if (shown !== null && !only(context.typeOf(node.value), "str", "unicode"))
      return [returns(call(context.runtime("python", "shownText"), [value, string(shown), thisValue()]))];
    const wanted = fn && has(context.typeOf(node.value), "none") ? hookResult(fn) : null;
    if (wanted) return [returns(as(value, tsType(context, wanted)))];
    return noResult ? [statement(value), returns(null)] : [returns(passedBack(context, node.value, value))];
  },
  Raise: raise,
  Break: (context) => [breaks(context.frame.loops.at(-1)?.label ?? null)],
  Continue: () => [continues()],
  Pass: nothing,
  Global: globalStatement,
  Nonlocal: nothing,
  Import: importStatement,
  ImportFrom: importFrom,
  Assert: (context, node) => {
    if (node.msg) reportErrorText(context, { k: "libclass", name: "exceptions.AssertionError" }, [node.msg]);
    const error = construct(context.runtime("python", "AssertionError"), node.msg ? [madeFrom(context, node.msg)] : []);
    const test = not(condition(context, node.test));
    // `assert False` says that this is never reached.
    if (isConstant(test, true)) return [throws(error)];
    return [{ type: "IfStatement", test, consequent: throws(error), alternate: null }];
  },
  Delete: deleteStatement,
  Exec: (context, node) => [statement(context.untranslated("U0107", "exec runs Python text", node))],
  Invalid: (context, node) => [statement(context.untranslated("U0108", node.message, node))],
};

/** `global x` in a function inside one that has an `x` of its own: in TypeScript that one is meant. */
function globalStatement(context: Context, node: py.Global): ts.Statement[] {
  for (let scope = context.frame.scope.parent; scope?.parent; scope = scope.parent) {
    const own = scope.node.kind === "ClassDef" ? null : scope.symbols;
    const hidden = node.names.find((name) => own?.has(name));
    if (hidden === undefined) continue;
    return [statement(context.untranslated("U0103", `global ${hidden}, which the function around has as well`, node))];
  }
  return [];
}

/**
 * A call among the classes of a module that gives one of them, `register(Circle)`. TypeScript asks whether it comes back before it knows
 * the classes below, and would need to know those for the answer: it does not ask of `void register(Circle)`.
 */
const givesClass = (context: Context, node: py.Expression): boolean =>
  context.frame.fn === null &&
  node.kind === "Call" &&
  members(context.typeOf(node)).some((m) => m.k === "class" && m.cls.module === context.module);

/** `response.close` without a call: Python makes the method, and nothing of it. */
function isMethodAlone(context: Context, node: py.Expression): boolean {
  if (node.kind !== "Attribute" || node.value.kind !== "Name") return false;
  const type = context.typeOf(node.value);
  return type.k === "lib" && library.memberEntry(type, node.attr)?.kind === "function";
}

/** `return value` in `__init__`: Python raises TypeError unless it is None, where a constructor in TypeScript would give the value. */
function initReturn(context: Context, cls: ClassInfo, value: ts.Expression, node: py.Expression): ts.Statement[] {
  const type = context.typeOf(node);
  // Kinds that the runtime would call by another name.
  if (isNewStyle(cls) && has(type, "tuple", "sequence", "float", "unicode", "unknown"))
    return [statement(context.untranslated("U0104", "__init__() that returns a value", node))];
  if (value.type === "Literal" && value.value === null) return [returns(null)];
  if (only(type, "none") || isMark(value)) return [statement(value), returns(null)];
  const checked = call(context.runtime("python", "initResult"), [value, id(String(isNewStyle(cls)))]);
  // It throws whatever the value is: attributes that are set below are set wherever an object is made.
  if (!has(type, "none", "unknown", "json", "poison")) return [throws(checked)];
  return [statement(checked), returns(null)];
}

/**
 * The statements of a suite, from the statement `from` on, with comments, blank lines and the declarations that stand before them. The
 * comments at a statement of which nothing is left, an import say, go to what follows. Those above `headed` stand elsewhere.
 */
export function block(
  context: Context,
  body: py.Block | py.Module,
  from = 0,
  headed: py.Statement | null = null,
): ts.Statement[] {
  const written: ts.Statement[] = [];
  const carried = new CarriedComments();
  let dead = false;
  const end = afterLeaving(body);
  body.body.slice(0, end).forEach((node, index) => {
    for (const symbol of context.frame.declarations.hoistedAt(body, index)) {
      if (context.facts.isEntity(symbol) || context.importedName(symbol) || context.facts.isSkipped(symbol)) continue;
      written.push(hoisted(context, symbol));
    }
    if (dead) return;
    const made = index < from ? [] : (sameText(context, node, body.body[index + 1]) ?? one(context, node));
    const comments = node === headed ? [] : lineComments(node.leading);
    const [first] = made;
    if (first) carried.give(context, first, comments, node.blankLinesBefore > 0);
    else carried.take([...comments, ...remarks(node, index < from)], node.blankLinesBefore > 0);
    written.push(...made);
    // After a test of the version that always leaves, what follows is dead too.
    const leaves = written.at(-1)?.type;
    dead = node.kind === "If" && (leaves === "ReturnStatement" || leaves === "ThrowStatement");
  });
  const never = neverReached(context, body.body.slice(end));
  const trailing = [...carried.rest, ...never, ...lineComments(body.trailing)];
  const last = written.at(-1);
  if (trailing.length > 0) {
    if (last)
      context.comments.after(
        last,
        trailing.map((c) => ({ ...c, ownLine: true })),
      );
    else written.push(withLeading(context, placeholder(), trailing));
  }
  return written;
}

function withLeading(
  context: Context,
  node: ts.Statement,
  comments: Parameters<Context["comments"]["before"]>[1],
): ts.Statement {
  context.comments.before(node, comments);
  return node;
}

/**
 * A body with every variable of its scope declared. Where a mark stands for the statement that would have declared one, and
 * other statements use it, it is declared at the head.
 */
export function withDeclarations(context: Context, scope: Scope, body: readonly ts.Statement[]): ts.Statement[] {
  const free = freeNames(body);
  // What the body uses is imported by now. Nothing else has the name of an import: a variable would have kept it from having it.
  const imported = context.importedNames;
  const missing = [...scope.symbols.values()].filter(
    (symbol) =>
      !symbol.isParameter &&
      free.has(context.names.variable(symbol.name)) &&
      !imported.has(context.names.variable(symbol.name)) &&
      symbol.occurrences.length > 0 &&
      !context.importedName(symbol) &&
      !context.facts.isSkipped(symbol),
  );
  return [...missing.map((symbol) => hoisted(context, symbol)), ...body];
}

export function hoisted(context: Context, symbol: PySymbol): ts.Statement {
  const type = context.declaredType(symbol);
  const mayBeUnset = context.facts.mayBeUnset(symbol) || symbol.deleted;
  // A library function that was not translated is a mark.
  const declared =
    type.k !== "poison" && context.facts.isEntity(symbol)
      ? anyType()
      : tsType(context, mayBeUnset && type.k !== "never" ? join(type, unset) : type);
  return {
    type: "VariableDeclaration",
    kind: "let",
    declarations: [
      { type: "VariableDeclarator", id: id(context.symbolName(symbol), declared), init: null, definite: !mayBeUnset },
    ],
  };
}

function one(context: Context, node: py.Statement): ts.Statement[] {
  const visit = visitors[node.kind] as Visit<typeof node.kind>;
  const made = visit(context, node as never);
  const marks = context.takeMarks().flat().map(lineComment);
  if (made.length === 0 && marks.length > 0) made.push(placeholder());
  const [first] = made;
  if (first) {
    context.comments.before(first, marks);
    const last = made.at(-1);
    if (node.trailingComment && last) attachTrailing(context, node, first, last);
  }
  for (const m of made) locate(context, m, node);
  return made;
}

/** A comment beside a compound statement's header goes above it; one beside a simple statement stays beside it. */
function attachTrailing(context: Context, node: py.Statement, first: ts.Statement, last: ts.Statement): void {
  const comments = lineComments(node.trailingComment ? [node.trailingComment] : []);
  const compound = ["If", "For", "While", "Try", "With", "FunctionDef", "ClassDef"].includes(node.kind);
  if (compound) context.comments.before(first, [...comments]);
  else context.comments.after(last, comments);
}
