import type { PySymbol } from "../program/scope.ts";
import { sameTextOf } from "./same-text.ts";
import { negated } from "./zero-sign.ts";
import { type Type } from "../analysis/types.ts";
import {
  array,
  as,
  arrow,
  awaited,
  bigint,
  binary as binaryNode,
  call,
  conditional,
  construct,
  id,
  logical,
  member,
  method,
  neverType,
  nil,
  not,
  number,
  object,
  string,
  thisValue,
  typeRef,
  unary,
} from "../emit/build.ts";
import { constantKey } from "../analysis/constant-key.ts";
import type * as ts from "../emit/tree.ts";
import { exceptionClasses } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import { emitLibraryCall } from "./library-call.ts";
import { holdsMixture } from "../library/mixed-text.ts";
import type * as py from "../python/ast.ts";
import { escapedUtf8, utf8 } from "../python/utf8.ts";
import { adapter, isAdapter } from "./adapter.ts";
import { attribute } from "./attribute.ts";
import { compare } from "./compare.ts";
import { callExpression } from "./call.ts";
import { isOrigin } from "./unknown-callee.ts";
import { awaits, comprehension } from "./comprehension.ts";
import { holdsTuple } from "./tuple-literals.ts";
import type { Context } from "./context.ts";
import { docstring } from "./function.ts";
import { markGuarded } from "./guarded-call.ts";
import { moduleName } from "./module-name.ts";
import { everyHas } from "../analysis/class-support.ts";
import { unaryMethods } from "../analysis/special-methods.ts";
import { binary } from "./operator.ts";
import { isQuiet } from "./quiet.ts";
import { standsIn } from "./stand-in.ts";
import { isEntity } from "../analysis/held-calls.ts";
import { subscript } from "./subscript.ts";
import { told } from "./told.ts";
import { reprOf } from "./text.ts";
import { condition } from "./truth.ts";
import { tsType } from "./types.ts";
import { passedOn } from "./wrapper.ts";
import { lambda } from "./lambda.ts";
import { has, isLong, only, isBytes } from "../analysis/kinds.ts";
import { isPoison, members } from "../analysis/join.ts";
import { boolOp } from "./bool-op.ts";
import { positionalArguments } from "../library/signature.ts";
import { valueEmit } from "./library-value.ts";

type NodeOf<K extends py.ExpressionKind> = Extract<py.Expression, { kind: K }>;
type Visit<K extends py.ExpressionKind> = (context: Context, node: NodeOf<K>) => ts.Expression;

