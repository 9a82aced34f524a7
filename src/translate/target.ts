import { partly } from "../analysis/built-in-part.ts";
import { describeKinds } from "../analysis/describe.ts";
import { storeAttribute } from "./store-attribute.ts";
import { boundSpecial, isIterableObject } from "../analysis/special-methods.ts";
import { isDynamic } from "../analysis/dynamic.ts";
import { type Type } from "../analysis/types.ts";
import {
  array,
  as,
  assign,
  binary,
  call,
  conditional,
  declare,
  id,
  member,
  neverType,
  number,
  statement,
  tupleType,
  anyType,
  arrayType,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import { namedItems } from "../library/named-tuples.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { isMark } from "./expression.ts";
import { classBodyTarget } from "./class-body.ts";
import { storeItem } from "./subscript.ts";
import { comesOfMark, isKnownType, isOpaque } from "./opaque.ts";
import { isTuple } from "./tuple-literals.ts";
import { assignsCounted } from "./sure-length.ts";
import { isClassTuple, isEvident, tsType } from "./types.ts";
import { hasGrown } from "./given-by-library.ts";
import { isSimple } from "./truth.ts";
import { childExpressions } from "../program/child-expressions.ts";
import { insideLoop } from "./declarations.ts";
import type { PySymbol } from "../program/scope.ts";
import { has, only } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";

/**
 * A target of names and tuples of names as a destructuring pattern; null where it is anything else. Of a name that is there more than
 * once, as `_` may be, the last place counts, and the others are left out: a pattern that declares cannot have a name twice.
 *   for _, q, _ in rows  →  const [, q, _] of rows
 */
export function targetPattern(context: Context, target: py.Expression): ts.Pattern | null {
  const names = targetNames(target);
  if (!names) return null;
  if (names.some((name) => context.module.bindings.symbols.get(name)?.scope.node.kind === "ClassDef")) return null;
  const last = new Map(names.map((name) => [context.module.bindings.symbols.get(name), name]));
  return last.has(undefined) ? null : patternOf(context, target, new Set(last.values()));
}

function patternOf(context: Context, target: py.Expression, kept: ReadonlySet<py.Name>): ts.Pattern | null {
  if (target.kind === "Tuple" || target.kind === "List")
    return { type: "ArrayPattern", elements: target.elts.map((e) => patternOf(context, e, kept)) };
  const symbol = target.kind === "Name" && kept.has(target) ? context.module.bindings.symbols.get(target) : undefined;
  return symbol ? id(context.symbolName(symbol)) : null;
}

/** The names of a target, from left to right as they are stored; null where a part is something else. */
function targetNames(target: py.Expression): readonly py.Name[] | null {
  if (target.kind === "Name") return [target];
  if (target.kind !== "Tuple" && target.kind !== "List") return null;
  const parts = target.elts.map(targetNames);
  return parts.every((part) => part !== null) ? parts.flat() : null;
}

export function targetSymbols(context: Context, target: py.Expression): readonly PySymbol[] {
  if (target.kind === "Name") {
    const symbol = context.module.bindings.symbols.get(target);
    return symbol ? [symbol] : [];
  }
  return target.kind === "Tuple" || target.kind === "List" ? target.elts.flatMap((e) => targetSymbols(context, e)) : [];
}

/** Every value of the type comes apart into the target's parts: a destructuring does what Python does. */
export function fits(target: py.Expression, type: Type): boolean {
  if (target.kind !== "Tuple" && target.kind !== "List") return true;
  return members(type).every((m) => {
    const items = itemsOf(m);
    if (!items) return m.k === "poison";
    return items.length === target.elts.length && target.elts.every((elt, i) => fits(elt, items[i] ?? type));
  });
}

/** Stores a translated value in a target; `node` is what declares the target's names where they are declared there. */
export function store(
  context: Context,
  target: py.Expression,
  value: ts.Expression,
  type: Type,
  node: py.Span | null,
): ts.Statement[] {
  switch (target.kind) {
    case "Name":
      return storeName(context, target, value, type, node);
    case "Tuple":
    case "List":
      return unpack(context, target, value, type, node);
    case "Attribute":
      return [statement(storeAttribute(context, target, value, type))];
    case "Subscript":
      return [statement(storeItem(context, target, value, type))];
    default:
      return [statement(context.untranslated("U0103", "this kind of target", target))];
  }
}

function storeName(
  context: Context,
  target: py.Name,
  value: ts.Expression,
  type: Type,
  node: py.Span | null,
): ts.Statement[] {
  const symbol = context.module.bindings.symbols.get(target);
  if (!symbol) return [statement(value)];
  const attribute = classBodyTarget(context, symbol);
  if (attribute !== null)
    return [
      statement(
        typeof attribute === "string" ? context.untranslated("U0109", attribute, target) : assign(attribute, value),
      ),
    ];
  const name = id(context.symbolName(symbol));
  const { declarations } = context.frame;
  const isAny = comesOfMark(value) || (node !== null && isGivenOpaque(context, target, node));
  if (symbol.scope === context.frame.scope && node && declarations.declaredBy(symbol, node)) {
    const declaration = declarations.of(symbol);
    const declared = context.declaredType(symbol);
    const constant = declaration?.how === "inline" && declaration.constant;
    const { value: given } = node as Partial<py.Assign>;
    const evident =
      (given !== undefined && !isTyped(value) && hasGrown(context, given, declared)) ||
      (isAny && isKnownType(declared)) ||
      (has(declared, "poison") && isText(value))
        ? false
        : constant
          ? !needsAnnotation(value, type) && !(value.type === "Literal" && context.comparedVariables.has(symbol))
          : isEvident(declared, type) &&
            value.type !== "ThisExpression" &&
            !needsAnnotation(value, declared) &&
            !isMixedList(declared) &&
            !holdsUnknown(declared);
    // What an untranslated place gives is `any` by itself; another first value says nothing of what comes later.
    const opaque = members(declared).some(
      (m) =>
        ["libclass", "libfn", "module"].includes(m.k) ||
        (m.k === "poison" && (constant ? !isText(value) : isMark(value))),
    );
    // `let subjects = null;` of what is a module later: TypeScript would take it for one in the functions that read it.
    const isNull = opaque && !constant && value.type === "Literal" && value.value === null;
    const said = isNull ? anyType() : evident || opaque ? null : tsType(context, declared);
    const circular = said === null && !opaque && followsItself(context, symbol, node as py.Span & Partial<py.Assign>);
    const type_ = circular ? tsType(context, declared) : said;
    return [declare(constant ? "const" : "let", type_ ? id(name.name, type_) : name, value)];
  }
  return [statement(assign(name, neverStored(context, symbol, value, type, isAny)))];
}

/**
 * What TypeScript takes the variable for follows from another, which is of several kinds and is given a value made of this one in the same
 * loop:
 *   src = search; search = src + "x"
 */
function followsItself(context: Context, symbol: PySymbol, { value }: Partial<py.Assign>): boolean {
  if (!value) return false;
  const named = (e: py.Expression): readonly PySymbol[] => [
    ...(e.kind === "Name" ? [context.module.bindings.symbols.get(e) ?? symbol] : []),
    ...childExpressions(e).flatMap(named),
  ];
  return named(value).some(
    (other) =>
      other !== symbol &&
      members(context.declaredType(other)).length > 1 &&
      other.writes.some(({ place }) => {
        const by = place.block.body[place.index];
        return (
          insideLoop(place) && (by?.kind === "Assign" || by?.kind === "AugAssign") && named(by.value).includes(symbol)
        );
      }),
  );
}

/** `new Dict<string, number>()`, or what is made of such. */
const isTyped = (value: ts.Expression | ts.SpreadElement | undefined): boolean =>
  (value?.type === "CallExpression" || value?.type === "NewExpression") &&
  (value.typeArguments !== undefined || isTyped(value.arguments[0]));

/** `target = value` of a value that is `any` to TypeScript. */
function isGivenOpaque(context: Context, target: py.Name, node: py.Span): boolean {
  const { kind, targets, value } = node as Partial<py.Assign>;
  return kind === "Assign" && value !== undefined && targets?.includes(target) === true && isOpaque(context, value);
}

/** Texts put together: TypeScript knows what they are, though nobody knows the parts. */
const isText = (value: ts.Expression): boolean =>
  value.type === "TemplateLiteral" || (value.type === "BinaryExpression" && value.operator === "+");

/**
 * What comes of an untranslated place is never stored: TypeScript would take a variable that may hold several kinds of values for any of
 * them afterwards. Where the value's type is known all the same, it is told.
 */
function neverStored(
  context: Context,
  symbol: PySymbol,
  value: ts.Expression,
  type: Type,
  isAny: boolean,
): ts.Expression {
  const declared = context.declaredType(symbol);
  const isOne = members(declared).length < 2 && !context.facts.mayBeUnset(symbol) && !symbol.deleted;
  if (isOne || has(declared, "poison", "unknown")) return value;
  if (type.k !== "poison" && !isAny) return value;
  return as(value, isKnownType(type) ? tsType(context, type) : neverType());
}

/** An empty array or a null has no type of its own, and TypeScript takes a tuple for an array. */
export function needsAnnotation(value: ts.Expression, type: Type): boolean {
  if (value.type === "Literal" && value.value === null) return true;
  // `new PySet([])`, `[...[]]`
  if (value.type === "NewExpression" || value.type === "CallExpression")
    return !value.typeArguments && !isNeverFilled(type) && value.arguments.some(isEmptyArray);
  if (value.type !== "ArrayExpression") return false;
  if (value.elements.some((e) => e?.type === "SpreadElement" && isEmptyArray(e.argument))) return true;
  return (
    value.elements.length === 0 ||
    value.elements.some((e) => e?.type === "ArrayExpression" && e.elements.length === 0) ||
    members(type).some(
      (m) => isMixed(m) || (m.k === "list" && members(m.elem.type).some((e) => isMixed(e) || e.k === "long")),
    )
  );
}

/** Nothing ever gets into it, so that its items have no type. */
const isNeverFilled = (type: Type): boolean =>
  members(type).every((m) => ("elem" in m ? m.elem.type.k === "never" : m.k === "dict" && m.key.type.k === "never"));

const isEmptyArray = (node: ts.Expression | ts.SpreadElement): boolean =>
  node.type === "ArrayExpression" && node.elements.length === 0;

/** A variable that is assigned again may get other items: `rows = re.findall(…); rows = [row[0] for row in rows]`. */
const isMixedList = (type: Type): boolean => type.k === "list" && members(type.elem.type).length > 1;

/** A list that may get lists of anything later, or tuples. */
const holdsUnknown = (type: Type): boolean =>
  type.k === "list" &&
  members(type.elem.type).some((m) =>
    m.k === "tuple" ? m.items.some((item) => has(item, "unknown")) : "elem" in m && has(m.elem.type, "unknown"),
  );

/** A tuple of different kinds of values, or a list of such. */
const isMixed = (type: Type): boolean => isTuple(type) || (type.k === "list" && members(type.elem.type).length > 1);

/** The parts of a value that is taken apart, counted by the runtime where their number is not known; null where that cannot be written. */
export function parted(
  context: Context,
  target: py.Tuple | py.List,
  value: ts.Expression,
  type: Type,
): ts.Expression | null {
  const count = target.elts.length;
  if (type.k === "never") return null;
  // Of a tuple of classes TypeScript knows what `except` takes, no length.
  if (isClassTuple(type) && itemsOf(type)?.length === count)
    return as(value, tupleType((itemsOf(type) ?? []).map((item) => tsType(context, item))));
  if (members(type).every((m) => m.k === "poison" || itemsOf(m)?.length === count)) return value;
  const counted = (x: ts.Expression): ts.Expression => call(context.runtime("python", "unpack"), [x, number(count)]);
  if (type.k === "lib" && library.isException(type.name)) {
    const parts = target.elts.map((_, i) => tsType(context, library.unpackException(type.name, i, count)));
    const made = counted(member(value, "args"));
    return parts.every((part) => part.type === "TSUnknownKeyword") ? made : as(made, tupleType(parts));
  }
  const isError = (m: Type): boolean => m.k === "lib" && library.isException(m.name);
  if (members(type).every((m) => m.k === "str" || isError(m)) && isSimple(value)) {
    const parts = target.elts.map((elt) => tsType(context, context.typeOf(elt)));
    const test = binary("instanceof", value, context.runtime("python", "BaseException"));
    return as(counted(conditional(test, member(value, "args"), value)), tupleType(parts));
  }
  const isObject = (m: Type): boolean =>
    isIterableObject(m) &&
    boundSpecial(m, "__iter__")?.fn.async !== true &&
    boundSpecial(m, "__getitem__")?.fn.async !== true;
  if (!members(type).every((m) => m.k === "iter" || isObject(m) || isDynamic(m) || itemsOf(m))) return null;
  // A part of what cannot be taken apart is never stored.
  const parts = target.elts.map((elt) => {
    const part = context.typeOf(elt);
    return part.k === "never" ? neverType() : tsType(context, part);
  });
  const isTold = only(type, "list", "sequence") || parts.every((part) => part.type === "TSUnknownKeyword");
  if (isMark(value)) return as(counted(value), arrayType(anyType()));
  return isTold ? counted(value) : as(counted(value), tupleType(parts));
}

/** `a, b = value`: a destructuring where the shape is known, else the runtime checks it as Python does. */
function unpack(
  context: Context,
  target: py.Tuple | py.List,
  value: ts.Expression,
  type: Type,
  node: py.Span | null,
): ts.Statement[] {
  const source = assignsCounted(context, node, target.elts.length) ? value : parted(context, target, value, type);
  if (!source) return [statement(context.untranslated("U0104", `unpacking ${describeKinds(type)}`, target))];
  const pattern = targetPattern(context, target);
  if (!pattern) return unpackInTurn(context, target, source, type, node);
  // What is taken apart in turn is counted as well: `a, (b, c) = row`.
  if (target.elts.some(isParted) && !fits(target, type)) {
    const names = targetSymbols(context, target).filter((s) => node && context.frame.declarations.declaredBy(s, node));
    return [
      ...[...new Set(names)].map((s) =>
        declare("let", id(context.symbolName(s), tsType(context, context.declaredType(s))), null),
      ),
      ...unpackInTurn(context, target, source, type, null),
    ];
  }
  const symbols = targetSymbols(context, target);
  const own = [...new Set(symbols)].filter(
    (s) => s.scope === context.frame.scope && node && context.frame.declarations.declaredBy(s, node),
  );
  if (own.length === symbols.length && new Set(symbols).size === symbols.length) {
    const constant = own.every((s) => {
      const d = context.frame.declarations.of(s);
      return d?.how === "inline" && d.constant;
    });
    // One kind for all: `let` where any of them changes. What changes its type is declared before.
    const plain =
      constant || (!holdsThis(source) && own.every((s, i) => isEvident(context.declaredType(s), partType(type, i))));
    if (plain) {
      // An empty array says nothing of what it will hold.
      const isOpen =
        source.type === "ArrayExpression" && source.elements.some((e, i) => isUntold(e, partType(type, i)));
      const types = isOpen ? own.map((s) => tsType(context, context.declaredType(s))) : null;
      return [declare(constant ? "const" : "let", pattern, types ? as(source, tupleType(types)) : source)];
    }
  }
  const before = own.map((s) =>
    declare("let", id(context.symbolName(s), tsType(context, context.declaredType(s))), null),
  );
  return [...before, statement(assign(pattern, neverTakenApart(context, target, source, type)))];
}

/** The parts of a value that are stored in variables, each as `neverStored` has it. */
function neverTakenApart(
  context: Context,
  target: py.Tuple | py.List,
  source: ts.Expression,
  type: Type,
): ts.Expression {
  const stored = (elt: py.Expression | undefined, part: ts.Expression, of: Type): ts.Expression => {
    const symbol = elt?.kind === "Name" ? context.module.bindings.symbols.get(elt) : undefined;
    return symbol ? neverStored(context, symbol, part, of, comesOfMark(part)) : part;
  };
  if (source.type === "ArrayExpression" && source.elements.length === target.elts.length) {
    const parts = source.elements.map((e, i) =>
      e.type === "SpreadElement" ? e : stored(target.elts[i], e, partType(type, i)),
    );
    return parts.every((part, i) => part === source.elements[i]) ? source : array(parts);
  }
  if (type.k !== "poison") return source;
  const parts = target.elts.map((elt) => stored(elt, source, type));
  return parts.every((part) => part === source)
    ? source
    : as(source, tupleType(parts.map((part) => (part === source ? anyType() : neverType()))));
}

/** `this` is of no certain class to TypeScript: a variable that has it first takes no other object of the class. */
const holdsThis = (source: ts.Expression): boolean =>
  source.type === "ArrayExpression" && source.elements.some((e) => e?.type === "ThisExpression");

const isParted = (target: py.Expression): boolean => target.kind === "Tuple" || target.kind === "List";

const isUntold = (part: ts.ArrayExpression["elements"][number], type: Type): boolean =>
  part !== null && part.type !== "SpreadElement" && part.type === "ArrayExpression" && needsAnnotation(part, type);

const itemsOf = (given: Type): readonly Type[] | null => {
  const type = partly(given, "__iter__");
  return type.k === "tuple" ? type.items : namedItems(type);
};

const partType = (type: Type, i: number): Type => {
  const items = itemsOf(type);
  return items ? (items[i] ?? { k: "never" }) : { k: "unknown" };
};

/** Targets that are no names: each is stored to in turn. */
function unpackInTurn(
  context: Context,
  target: py.Tuple | py.List,
  source: ts.Expression,
  type: Type,
  node: py.Span | null,
): ts.Statement[] {
  // self.a, self.b = a, b: nothing that is stored is read again.
  if (
    source.type === "ArrayExpression" &&
    source.elements.every((e) => e.type === "Identifier" || e.type === "Literal") &&
    target.elts.every((elt) => elt.kind === "Attribute")
  ) {
    return target.elts.flatMap((elt, i) =>
      store(context, elt, source.elements[i] as ts.Expression, partType(type, i), node),
    );
  }
  const parts = id(context.temporary("parts"));
  const typed = type.k === "tuple" ? id(parts.name, tsType(context, type)) : parts;
  const statements: ts.Statement[] = [declare("const", typed, source)];
  target.elts.forEach((elt, i) => {
    const part: ts.Expression = {
      type: "MemberExpression",
      object: parts,
      property: number(i),
      computed: true,
      optional: false,
    };
    statements.push(...store(context, elt, part, partType(type, i), node));
  });
  return [{ type: "BlockStatement", body: statements }];
}
