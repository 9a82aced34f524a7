import type { ClassInfo } from "../analysis/entities.ts";
import { boundSpecial, isIterableObject } from "../analysis/special-methods.ts";
import { slotsOf } from "../analysis/slots.ts";
import { isDynamic } from "../analysis/dynamic.ts";
import { type Type } from "../analysis/types.ts";
import {
  as,
  assign,
  call,
  declare,
  id,
  member,
  number,
  statement,
  string,
  tupleType,
  anyType,
  arrayType,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import { namedItems } from "../library/named-tuples.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression, isMark } from "./expression.ts";
import { valueEmit } from "./attribute.ts";
import { storeItem } from "./subscript.ts";
import { head } from "./stand-in.ts";
import { describeForReader } from "./text.ts";
import { exceptionAttribute } from "./class-shapes.ts";
import { isSettable } from "./exports.ts";
import { isEntity } from "../analysis/held-calls.ts";
import { isTuple } from "./tuple-literals.ts";
import { isEvident, tsType } from "./types.ts";
import type { PySymbol } from "../program/scope.ts";
import { has, only, without } from "../analysis/kinds.ts";
import { isPoison, members } from "../analysis/join.ts";

/**
 * A target of names and tuples of names as a destructuring pattern; null where it is anything else. Of a name that is there more than
 * once, as `_` may be, the last place counts, and the others are left out: a pattern that declares cannot have a name twice.
 *   for _, q, _ in rows  →  const [, q, _] of rows
 */
export function targetPattern(context: Context, target: py.Expression): ts.Pattern | null {
  const names = targetNames(target);
  if (!names) return null;
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
  const name = id(context.symbolName(symbol));
  const { declarations } = context.frame;
  if (symbol.scope === context.frame.scope && node && declarations.declaredBy(symbol, node)) {
    const declaration = declarations.of(symbol);
    const declared = context.declaredType(symbol);
    const constant = declaration?.how === "inline" && declaration.constant;
    const evident = constant
      ? !needsAnnotation(value, type) && !(value.type === "Literal" && context.comparedVariables.has(symbol))
      : isEvident(declared, type) && !needsAnnotation(value, declared);
    // What an untranslated place gives is `any` by itself; another first value says nothing of what comes later.
    const opaque = members(declared).some(
      (m) => ["libclass", "libfn", "module"].includes(m.k) || (m.k === "poison" && (constant || isMark(value))),
    );
    return [
      declare(constant ? "const" : "let", evident || opaque ? name : id(name.name, tsType(context, declared)), value),
    ];
  }
  return [statement(assign(name, value))];
}

/** An empty array or a null has no type of its own, and TypeScript takes a tuple for an array. */
export function needsAnnotation(value: ts.Expression, type: Type): boolean {
  if (value.type === "Literal" && value.value === null) return true;
  if (value.type !== "ArrayExpression") return false;
  return (
    value.elements.length === 0 ||
    members(type).some(
      (m) => isMixed(m) || (m.k === "list" && members(m.elem.type).some((e) => isMixed(e) || e.k === "long")),
    )
  );
}

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
  if (members(type).every((m) => m.k === "poison" || itemsOf(m)?.length === count)) return value;
  const counted = (x: ts.Expression): ts.Expression => call(context.runtime("python", "unpack"), [x, number(count)]);
  if (type.k === "lib" && library.isException(type.name) && count === 2) {
    const parts = target.elts.map((_, i) => tsType(context, library.unpackException(type.name, i)));
    return as(counted(member(value, "args")), tupleType(parts));
  }
  const isObject = (m: Type): boolean =>
    isIterableObject(m) &&
    boundSpecial(m, "__iter__")?.fn.async !== true &&
    boundSpecial(m, "__getitem__")?.fn.async !== true;
  if (!members(type).every((m) => m.k === "iter" || isObject(m) || isDynamic(m) || itemsOf(m))) return null;
  const parts = target.elts.map((elt) => tsType(context, context.typeOf(elt)));
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
  const source = parted(context, target, value, type);
  if (!source) return [statement(context.untranslated("U0104", `unpacking ${describeForReader(type)}`, target))];
  const pattern = targetPattern(context, target);
  if (!pattern) return unpackInTurn(context, target, source, type, node);
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
    const plain = constant || own.every((s, i) => isEvident(context.declaredType(s), partType(type, i)));
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
  return [...before, statement(assign(pattern, source))];
}

const isUntold = (part: ts.ArrayExpression["elements"][number], type: Type): boolean =>
  part !== null && part.type !== "SpreadElement" && part.type === "ArrayExpression" && needsAnnotation(part, type);

const itemsOf = (type: Type): readonly Type[] | null => (type.k === "tuple" ? type.items : namedItems(type));

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
  const typed = type.k === "tuple" ? id(parts.name, tupleType(type.items.map((t) => tsType(context, t)))) : parts;
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

