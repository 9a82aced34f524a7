import { importShim } from "../analysis/import-shim.ts";
import { suites } from "../analysis/statement-parts.ts";
import { join, members, only, type Type, unset } from "../analysis/types.ts";
import { versionTest } from "../analysis/version-test.ts";
import {
  array,
  assign,
  binary,
  block as blockNode,
  breaks,
  call,
  continues,
  declare,
  forOf,
  id,
  method,
  nil,
  not,
  number,
  returns,
  statement,
  throws,
  construct,
} from "../emit/build.ts";
import { freeNames } from "../emit/free-names.ts";
import type * as ts from "../emit/tree.ts";
import { type ProgramModule, resolveModule } from "../program/program.ts";
import type { PySymbol, Scope } from "../program/scope.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import { classStatement } from "./class.ts";
import { lineComment, lineComments } from "./comments.ts";
import { locate } from "./location.ts";
import { valueEmit } from "./attribute.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { functionStatement } from "./function.ts";
import { isAsyncIteration, iterated } from "./iterate.ts";
import { operate } from "./operator.ts";
import { print } from "./print.ts";
import { isQuiet } from "./quiet.ts";
import { raise } from "./raise.ts";
import { needsAnnotation, store, targetPattern, targetSymbols } from "./target.ts";
import { tryStatement } from "./try.ts";
import { condition } from "./truth.ts";
import { resultType, tsType } from "./types.ts";
import { passedBack } from "./wrapper.ts";

type NodeOf<K extends py.StatementKind> = Extract<py.Statement, { kind: K }>;
type Visit<K extends py.StatementKind> = (context: Context, node: NodeOf<K>) => ts.Statement[];

const nothing = (): ts.Statement[] => [];

/** One visitor a kind of statement. */
const visitors: { readonly [K in py.StatementKind]: Visit<K> } = {
  Expr: (context, node) => {
    if (node.value.kind === "Str") return [];
    const made = expression(context, node.value);
    // What has nothing to do in TypeScript: `sys.stdout.flush()`.
    return made.type === "Identifier" && made.name === "undefined" ? [] : [statement(made)];
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
    return noResult ? [statement(value), returns(null)] : [returns(passedBack(context, node.value, value))];
  },
  Raise: raise,
  Break: (context) => [breaks(context.frame.loops.at(-1)?.label ?? null)],
  Continue: () => [continues()],
  Pass: nothing,
  Global: nothing,
  Nonlocal: nothing,
  Import: importStatement,
  ImportFrom: importFrom,
  Assert: (context, node) => {
    const error = construct(
      context.runtime("python", "AssertionError"),
      node.msg ? [expression(context, node.msg)] : [],
    );
    return [
      { type: "IfStatement", test: not(condition(context, node.test)), consequent: throws(error), alternate: null },
    ];
  },
  Delete: deleteStatement,
  Exec: (context, node) => [statement(context.untranslated("U0107", "exec runs Python text", node))],
  Invalid: (context, node) => [statement(context.untranslated("U0108", node.message, node))],
};