/** One visitor a kind of expression. */
const visitors: { readonly [K in py.ExpressionKind]: Visit<K> } = {
  Name: name,
  Num: (context, node) => {
    const { number: n } = node;
    switch (n.type) {
      case "int":
        if (n.value > BigInt(Number.MAX_SAFE_INTEGER)) return bigint(n.value);
        return number(Number(n.value), spelling(context.source(node), Number(n.value)));
      case "long":
        return bigint(n.value);
      case "float":
        return number(n.value, spelling(context.source(node), n.value));
      case "imag":
        return context.untranslated("U0103", "complex numbers", node);
    }
  },
  Str: (context, node) => {
    const text = node.type === "unicode" ? node.value : utf8(node.value);
    return text === null ? byteString(context, node) : string(text);
  },
  JoinedStr: (context, node) => context.untranslated("U0103", "an f-string: the file is Python 3", node),
  BoolOp: boolOp,
  BinOp: (context, node) => binary(context, node),
  UnaryOp: (context, node) => {
    if (node.op === "not") return not(condition(context, node.operand));
    const type = context.typeOf(node.operand);
    const operand = expression(context, node.operand);
    const own = unaryMethods[node.op] ?? "";
    if (everyHas(type, own)) return call(member(operand, own));
    const libraryMethod = type.k === "lib" ? library.memberEntry(type, own) : null;
    if (libraryMethod?.kind === "function")
      return emitLibraryCall(context, libraryMethod, node, operand, type, positionalArguments(libraryMethod));
    // JavaScript's own `~` cuts to 32 bits.
    if (node.op === "~" && members(type).length > 0 && only(type, "int", "bool"))
      return binaryNode("-", unary("-", number(1)), only(type, "int") ? operand : call(id("Number"), [operand]));
    if (isLong(type) && only(type, "long"))
      return node.op === "+"
        ? operand
        : call(context.runtime("python", node.op === "-" ? "longNegate" : "longInvert"), [operand]);
    if (node.op === "~" && !isPoison(type))
      return context.untranslated("U0104", "unary ~ of a value of unknown type", node);
    if (node.op === "-" && operand.type === "Literal" && typeof operand.value === "number")
      return operand.value === 0 && only(type, "int") ? operand : unary("-", operand);
    if (only(type, "int", "float", "poison")) {
      if (node.op === "+") return operand;
      return only(type, "int") ? negated(context, node, operand) : unary(node.op, operand);
    }
    if (only(type, "bool", "int")) {
      const converted = call(id("Number"), [operand]);
      return node.op === "+" ? converted : negated(context, node, converted);
    }
    if (node.op === "-" && only(type, "int", "float", "bool", "json"))
      return call(context.runtime("python", "negate"), [operand]);
    return context.untranslated("U0104", `unary ${node.op} of a value of unknown type`, node);
  },
  Compare: compare,
  Lambda: lambda,
  IfExp: (context, node) => {
    const text = sameTextOf(context, node);
    if (text) return expression(context, text);
    markGuarded(context, node.test, node.body);
    return conditional(condition(context, node.test), expression(context, node.body), expression(context, node.orelse));
  },
  Dict: (context, node) => {
    const Dict = context.runtime("python", "Dict");
    const type = context.typeOf(node);
    if (node.items.some((item) => item.key === null))
      return context.untranslated("U0103", "** in a dict: the file is Python 3", node);
    if (type.k === "dict" && holdsMixture(type.key.type)) context.report("A0106", "str and unicode as keys", node);
    if (type.k === "dict" && members(type.key.type).some(isAdapter))
      return context.untranslated("U0103", "functions or classes of the library as keys", node);
    const shape = type.k === "dict" ? type.record : null;
    const named = shape && context.records.nameOf(shape);
    if (named) {
      const fields = node.items.map(({ key, value }) => [constantKey(key) ?? "", expression(context, value)] as const);
      return call(context.runtime("python", "record"), [object(fields)], [typeRef(named)]);
    }
    const types =
      type.k === "dict" &&
      (node.items.length === 0 ||
        members(type.key.type).length > 1 ||
        holdsTuple(type.key.type) ||
        holdsTuple(type.value.type) ||
        has(type.value.type, "none", "unknown") ||
        members(type.value.type).length > 1 ||
        has(type.value.type, "list", "dict", "set"))
        ? context.elementTypes(type)
        : undefined;
    if (node.items.length === 0) return construct(Dict, [], types);
    const entries = node.items.map(({ key, value }) => {
      if (!key || isQuiet(context, key) || isQuiet(context, value))
        return array([key ? expression(context, key) : nil(), expression(context, value)]);
      const made = expression(context, key);
      if (awaits(made))
        return context.untranslated("U0103", "a key that waits, beside a value that is made first", key);
      return call(context.runtime("python", "valueFirst"), [expression(context, value), arrow([], made)]);
    });
    return construct(Dict, [array(entries)], types);
  },
  List: items,
  Tuple: items,
  Set: (context, node) => {
    const type = context.typeOf(node);
    if (type.k === "set" && members(type.elem.type).some(isAdapter))
      return context.untranslated("U0103", "functions or classes of the library in a set", node);
    if (type.k === "set" && holdsMixture(type.elem.type)) context.report("A0106", "str and unicode in a set", node);
    return construct(context.runtime("python", "PySet"), [array(node.elts.map((e) => expression(context, e)))]);
  },
  Starred: (context, node) => context.untranslated("U0103", "* in an expression: the file is Python 3", node),
  ListComp: comprehension,
  SetComp: comprehension,
  DictComp: comprehension,
  GeneratorExp: comprehension,
  Yield: (context, node) => {
    if (node.from) return context.untranslated("U0103", "yield from: the file is Python 3", node);
    const made: ts.Expression = {
      type: "YieldExpression",
      argument: node.value ? expression(context, node.value) : nil(),
      delegate: false,
    };
    // `next()` sends nothing, which is None in Python.
    return context.unusedYields.has(node) ? made : logical("??", made, nil());
  },
  Await: (context, node) => context.untranslated("U0103", "await: the file is Python 3", node),
  Call: callExpression,
  Repr: (context, node) => call(reprOf(context, context.typeOf(node.value), node), [expression(context, node.value)]),
  Attribute: attribute,
  Subscript: subscript,
  InvalidExpression: (context, node) => context.untranslated("U0108", node.message, node),
};

/** A list or tuple as it is written. */
function items(context: Context, node: py.List | py.Tuple): ts.Expression {
  const made = array(node.elts.map((e) => expression(context, e)));
  const type = context.typeOf(node);
  if (holdsTuple(type)) context.tuples.set(made, type);
  return made;
}

/** An expression, awaited where its value must be. A call that gives None gives `null`, whatever its translation does. */
export function expression(context: Context, node: py.Expression): ts.Expression {
  const made = effect(context, node);
  return node.kind === "Call" && givesNothing(context, node, made)
    ? call(context.runtime("python", "nothing"), [made])
    : made;
}