/** `object.attr = value`. */
export function storeAttribute(
  context: Context,
  target: py.Attribute,
  value: ts.Expression,
  type: Type,
): ts.Expression {
  const receiver = context.typeOf(target.value);
  if (target.attr === "__dict__" || target.attr === "__class__")
    return context.untranslated("U0102", `assigning .${target.attr}`, target);
  const some = without(receiver, "none");
  if (only(some, "instance") && members(some).length > 0) {
    const [m] = members(some);
    if (m?.k === "instance") {
      const written = expression(context, target.value);
      // Python raises AttributeError where the value is None.
      const object = has(receiver, "none")
        ? call(context.runtime("python", "notNone"), [written, string(target.attr)])
        : written;
      if (m.cls.findMethod("__setattr__")) return call(member(object, "__setattr__"), [string(target.attr), value]);
      const property = m.cls.findProperty(target.attr)?.property;
      // What stands to be stored is made, and dropped.
      if (property && !property.setter) return call(context.runtime("python", "cannotSet"), [object, value]);
      if (property) return assign(member(object, context.names.property(target.attr)), value);
      const found = m.cls.findMethod(target.attr);
      if (found) return context.untranslated("U0109", `the method ${target.attr} is replaced on an instance`, target);
      const slots = slotsOf(m.cls);
      if (slots !== null && (slots === "unknown" || !slots.has(target.attr)))
        return context.untranslated(
          "U0109",
          `${target.attr} is not in __slots__: Python raises AttributeError`,
          target,
        );
      const own = storeInException(context, target, m.cls, value, type);
      if (own) return own;
      const name = exceptionAttribute(m.cls, target.attr) ?? context.names.property(target.attr);
      return assign(member(object, name), value);
    }
  }
  if (only(receiver, "func")) {
    const stored = storeInFunction(context, target, value);
    if (stored) return stored;
  }
  if (some.k === "class" && some.cls.lineage.some((c) => c.classAttributes.has(target.attr))) {
    return assign(member(expression(context, target.value), context.names.property(target.attr)), value);
  }
  if (receiver.k === "module" && receiver.local) return storeInModule(context, target, receiver.name, value);
  if (receiver.k === "module") {
    const entry = library.entry(receiver.name, target.attr);
    const made =
      entry?.kind === "value" && entry.assign
        ? entry.assign(valueEmit(context, id("undefined"), { k: "never" }, target), value, type)
        : `assigning ${receiver.name}.${target.attr}`;
    return typeof made === "string" ? context.untranslated("U0103", made, target) : made;
  }
  if (receiver.k === "libclass") {
    const entry = library.memberEntry(receiver, target.attr);
    const made =
      entry?.kind === "value" && entry.assign?.(valueEmit(context, id("undefined"), receiver, target), value, type);
    if (made) return typeof made === "string" ? context.untranslated("U0103", made, target) : made;
  }
  if (some.k === "lib") {
    const entry = library.memberEntry(some, target.attr);
    if (entry?.kind === "value" && entry.assign) {
      const written = expression(context, target.value);
      // Python raises AttributeError where the value is None.
      const present =
        receiver === some ? written : call(context.runtime("python", "notNone"), [written, string(target.attr)]);
      const made = entry.assign(valueEmit(context, present, some, target), value, type);
      return typeof made === "string" ? context.untranslated("U0103", made, target) : made;
    }
    if (receiver === some && some.fields?.get(target.attr) && !entry)
      return assign(member(expression(context, target.value), target.attr), value);
    return context.untranslated("U0102", `assigning .${target.attr} of ${some.name}`, target);
  }
  if (isPoison(receiver)) return assign(member(head(context, target.value), target.attr), value);
  return context.untranslated("U0104", `assigning .${target.attr} of ${describeForReader(receiver)}`, target);
}

/** `f.calls = 0`; a wrapper's `__name__` is what `f.name` reads, and its `__doc__` nothing here reads of the function itself. */
function storeInFunction(context: Context, target: py.Attribute, value: ts.Expression): ts.Expression | null {
  const object = expression(context, target.value);
  if (target.attr === "__name__") return call(context.runtime("python", "named"), [value, object]);
  if (/^__.*__$/.test(target.attr)) return null;
  return assign(member(object, context.names.property(target.attr)), value);
}

/** `self.args = …` of the program's own exception: what the library's exceptions are made from. */
function storeInException(
  context: Context,
  target: py.Attribute,
  cls: ClassInfo,
  value: ts.Expression,
  type: Type,
): ts.Expression | null {
  const base = cls.libraryBase;
  if (target.attr !== "args" || base === null || !library.isException(base)) return null;
  const receiver: Type = { k: "lib", name: base };
  const entry = library.memberEntry(receiver, "args");
  if (entry?.kind !== "value" || !entry.assign) return null;
  const made = entry.assign(valueEmit(context, expression(context, target.value), receiver, target), value, type);
  return typeof made === "string" ? context.untranslated("U0103", made, target) : made;
}

/** `module.name = value`: a call of the function by which the module lets others assign it. */
function storeInModule(context: Context, target: py.Attribute, name: string, value: ts.Expression): ts.Expression {
  const module = context.program.byName.get(name);
  const symbol = module?.bindings.module.symbols.get(target.attr);
  if (!module || !symbol)
    return context.untranslated("U0102", `assigning ${name}.${target.attr}, which the module does not have`, target);
  if (!isSettable(symbol) || isEntity(context.facts.variable(symbol).type, symbol))
    return context.untranslated("U0103", `assigning ${name}.${target.attr}, which is no variable there`, target);
  if (module === context.module) return assign(id(context.symbolName(symbol)), value);
  return call(context.imports.member(module, context.names.setter(symbol.name)), [value]);
}
