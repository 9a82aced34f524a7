import { asksAfterHandler } from "../analysis/last-caught.ts";
import { classAlternatives, instanceOf } from "../analysis/narrow.ts";
import { type Type } from "../analysis/types.ts";
import {
  assign,
  binary,
  block as blockNode,
  call,
  declare,
  id,
  logical,
  placeholder,
  statement,
  throws,
  unknownType,
  when,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { derives, exceptionClasses } from "../library/exception-classes.ts";
import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { lineComments } from "./comments.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { block } from "./statement.ts";
import { store } from "./target.ts";
import { completes } from "./generator-end.ts";
import { members, union } from "../analysis/join.ts";

/** `try` with its clauses as one `instanceof` chain that ends in `throw`. */
export function tryStatement(context: Context, node: py.Try): ts.Statement[] {
  if (node.handlers.length === 0) {
    const made: ts.TryStatement = {
      type: "TryStatement",
      block: blockNode(block(context, node.body)),
      handler: null,
      finalizer: node.finalbody ? blockNode(block(context, node.finalbody)) : null,
    };
    return [made];
  }
  const inner = withElse(context, node);
  if (!node.finalbody) return inner;
  const [first] = inner;
  if (inner.length === 1 && first?.type === "TryStatement")
    return [{ ...first, finalizer: blockNode(block(context, node.finalbody)) }];
  return [
    {
      type: "TryStatement",
      block: blockNode(inner),
      handler: null,
      finalizer: blockNode(block(context, node.finalbody)),
    },
  ];
}

/** What stands in `else` runs when the body ended by itself, outside of the handlers' reach. */
function withElse(context: Context, node: py.Try): ts.Statement[] {
  const body = block(context, node.body);
  // Imports alone leave nothing that could fail.
  if (body.length === 0 && !node.orelse) return [];
  if (!node.orelse || node.orelse.body.length === 0) return [guarded(context, node, body)];
  const handler = catchClause(context, node);
  const leaves = node.handlers.every((_, i) => clauseLeaves(handler, i));
  if (leaves) {
    const made: ts.TryStatement = { type: "TryStatement", block: blockNode(body), handler, finalizer: null };
    return [made, ...block(context, node.orelse)];
  }
  const done = id(context.temporary("succeeded"));
  const made: ts.TryStatement = {
    type: "TryStatement",
    block: blockNode([...body, statement(assign(done, id("true")))]),
    handler,
    finalizer: null,
  };
  return [declare("let", done, id("false")), made, when(done, blockNode(block(context, node.orelse)))];
}

const guarded = (context: Context, node: py.Try, body: readonly ts.Statement[]): ts.TryStatement => ({
  type: "TryStatement",
  block: blockNode(body),
  handler: catchClause(context, node),
  finalizer: null,
});

/** Whether clause `i` of a chain always leaves: returns, throws, breaks or continues. */
function clauseLeaves(handler: ts.CatchClause, i: number): boolean {
  const chain = handler.body.body.find((s) => s.type === "IfStatement");
  let clause: ts.Statement | null | undefined = chain ?? handler.body;
  if (!chain) return leaves(clause);
  // A first test that throws what is not meant leaves the clause's body behind it.
  if (chain.type === "IfStatement" && chain.consequent.type === "ThrowStatement")
    return leaves(handler.body.body.at(-1));
  for (let n = 0; n < i && clause?.type === "IfStatement"; n++) clause = clause.alternate;
  return leaves(clause?.type === "IfStatement" ? clause.consequent : clause);
}

function leaves(node: ts.Statement | null | undefined): boolean {
  if (node?.type === "BlockStatement") return leaves(node.body.at(-1));
  if (node?.type === "IfStatement") return leaves(node.consequent) && leaves(node.alternate);
  return node?.type === "ContinueStatement" || node?.type === "BreakStatement" || completes(node);
}

function catchClause(context: Context, node: py.Try): ts.CatchClause {
  const depth = context.frame.caught.length - context.frame.followed.length;
  const name = depth === 0 ? "error" : `error${depth + 1}`;
  const param = context.names.isUsed(name) && name !== "error" ? context.temporary(name) : name;
  const { caught, followed } = context.frame;
  caught.push(param);
  reportShadowed(context, node);
  const clauses = node.handlers.map((handler) => {
    const latest = asksAfterHandler(handler.body) ? context.temporary("latest") : null;
    const stored: ts.Statement[] = followed.map((name) => statement(assign(id(name), id(param))));
    if (latest !== null) {
      caught.push(latest);
      followed.push(latest);
    }
    const body = clauseBody(context, handler, param);
    if (latest !== null) {
      caught.pop();
      followed.pop();
      stored.push(declare("let", id(latest, unknownType()), id(param)));
    }
    return { test: clauseTest(context, handler, param), body: blockNode([...stored, ...body.body]) };
  });
  caught.pop();
  return { type: "CatchClause", param: id(param), body: blockNode(chain(context, clauses, param)) };
}

interface Clause {
  readonly test: ts.Expression | null;
  readonly body: ts.BlockStatement;
}

/** if (error instanceof A) … else if (error instanceof B) … else throw error; one clause alone: if (!(error instanceof A)) throw error; … */
function chain(context: Context, clauses: readonly Clause[], param: string): ts.Statement[] {
  const [first] = clauses;
  if (clauses.length === 1 && first) {
    if (!first.test) return [...bare(context, param), ...first.body.body];
    const guard = when(
      { type: "UnaryExpression", operator: "!", prefix: true, argument: first.test },
      throws(id(param)),
    );
    return [guard, ...first.body.body];
  }
  const last = clauses.at(-1);
  const end: ts.Statement =
    last && !last.test ? blockNode([...bare(context, param), ...last.body.body]) : blockNode([throws(id(param))]);
  const tested = clauses.filter((c) => c.test);
  const made = tested.reduceRight<ts.Statement>((rest, { test, body }) => (test ? when(test, body, rest) : rest), end);
  return made.type === "BlockStatement" ? [...made.body] : [made];
}

/** `except:` catches every exception of Python's; what is not translated is none. */
function bare(context: Context, param: string): ts.Statement[] {
  const test = binary("instanceof", id(param), context.runtime("python", "BaseException"));
  return [when({ type: "UnaryExpression", operator: "!", prefix: true, argument: test }, throws(id(param)))];
}

function clauseTest(context: Context, handler: py.ExceptHandler, param: string): ts.Expression | null {
  if (!handler.type) {
    context.report("H0103", "a bare except", { start: handler.start, end: Math.min(handler.end, handler.start + 7) });
    return null;
  }
  const type = context.typeOf(handler.type);
  const classes = classAlternatives(type);
  if (!classes) return dynamicTest(context, handler.type, type, param);
  if (isVariable(context, handler.type)) return dynamicTest(context, handler.type, type, param);
  const tests = classes.map((cls) => instanceTest(context, cls, param));
  const known = tests.filter((t) => t !== null);
  if (known.length !== tests.length || known.length === 0) {
    return context.untranslated("U0104", "except of a class that is not known to be an exception", handler.type);
  }
  return known.reduce((a, b) => logical("||", a, b));
}

function instanceTest(context: Context, cls: Type, param: string): ts.Expression | null {
  if (cls.k === "class") return binary("instanceof", id(param), context.classId(cls.cls));
  if (cls.k !== "libclass") return null;
  const exception = exceptionClasses.get(cls.name);
  return exception ? binary("instanceof", id(param), context.runtime(exception.barrel, exception.ts)) : null;
}

/** The classes are the value of a parameter, of a variable that may hold one of several, or of what is no name: known when it runs. */
const isVariable = (context: Context, node: py.Expression): boolean => {
  const type = context.typeOf(node);
  if (node.kind !== "Name") return node.kind !== "Tuple" && members(type).length > 1;
  const symbol = context.module.bindings.symbols.get(node);
  if (!symbol || context.facts.isEntity(symbol)) return false;
  return symbol.isParameter || members(type).some((m) => m.k === "tuple") || members(type).length > 1;
};

function dynamicTest(context: Context, node: py.Expression, type: Type, param: string): ts.Expression {
  if (type.k === "never" || !members(type).every((m) => classAlternatives(m) !== null || m.k === "poison")) {
    return context.untranslated("U0104", "except of classes that are not known", node);
  }
  return call(context.runtime("python", "isExceptionOf"), [id(param), expression(context, node)]);
}

function clauseBody(context: Context, handler: py.ExceptHandler, param: string): ts.BlockStatement {
  const { target } = handler;
  const before: ts.Statement[] = [];
  let alias: { symbol: PySymbol; outer: string | undefined } | null = null;
  if (target?.kind === "Name") {
    const symbol = context.module.bindings.symbols.get(target);
    if (symbol) {
      if (context.frame.declarations.isRegional(symbol)) {
        alias = { symbol, outer: context.frame.aliases.get(symbol) };
        context.frame.aliases.set(symbol, param);
      } else {
        before.push(statement(assign(id(context.symbolName(symbol)), id(param))));
        // What is caught here may have more than what the variable holds elsewhere.
        if (isSetOnce(symbol, handler)) {
          alias = { symbol, outer: context.frame.aliases.get(symbol) };
          context.frame.aliases.set(symbol, param);
        }
      }
    }
  } else if (target) before.push(...store(context, target, id(param), caughtType(context, handler), null));
  const body = block(context, handler.body);
  if (alias) {
    if (alias.outer === undefined) context.frame.aliases.delete(alias.symbol);
    else context.frame.aliases.set(alias.symbol, alias.outer);
  }
  const all = [...before, ...body];
  const comments = lineComments([...handler.leading, ...(handler.trailingComment ? [handler.trailingComment] : [])]);
  if (comments.length > 0 && all.length === 0) all.push(placeholder());
  const [first] = all;
  if (first) context.comments.before(first, comments);
  return blockNode(all);
}

/** In the handler the variable is what was caught: nothing else assigns it there, and no function reads it, perhaps later on. */
const isSetOnce = (symbol: PySymbol, handler: py.ExceptHandler): boolean =>
  !symbol.writtenElsewhere &&
  !symbol.deleted &&
  symbol.occurrences.every(
    ({ node, place, write, nested }) =>
      node === handler.target ||
      node.end <= handler.start ||
      node.start >= handler.end ||
      !(write || nested || place.scope !== symbol.scope),
  );

function caughtType(context: Context, handler: py.ExceptHandler): Type {
  const classes = handler.type ? classAlternatives(context.typeOf(handler.type)) : null;
  return classes ? union(classes.map(instanceOf)) : { k: "unknown" };
}

/** A clause after one that catches the same and more is never reached. */
function reportShadowed(context: Context, node: py.Try): void {
  const seen: string[] = [];
  for (const handler of node.handlers) {
    const classes = handler.type ? classAlternatives(context.typeOf(handler.type)) : null;
    const names = classes?.flatMap((c) => (c.k === "libclass" ? [c.name] : [])) ?? [];
    if (
      handler.type &&
      names.length > 0 &&
      names.length === classes?.length &&
      names.every((n) => seen.some((s) => derives(n, s)))
    ) {
      context.report("H0101", "an earlier clause catches this class", handler.type);
    }
    seen.push(...names);
  }
}
