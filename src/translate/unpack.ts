import { describeKinds } from "../analysis/describe.ts";
import { boundSpecial, isIterableObject } from "../analysis/special-methods.ts";
import { isDynamic } from "../analysis/dynamic.ts";
import type { Type } from "../analysis/types.ts";
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
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { isMark } from "./expression.ts";
import { comesOfMark } from "./opaque.ts";
import { assignsCounted } from "./sure-length.ts";
import { isClassTuple, isEvident, tsType } from "./types.ts";
import { isSimple } from "./truth.ts";
import { only } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";
import { targetPattern, targetSymbols, fits, itemsOf, partType } from "./target-pattern.ts";
import { needsAnnotation } from "./needs-annotation.ts";
import { neverStored } from "./store-name.ts";
import { store } from "./target.ts";

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
  if (members(type).some(isError) && members(type).every((m) => m.k === "str" || isError(m)) && isSimple(value)) {
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
export function unpack(
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