/** Python's value of the call is None, and what it is written as has another in TypeScript, or none. */
const givesNothing = (context: Context, node: py.Call, made: ts.Expression): boolean =>
  only(context.typeOf(node), "none") &&
  !isMark(made) &&
  !(made.type === "Literal" && made.value === null) &&
  !members(context.typeOf(node.func)).every(
    (m) => m.k === "func" && !m.wraps && m.fn.returnsValue && !m.fn.returnsNothing,
  );

/** An expression for what it does: its value, where Python's is None, may be another. */
export function effect(context: Context, node: py.Expression): ts.Expression {
  const visit = visitors[node.kind] as Visit<typeof node.kind>;
  const made = visit(context, node as never);
  const isCall = node.kind === "Call" || node.kind === "Attribute" || node.kind === "Subscript";
  if (
    isCall &&
    context.facts.awaited.has(node) &&
    made.type !== "AwaitExpression" &&
    !isMark(made) &&
    !awaitsInside(context, node)
  ) {
    return passedOn(context, node, awaited(made));
  }
  return passedOn(context, node, made);
}

/** A library call whose translation has the `await` inside. */
const awaitsInside = (context: Context, node: py.Expression): boolean =>
  node.kind === "Call" && members(context.typeOf(node.func)).some((m) => library.callable(m)?.async === "inside");

/** `untranslated(…)` throws: there is nothing to await. */
export const isMark = (node: ts.Expression): boolean =>
  node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "untranslated";

function name(context: Context, node: py.Name): ts.Expression {
  const given = context.given.get(node);
  if (given) return given;
  const symbol = context.module.bindings.symbols.get(node);
  const type = context.typeOf(node);
  const builtin = !symbol || (symbol.writes.length === 0 && !symbol.isParameter) || context.facts.isSkipped(symbol);
  if (builtin) return builtinName(context, node, type);
  if (symbol === context.frame.self) return thisValue();
  // A parameter holds what it was given, perhaps a derived class; only other names stand for what the library has.
  const isAlias = !symbol.isParameter && isEntity(context.facts.variable(symbol).type, symbol);
  const reference = isAlias ? libraryReference(context, type, node) : null;
  if (reference) return reference;
  if (type.k === "poison" && isOrigin(context, node))
    return context.untranslated("U0101", `${node.id}: no counterpart`, node);
  if (standsIn(context, node)) return context.untranslated("U0101", `${node.id} as a value: no counterpart`, node);
  if (symbol.scope.node.kind === "ClassDef") return classBodyName(context, node, symbol.scope.node);
  if (type.k === "module") return moduleValue(context, type, node);
  const origin = context.importedName(symbol);
  if (origin) return context.memberOf(origin, symbol.name);
  if (cannotImport(context, symbol))
    return context.untranslated("U0111", `${node.id}: there is no such name in the module`, node);
  const local = told(context, symbol, node, id(context.symbolName(symbol)));
  if (!context.facts.unsetReads.has(node)) return local;
  const isGlobal = symbol.scope.parent === null;
  if (isGlobal && symbol.writes.some(({ node: by }) => "body" in by))
    return context.untranslated("U0104", `${node.id}, which may not be defined yet`, node);
  const feature = isGlobal ? (isInFunction(context, node) ? "givenGlobal" : "boundGlobal") : "bound";
  const checked = call(context.runtime("python", feature), [local, string(node.id)]);
  // Where nothing can have been assigned the check always throws.
  if (type.k === "never") return as(checked, neverType());
  // A test of what the check gave tells TypeScript nothing of the variable.
  const isTold = has(context.facts.variable(symbol).type, "none") && !has(type, "none", "unknown", "poison");
  return isTold ? as(checked, tsType(context, type)) : checked;
}

/** The name stands in a function, which a generator expression, set or dict comprehension is to Python as well but for what it goes over. */
function isInFunction(context: Context, node: py.Name): boolean {
  if (context.frame.fn || context.frame.scope.isFunction) return true;
  const holds = (outer: py.Node): boolean => outer.start <= node.start && node.end <= outer.end;
  return [...context.module.bindings.scopes.keys()].some((outer) => {
    if (outer.kind !== "GeneratorExp" && outer.kind !== "SetComp" && outer.kind !== "DictComp") return false;
    return holds(outer) && !holds(outer.generators[0]!.iter);
  });
}

/** A module of the program as a value: a namespace import. */
function moduleValue(context: Context, type: Type & { k: "module" }, node: py.Expression): ts.Expression {
  const target = context.program.byName.get(type.name);
  return target ? context.imports.namespace(target) : context.untranslated("U0101", `module ${type.name}`, node);
}