/** The statements of a suite, from the statement `from` on, with comments, blank lines and the declarations that stand before them. */
export function block(context: Context, body: py.Block | py.Module, from = 0): ts.Statement[] {
  const written: ts.Statement[] = [];
  let dead = false;
  body.body.forEach((node, index) => {
    for (const symbol of context.frame.declarations.hoistedAt(body, index)) {
      if (isEntity(context.facts.variable(symbol).type)) continue;
      written.push(hoisted(context, symbol));
    }
    if (index < from || dead) return;
    written.push(...one(context, node));
    // After a test of the version that always leaves, what follows is dead too.
    const leaves = written.at(-1)?.type;
    dead = node.kind === "If" && (leaves === "ReturnStatement" || leaves === "ThrowStatement");
  });
  const trailing = lineComments(body.trailing);
  const last = written.at(-1);
  if (trailing.length > 0) {
    if (last)
      context.comments.after(
        last,
        trailing.map((c) => ({ ...c, ownLine: true })),
      );
    else written.push(withLeading(context, { type: "EmptyStatement" }, trailing));
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

/** Modules and library functions are no values of the translation. */
const isEntity = (type: Type): boolean =>
  members(type).length > 0 && members(type).every((m) => m.k === "module" || m.k === "libfn" || m.k === "libclass");

/**
 * A body with every variable of its scope declared. Where a mark stands for the statement that would have declared one, and
 * other statements use it, it is declared at the head.
 */
export function withDeclarations(
  context: Context,
  scope: Scope,
  body: readonly ts.Statement[],
  imported: ReadonlySet<string> = new Set(),
): ts.Statement[] {
  const free = freeNames(body);
  const missing = [...scope.symbols.values()].filter(
    (symbol) =>
      !symbol.isParameter &&
      free.has(context.names.variable(symbol.name)) &&
      !imported.has(context.names.variable(symbol.name)) &&
      symbol.occurrences.length > 0 &&
      !isEntity(context.facts.variable(symbol).type),
  );
  return [...missing.map((symbol) => hoisted(context, symbol)), ...body];
}

function hoisted(context: Context, symbol: PySymbol): ts.Statement {
  const type = context.declaredType(symbol);
  const mayBeUnset =
    symbol.occurrences.some((o) => "id" in o.node && context.facts.unsetReads.has(o.node)) || symbol.deleted;
  const declared = tsType(context, mayBeUnset ? join(type, unset) : type);
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
  const marks = context.takeMarks();
  const comments = [...lineComments(node.leading), ...marks.flat().map(lineComment)];
  let [first] = made;
  if (
    !first &&
    (comments.length > 0 || (node.trailingComment && node.kind !== "Import" && node.kind !== "ImportFrom"))
  ) {
    made.push((first = { type: "EmptyStatement" }));
  }
  if (first) {
    context.comments.before(first, comments);
    if (node.blankLinesBefore > 0) context.comments.blankBefore(first);
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

const isPlace = (target: py.Expression): target is py.Attribute | py.Subscript =>
  target.kind === "Attribute" || target.kind === "Subscript";

/** Finding the place that is stored to cannot be seen. */
const isQuietPlace = (context: Context, target: py.Attribute | py.Subscript): boolean =>
  isQuiet(context, target.value) &&
  (target.kind === "Attribute" || target.slice.type !== "index" || isQuiet(context, target.slice.value));

function assignment(context: Context, node: py.Assign): ts.Statement[] {
  const [target] = node.targets;
  const type = context.typeOf(node.value);
  if (node.targets.length === 1 && target) {
    if (target.kind === "Name" && isEntity(type) && node.value.kind !== "Call") return entityAlias(context, node, type);
    // Python makes the value before it looks for the place.
    if (isPlace(target) && !isQuietPlace(context, target) && !isQuiet(context, node.value)) {
      const held = id(context.temporary("value"), tsType(context, type));
      const before = declare("const", held, expression(context, node.value));
      return [{ type: "BlockStatement", body: [before, ...store(context, target, id(held.name), type, node)] }];
    }
    return store(context, target, expression(context, node.value), type, node);
  }
  // a = b = value: the value is made once, and stored from left to right.
  const value = expression(context, node.value);
  const simple = value.type === "Literal" || value.type === "Identifier";
  const held = simple ? value : id(context.temporary("value"));
  const typed = needsAnnotation(value, type)
    ? id((held as ts.Identifier).name, tsType(context, type))
    : (held as ts.Identifier);
  const before = simple ? [] : [declare("const", typed, value)];
  return [...before, ...node.targets.flatMap((t) => store(context, t, held, type, node))];
}

/** `urlopen = urllib2.urlopen`: uses of the name are translated as uses of what it stands for. */
function entityAlias(context: Context, node: py.Assign, type: Type): ts.Statement[] {
  if (members(type).length > 1)
    return [statement(context.untranslated("U0104", "a name for several library functions", node))];
  return [];
}

/** The target of `target op= value`, of which object and key are made once: what is not quiet is held. */
function heldTarget(context: Context, target: py.Expression): { target: py.Expression; before: ts.Statement[] } {
  const before: ts.Statement[] = [];
  const hold = (e: py.Expression, name: string): py.Expression => {
    if (isQuiet(context, e)) return e;
    const held = id(context.temporary(name));
    before.push(declare("const", held, expression(context, e)));
    return context.stand(held, context.typeOf(e), e);
  };
  let made: py.Expression = target;
  if (target.kind === "Attribute") made = { ...target, value: hold(target.value, "object") };
  if (target.kind === "Subscript" && target.slice.type === "index") {
    const value = hold(target.value, "container");
    made = { ...target, value, slice: { ...target.slice, value: hold(target.slice.value, "key") } };
  }
  if (before.length === 0) return { target, before };
  context.facts.record(made, context.typeOf(target));
  return { target: made, before };
}

function augmented(context: Context, node: py.AugAssign): ts.Statement[] {
  const held = heldTarget(context, node.target);
  const made = augmentedHeld(context, { ...node, target: held.target as py.AugAssign["target"] });
  return held.before.length === 0 ? made : [{ type: "BlockStatement", body: [...held.before, ...made] }];
}

function augmentedHeld(context: Context, node: py.AugAssign): ts.Statement[] {
  const { target } = node;
  const left = context.typeOf(target);
  const right = context.typeOf(node.value);
  const value = expression(context, node.value);
  if (left.k === "list" && node.op === "+") {
    const source = iterated(context, node.value);
    if (!source) return [statement(context.untranslated("U0104", "+= of a value of unknown type", node))];
    return [statement(method(expression(context, target), "push", [{ type: "SpreadElement", argument: source }]))];
  }
  const operand = { value: expression(context, target), node: target };
  const made = operate(context, node.op, operand, left, { value, node: node.value }, right, node);
  // `x = x + y` where that is what the operator is: `x += y`.
  const plain =
    made.type === "BinaryExpression" &&
    made.left === operand.value &&
    ["+", "-", "*", "/", "%"].includes(made.operator);
  if (plain && target.kind === "Name") {
    const stored = store(context, target, operand.value, left, null);
    const [first] = stored;
    if (first?.type === "ExpressionStatement" && first.expression.type === "AssignmentExpression") {
      if (made.right.type === "Literal" && made.right.value === 1 && (made.operator === "+" || made.operator === "-")) {
        return [
          statement({
            type: "UpdateExpression",
            operator: made.operator === "+" ? "++" : "--",
            prefix: false,
            argument: operand.value,
          }),
        ];
      }
      return [statement(assign(first.expression.left, made.right, `${made.operator}=`))];
    }
  }
  if (plain && target.kind === "Attribute") {
    const stored = store(context, target, made, left, null);
    const [first] = stored;
    if (first?.type === "ExpressionStatement" && first.expression.type === "AssignmentExpression") {
      return [statement(assign(first.expression.left, made.right, `${made.operator}=`))];
    }
    return stored;
  }
  return store(context, target, made, join(left, right), null);
}

function conditionalStatement(context: Context, node: py.If): ts.Statement[] {
  if (isMainGuard(node)) {
    const test = call(context.runtime("python", "isMain"), [
      {
        type: "MemberExpression",
        object: { type: "MetaProperty", meta: id("import"), property: id("meta") },
        property: id("url"),
        computed: false,
        optional: false,
      },
    ]);
    return [
      {
        type: "IfStatement",
        test,
        consequent: blockNode(block(context, node.body)),
        alternate: node.orelse ? blockNode(block(context, node.orelse)) : null,
      },
    ];
  }
  const version = versionTest(node.test, (e) => context.typeOf(e));
  if (version !== null) return decidedIf(context, node, version, false);
  const test = condition(context, node.test);
  const marks = context.takeMarks();
  const decided =
    test.type === "Identifier" && (test.name === "true" || test.name === "false") ? test.name === "true" : null;
  if (decided !== null && node.test.kind === "Call") return decidedIf(context, node, decided, true);
  const consequent = blockNode(block(context, node.body));
  const alternate = elseBranch(context, node);
  const made: ts.IfStatement = { type: "IfStatement", test, consequent, alternate };
  context.comments.before(made, marks.flat().map(lineComment));
  return [made];
}

function elseBranch(context: Context, node: py.If): ts.Statement | null {
  if (!node.orelse) return null;
  const [only_] = node.orelse.body;
  if (node.orelse.body.length === 1 && only_?.kind === "If" && only_.elif) {
    const inner = conditionalStatement(context, only_);
    const [first] = inner;
    const comments = lineComments([...only_.leading, ...(only_.trailingComment ? [only_.trailingComment] : [])]);
    if (
      inner.length === 1 &&
      first?.type === "IfStatement" &&
      comments.length === 0 &&
      !context.comments.leadingOf(first)
    )
      return first;
    if (first) context.comments.before(first, comments);
    return blockNode(inner);
  }
  return blockNode(block(context, node.orelse));
}

/** A test with one possible outcome in 2.7: the branch that runs stays, the dead one is named in a comment; a trap unless it is meant so. */
function decidedIf(context: Context, node: py.If, outcome: boolean, isTrap: boolean): ts.Statement[] {
  const live = outcome ? node.body : node.orelse;
  const dead = outcome ? node.orelse : node.body;
  const written = live ? block(context, live) : [];
  const text = `${context.source(node.test).replace(/\s+/g, " ")} is always ${outcome ? "true" : "false"} here`;
  const comments = [lineComment(` ${text}`)];
  if (dead) {
    if (isTrap) context.report("H0106", text, node.test);
    comments.push(
      lineComment(` never reached, in Python either: ${context.source(dead).split("\n")[0]?.trim() ?? ""} …`),
    );
  }
  const [first] = written;
  if (first) context.comments.before(first, comments);
  else {
    const empty: ts.Statement = { type: "EmptyStatement" };
    context.comments.before(empty, comments);
    return [empty];
  }
  return written;
}

export function isMainGuard(node: py.If): boolean {
  const { test } = node;
  if (test.kind !== "Compare" || test.ops.length !== 1 || test.ops[0] !== "==") return false;
  const sides = [test.left, test.comparators[0]];
  return (
    sides.some((s) => s?.kind === "Name" && s.id === "__name__") &&
    sides.some((s) => s?.kind === "Str" && s.value === "__main__")
  );
}

/** Runs the body of a loop with `break` bound; a loop with an `else` gets a label, since `break` must pass over the `else`. */
function looped(context: Context, orelse: py.Block | null, loop: () => ts.Statement): ts.Statement[] {
  const label = orelse && orelse.body.length > 0 ? context.temporary("unbroken") : null;
  context.frame.loops.push({ label });
  const made = loop();
  context.frame.loops.pop();
  if (!label || !orelse) return [made];
  // for … else  →  unbroken: { for … { break unbroken } else-part }
  return [{ type: "LabeledStatement", label: id(label), body: blockNode([made, ...block(context, orelse)]) }];
}

function whileLoop(context: Context, node: py.While): ts.Statement[] {
  const test = condition(context, node.test);
  const marks = context.takeMarks();
  const made = looped(context, node.orelse, () => ({
    type: "WhileStatement",
    test,
    body: blockNode(block(context, node.body)),
  }));
  if (made[0]) context.comments.before(made[0], marks.flat().map(lineComment));
  return made;
}

/** An iterator that another loop may go on with. */
const isHeldIterator = (context: Context, node: py.Expression): boolean =>
  only(context.typeOf(node), "iter") &&
  (node.kind === "Name" || node.kind === "Attribute" || node.kind === "Subscript");

/** The suite has a `break`, `return` or `raise`, or a statement that may have one. */
const leavesEarly = (body: py.Block): boolean =>
  body.body.some(
    (s) =>
      s.kind === "Break" || s.kind === "Return" || s.kind === "Raise" || suites(s).some((suite) => leavesEarly(suite)),
  );

function forLoop(context: Context, node: py.For): ts.Statement[] {
  const counted = countedLoop(context, node);
  if (counted) return counted;
  const items = iterated(context, node.iter);
  if (!items) return [statement(context.untranslated("U0104", "a loop over a value of unknown type", node))];
  const isLeft = !isAsyncIteration(context, node.iter) && isHeldIterator(context, node.iter) && leavesEarly(node.body);
  const source = isLeft ? call(context.runtime("python", "remaining"), [items]) : items;
  const marks = context.takeMarks();
  const isAwait = isAsyncIteration(context, node.iter);
  const symbols = targetSymbols(context, node.target);
  const pattern = targetPattern(context, node.target);
  const regional = pattern && symbols.every((s) => context.frame.declarations.isRegional(s));
  const made = looped(context, node.orelse, () => {
    if (regional && pattern) {
      const changes = symbols.some((s) =>
        s.writes.some((w) => w.node.start >= node.body.start && w.node.end <= node.body.end),
      );
      return forOf(
        declare(changes ? "let" : "const", pattern, null),
        source,
        blockNode(block(context, node.body)),
        isAwait,
      );
    }
    const item = id(context.temporary("item"));
    const own = symbols.filter((s) => context.frame.declarations.isRegional(s)).map((s) => hoisted(context, s));
    const stores = store(context, node.target, item, elementType(context, node), null);
    return forOf(
      declare("const", item, null),
      source,
      blockNode([...own, ...stores, ...block(context, node.body)]),
      isAwait,
    );
  });
  if (made[0]) context.comments.before(made[0], marks.flat().map(lineComment));
  return made;
}

function elementType(context: Context, node: py.For): Type {
  const { target } = node;
  if (target.kind !== "Tuple" && target.kind !== "List") return context.typeOf(target);
  return { k: "tuple", items: target.elts.map((e) => context.typeOf(e)) };
}

/** `for i in range(n)` over a counter that the body does not change and nothing outlives: the counting loop everyone knows. */
function countedLoop(context: Context, node: py.For): ts.Statement[] | null {
  const { iter, target } = node;
  if (iter.kind !== "Call" || iter.func.kind !== "Name" || (iter.func.id !== "range" && iter.func.id !== "xrange"))
    return null;
  if (
    context.module.bindings.symbols.get(iter.func) ||
    iter.keywords.length > 0 ||
    iter.starargs ||
    iter.kwargs ||
    target.kind !== "Name"
  )
    return null;
  const symbol = context.module.bindings.symbols.get(target);
  if (!symbol || !context.frame.declarations.isRegional(symbol)) return null;
  if (symbol.writes.some((w) => w.node !== target && w.node.start >= node.start && w.node.end <= node.end)) return null;
  const [a, b, step] = iter.args;
  if (!a || iter.args.length > 3 || ![a, b, step].every((e) => !e || only(context.typeOf(e), "int"))) return null;
  const by = step ? stepOf(step) : 1;
  if (by === null) return null;
  const from = b ? expression(context, a) : number(0);
  const limit = expression(context, b ?? a);
  // The limit is read once in Python: a variable that the body changes, or a call, is kept in a constant.
  const steady =
    limit.type === "Literal" ||
    (limit.type === "Identifier" && !changesIn(context, b ?? a, node.body)) ||
    (limit.type === "UnaryExpression" && limit.argument.type === "Literal");
  const name = context.symbolName(symbol);
  const stop = steady ? limit : id(context.temporary(`${name}End`));
  const declarations: ts.VariableDeclarator[] = [{ type: "VariableDeclarator", id: id(name), init: from }];
  if (!steady) declarations.push({ type: "VariableDeclarator", id: stop as ts.Identifier, init: limit });
  const update: ts.Expression =
    Math.abs(by) === 1
      ? { type: "UpdateExpression", operator: by === 1 ? "++" : "--", prefix: false, argument: id(name) }
      : assign(id(name), number(Math.abs(by)), by > 0 ? "+=" : "-=");
  return looped(context, node.orelse, () => ({
    type: "ForStatement",
    init: { type: "VariableDeclaration", kind: "let", declarations },
    test: binary(by > 0 ? "<" : ">", id(name), stop),
    update,
    body: blockNode(block(context, node.body)),
  }));
}

function stepOf(node: py.Expression): number | null {
  if (node.kind === "Num" && node.number.type === "int" && node.number.value !== 0n) return Number(node.number.value);
  if (node.kind === "UnaryOp" && node.op === "-") {
    const inner = stepOf(node.operand);
    return inner === null ? null : -inner;
  }
  return null;
}

/** A variable that is written inside a block, or by other functions. */
function changesIn(context: Context, node: py.Expression, body: py.Block): boolean {
  if (node.kind !== "Name") return true;
  const symbol = context.module.bindings.symbols.get(node);
  if (!symbol) return true;
  return symbol.writtenElsewhere || symbol.writes.some((w) => w.node.start >= body.start && w.node.end <= body.end);
}

function withStatement(context: Context, node: py.With): ts.Statement[] {
  const [item, ...more] = node.items;
  if (!item) return [];
  const type = context.typeOf(item.context);
  const closes = only(type, "lib") && type.k === "lib" && (type.name === "file" || type.name === "contextlib.closing");
  if (!closes || more.length > 0)
    return [statement(context.untranslated("U0103", "this kind of context manager", node))];
  const value = expression(context, item.context);
  const target = item.target;
  const before = target ? store(context, target, value, type, node) : [];
  const held = target ? expression(context, target) : id(context.temporary("resource"));
  if (!target) before.push(declare("const", held as ts.Identifier, value));
  const closing: ts.TryStatement = {
    type: "TryStatement",
    block: blockNode(block(context, node.body)),
    handler: null,
    finalizer: blockNode([statement(method(held, "close"))]),
  };
  return [...before, closing];
}

function importStatement(context: Context, node: py.Import): ts.Statement[] {
  for (const alias of node.names) {
    const local = context.facts.imports.get(alias) ?? resolveModule(context.program, context.module, alias.name);
    if (local) touch(context, local, node);
    else assumed(context, alias.name, node);
  }
  return [];
}

function importFrom(context: Context, node: py.ImportFrom): ts.Statement[] {
  const made: ts.Statement[] = [];
  if (node.level === 0 && !node.names.some((alias) => context.facts.imports.has(alias)))
    assumed(context, node.module, node);
  for (const alias of node.names) {
    const local = context.facts.imports.get(alias);
    if (!local) {
      made.push(...libraryValue(context, node, alias));
      continue;
    }
    touch(context, local, node);
    const symbol = context.module.bindings.symbols.get(alias);
    const inner = local.bindings.module.symbols.get(alias.name);
    if (!symbol || !inner) continue;
    const type = context.facts.variable(symbol).type;
    if (isEntity(type)) continue;
    if (alias.asname && alias.asname !== alias.name) {
      context.imports.alias(local, context.names.variable(alias.name), context.symbolName(symbol));
    } else context.imports.named(local, context.symbolName(symbol));
  }
  return made;
}

/** `from errno import ECONNRESET`: a value of the library under the name that it gets here. */
function libraryValue(context: Context, node: py.ImportFrom, alias: py.Alias): ts.Statement[] {
  const entry = node.level === 0 && node.module ? library.entry(node.module, alias.name) : null;
  const symbol = context.module.bindings.symbols.get(alias);
  if (entry?.kind !== "value" || !symbol || symbol.occurrences.every((o) => o.write)) return [];
  const type = typeof entry.type === "function" ? entry.type(context.facts.clock) : entry.type;
  if (isEntity(type)) return [];
  const emitted = entry.emit(valueEmit(context, id("undefined"), { k: "never" }, alias));
  const value = typeof emitted === "string" ? context.untranslated("U0103", emitted, alias) : emitted;
  const name = id(context.symbolName(symbol));
  const declaration = context.frame.declarations.of(symbol);
  if (symbol.scope !== context.frame.scope || !context.frame.declarations.declaredBy(symbol, alias))
    return [statement(assign(name, value))];
  return [declare(declaration?.how === "inline" && declaration.constant ? "const" : "let", name, value)];
}

/** Some modules stand for others. */
function assumed(context: Context, module: string, node: py.Statement): void {
  const assumption = library.assumption(module);
  if (assumption) context.report(assumption.code as "A0118", assumption.message, node);
}

function touch(context: Context, local: ProgramModule, node: py.Statement): void {
  context.imports.touch(local);
  const top = context.frame.scope.parent === null && context.module.tree.body.indexOf(node) >= 0;
  if (!top) context.report("A0108", "an import that is not at the head of the file", node);
}

/** `try: import json / except ImportError: import simplejson as json`: the suite that runs in CPython 2.7 is what is left. */
function shim(context: Context, node: py.Try): ts.Statement[] | null {
  const found = importShim(context.program, context.module, node);
  if (!found) return null;
  if (found.standsFor !== null)
    context.report("A0117", `${found.standsFor} is taken not to be installed`, {
      start: node.start,
      end: node.body.end,
    });
  return block(context, found.taken);
}

function deleteStatement(context: Context, node: py.Delete): ts.Statement[] {
  return node.targets.map((target) => {
    if (target.kind === "Name") {
      const symbol = context.module.bindings.symbols.get(target);
      const hoistedHere = symbol && context.frame.declarations.of(symbol)?.how === "hoisted";
      if (symbol && hoistedHere) return statement(assign(id(context.symbolName(symbol)), id("undefined")));
    }
    if (target.kind === "Subscript" && target.slice.type === "index") {
      const type = context.typeOf(target.value);
      if (only(type, "list", "dict", "json")) {
        return statement(
          call(context.runtime("python", "deleteItem"), [
            expression(context, target.value),
            expression(context, target.slice.value),
          ]),
        );
      }
    }
    if (
      target.kind === "Subscript" &&
      target.slice.type === "slice" &&
      !target.slice.step &&
      only(context.typeOf(target.value), "list")
    ) {
      const bound = (e: py.Expression | null): ts.Expression => (e ? expression(context, e) : nil());
      const args = [expression(context, target.value), bound(target.slice.lower), bound(target.slice.upper), array([])];
      return statement(call(context.runtime("python", "setSlice"), args));
    }
    return statement(context.untranslated("U0103", "this del", target));
  });
}