/** `from m import name` of a module of the program that has no such name: Python raises ImportError. */
const cannotImport = (context: Context, symbol: PySymbol): boolean =>
  symbol.writes.length > 0 &&
  symbol.writes.every(
    ({ node }) => "asname" in node && context.facts.imports.has(node) && !context.facts.origins.has(node),
  );

/** A name that the class body has given a value above: what it holds is an attribute of the class. */
function classBodyName(context: Context, node: py.Name, owner: py.ClassDef): ts.Expression {
  const cls = context.facts.classes.get(owner);
  const type = context.typeOf(node);
  if (type.k === "class") return context.classId(type.cls);
  if (!cls || cls.methods.has(node.id))
    return context.untranslated("U0109", "a method as a value in the class body", node);
  if (!context.classes.isStatic(cls, node.id) && !context.classes.isShared(cls, node.id))
    return context.untranslated("U0109", `${node.id} in the class body, which instances have too`, node);
  return member(context.classId(cls), context.names.property(node.id));
}

/** A name that an import of the library gave: the import itself leaves nothing behind. */
export function libraryReference(context: Context, type: Type, node: py.Expression): ts.Expression | null {
  switch (type.k) {
    case "libclass": {
      const exception = exceptionClasses.get(type.name);
      if (exception) return context.runtime(exception.barrel, exception.ts);
      const own = library.classEntry(type.name)?.runtime;
      if (own) return context.runtime(own.barrel, own.name);
      return (
        adapter(context, type, node) ??
        context.untranslated("U0103", `${type.name.replace(/^builtins\./, "")} used as a value`, node)
      );
    }
    case "libfn":
      return functionValue(context, type, node);
    case "module":
      if (type.local) return null;
      if (!library.hasModule(type.name)) return context.untranslated("U0101", `module ${type.name}`, node);
      return context.untranslated("U0103", `module ${type.name} used as a value`, node);
    default:
      return null;
  }
}

/** A library function handed on: an arrow function around its translation is the caller's to write. */
function functionValue(context: Context, type: Type & { k: "libfn" }, node: py.Expression): ts.Expression {
  const short = type.name.replace(/^builtins\./, "");
  const reference = library.callable(type)?.reference;
  if (reference) return context.runtime(reference.barrel, reference.name);
  return adapter(context, type, node) ?? context.untranslated("U0103", `function ${short} used as a value`, node);
}

function builtinName(context: Context, node: py.Name, type: Type): ts.Expression {
  if (node.id === "__name__") return moduleName(context);
  if (node.id === "__doc__") {
    const doc = docstring(context.module.tree);
    return doc ? expression(context, doc) : nil();
  }
  const entry = library.entry("builtins", node.id) ?? starEntry(context, node);
  if (entry?.kind === "value") {
    const made = entry.emit(valueEmit(context, id("undefined"), { k: "never" }, node));
    return typeof made === "string" ? context.untranslated("U0103", made, node) : made;
  }
  if (entry?.kind === "refused")
    return context.untranslated(runsText.has(node.id) ? "U0107" : "U0103", `${node.id}: ${entry.reason}`, node);
  const reference = libraryReference(context, type, node);
  if (reference) return reference;
  return context.untranslated("U0111", `${node.id} is not defined`, node);
}

const runsText: ReadonlySet<string> = new Set(["eval", "execfile", "compile"]);

function starEntry(context: Context, node: py.Name) {
  for (const star of context.module.bindings.module.starImports) {
    const entry = library.entry(star.module, node.id);
    if (entry) return entry;
  }
  return null;
}

/** A literal's own spelling where TypeScript reads it as the same number. */
function spelling(source: string, value: number): string {
  const plain = source.replace(/^0+(?=\d)/, "0").toLowerCase();
  if (
    /^(\d+|\d*\.\d+|\d+\.\d*|0x[0-9a-f]+)(e[-+]?\d+)?$/.test(plain) &&
    !/^0\d/.test(plain) &&
    Number(plain) === value
  ) {
    return plain.replace(/^\./, "0.").replace(/\.$/, ".0");
  }
  return String(value);
}

/** A byte string that is no UTF-8: bytes where it is used as such, else text as the runtime holds it. */
function byteString(context: Context, node: py.Str): ts.Expression {
  if (isBytes(context.typeOf(node))) {
    const values = Array.from(node.value, (c) => number(c.charCodeAt(0)));
    return method(id("Uint8Array"), "of", values);
  }
  context.report("A0109", "a byte string that is not text, where bytes of characters count", node);
  return string(escapedUtf8(node.value));
}
