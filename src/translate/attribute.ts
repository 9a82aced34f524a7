import { builtinCalled } from "../program/builtin-name.ts";
import type { ClassInfo } from "../analysis/entities.ts";
import { delegatesTo } from "../analysis/delegation.ts";
import { hasDerived } from "../analysis/type-test.ts";
import { isNewStyle } from "../analysis/special-methods.ts";
import { lib, type Type, type FuncType } from "../analysis/types.ts";
import { arrow, as, binary, call, conditional, id, member, nil, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { exceptionClasses } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import type { Entry, FunctionEntry, NamedValueEmit, ValueEntry } from "../library/entry.ts";
import type { ProgramModule } from "../program/program.ts";
import { runTimeName } from "../program/resolve-module.ts";
import type * as py from "../python/ast.ts";
import { staysTheSame } from "./same-value.ts";
import { heldParameters } from "../library/held-method.ts";
import { emitLibraryCall } from "./library-call.ts";
import { exceptionAttribute, ofLibrary } from "./class-shapes.ts";
import { boundMethod } from "./checked-call.ts";
import { adapter } from "./adapter.ts";
import type { Context } from "./context.ts";
import { exceptionsHaving } from "../analysis/having.ts";
import { havingAttribute, havingOwn, heldBelow } from "./held-attribute.ts";
import { expression, libraryReference } from "./expression.ts";
import { docstring } from "./function.ts";
import { fieldName } from "./named-tuple.ts";
import { objectDict } from "./named-attribute.ts";
import { receiverOf } from "./receiver.ts";
import { standsIn } from "./stand-in.ts";
import { typeNameOf } from "./type-name.ts";
import { describeForReader } from "./text.ts";
import { tsType } from "./types.ts";
import { nameGiver } from "./function-decorators.ts";
import { members } from "../analysis/join.ts";
import { only } from "../analysis/kinds.ts";
import { positionalArguments } from "../library/signature.ts";

/** `value.attr`, read. */
export function attribute(context: Context, node: py.Attribute): ts.Expression {
  const named = typeNameOf(context, node);
  if (named) return named;
  const above = superAttribute(context, node);
  if (above) return above;
  const receiver = context.typeOf(node.value);
  if (standsIn(context, node))
    return context.untranslated("U0101", `${context.source(node)} as a value: no counterpart`, node);
  const module = moduleMember(context, node, receiver);
  if (module) return module;
  // Python raises an AttributeError.
  if (only(receiver, "none"))
    return call(context.runtime("python", "notNone"), [expression(context, node.value), string(node.attr)]);
  if (receiver.k === "never") return context.untranslated("U0104", `.${node.attr} of a value of unknown type`, node);
  // What a class of the library holds is known without it.
  const held = receiver.k === "libclass" ? library.memberEntry(receiver, node.attr) : null;
  if (held?.kind === "value") return emitValue(context, held, id("undefined"), receiver, node);
  const all = node.attr === "__dict__" ? objectDict(context, node.value, node) : null;
  if (all) return all;
  const { object, type } = receiverOf(context, node);
  return read(context, node, object, type);
}

/** `super(C, self).x` of a property. */
function superAttribute(context: Context, node: py.Attribute): ts.Expression | null {
  const { value } = node;
  if (value.kind !== "Call" || builtinCalled(context.module.bindings, value) !== "super") return null;
  if (context.frame.cls === null) return context.untranslated("U0109", "super() outside of a method", node);
  const [cls] = value.args.map((arg) => context.typeOf(arg));
  const bases = cls?.k === "class" ? cls.cls.lineage.slice(1) : [];
  const property = bases.find((base) => base.properties.has(node.attr))?.properties.get(node.attr);
  if (!property?.getter) return null;
  const read = member({ type: "Super" }, context.names.property(node.attr));
  return property.getter.fn.async ? call(read) : read;
}

/** The attribute of an object that is translated already. */
function read(context: Context, node: py.Attribute, object: ts.Expression, type: Type): ts.Expression {
  const socket = socketReason(context, node, object, type);
  if (socket) return socket;
  const readings = distinct(type).map((m) => reading(context, node, object, m));
  const [first] = readings;
  if (first && readings.every((r) => r.key === first.key)) return first.make();
  const ofClass = classAttributeOf(context, object, distinct(type), node.attr);
  if (ofClass) return ofClass;
  const byClass = node.value.kind === "Name" ? readByClass(context, object, distinct(type), readings, node.attr) : null;
  if (byClass) return byClass;
  if (node.attr === "__name__" && distinct(type).every((m) => m.k === "func" && keepsName(context, m)))
    return member(object, "name");
  return context.untranslated("U0104", `.${node.attr} of ${describeForReader(type)}`, node);
}

/** An attribute that several classes have, each a value of its own: the object's class says which. */
function classAttributeOf(
  context: Context,
  object: ts.Expression,
  types: readonly Type[],
  attr: string,
): ts.Expression | null {
  const classes = types.flatMap((m) => (m.k === "instance" ? [m.cls] : []));
  const [first] = classes;
  if (!first || classes.length !== types.length || !classes.every((cls) => context.classes.isStatic(cls, attr)))
    return null;
  const own = as(member(object, "constructor"), { type: "TSTypeQuery", exprName: context.classId(first) });
  return member(own, context.names.property(attr));
}

/**
 * `e.code`, which exceptions of several classes keep under several names: `e instanceof HTTPError ? e.status : e.code`. At most one
 * alternative is no exception: it comes last, untested.
 */
export function readByClass(
  context: Context,
  object: ts.Expression,
  types: readonly Type[],
  readings: readonly Reading[],
  attr: string,
): ts.Expression | null {
  if (object.type !== "Identifier" || types.some((m) => library.memberEntry(m, attr)?.kind !== "value")) return null;
  const choices = types.map((m, i) => ({
    cls: m.k === "lib" ? exceptionClasses.get(m.name) : undefined,
    reading: readings[i],
  }));
  const [other, ...others] = choices.filter((choice) => !choice.cls);
  const tested = choices.filter((choice) => choice.cls);
  const last = other ?? tested.pop();
  if (others.length > 0 || !last?.reading) return null;
  return tested.reduceRight<ts.Expression>(
    (rest, { cls, reading }) =>
      cls && reading
        ? conditional(binary("instanceof", object, context.runtime(cls.barrel, cls.ts)), reading.make(), rest)
        : rest,
    last.reading.make(),
  );
}

/** The function is called in TypeScript what Python calls it, or is given to a decorator under that name. */
const keepsName = (context: Context, { fn }: FuncType): boolean =>
  fn.node.kind === "FunctionDef" &&
  (fn.owner === null || fn.node.decorators.length > 0) &&
  (fn.renamed || fn.node.decorators.length > 0 || context.names.variable(fn.name) === fn.name);

/** A function's docstring, or None; that of the function which a wrapper has its name from. Null where that is not known. */
function docOf(context: Context, { fn, wraps }: FuncType): Reading | null {
  if (nameGiver(context, fn) !== null) return wraps ? docOf(context, wraps) : null;
  const { node } = fn;
  const doc = node.kind === "FunctionDef" ? docstring(node.body) : null;
  return { key: `doc ${JSON.stringify(doc?.value ?? null)}`, make: () => (doc ? string(doc.value) : nil()) };
}

/** What Python calls a function; null for a wrapper that has its name, by `functools.wraps`, from a function that is not known. */
function pythonName(context: Context, { fn, wraps }: FuncType): string | null {
  if (fn.renamed) return null;
  if (nameGiver(context, fn) === null) return fn.name;
  return wraps && pythonName(context, wraps);
}

/** The alternatives, without exceptions whose base is among them. */
const distinct = (type: Type): readonly Type[] =>
  members(type).filter(
    (m) =>
      m.k !== "lib" ||
      !members(type).some((other) => other !== m && other.k === "lib" && library.isSubclass(m.name, other.name)),
  );

/** `e.reason.errno`: the reason of a URLError is a text or a socket error, and only the latter has the attribute. */
function socketReason(context: Context, node: py.Attribute, object: ts.Expression, type: Type): ts.Expression | null {
  const errors = distinct(type).filter((m) => m.k === "lib" && library.isSubclass(m.name, "socket.error"));
  const [error] = errors;
  const isReason = node.value.kind === "Attribute" && node.value.attr === "reason";
  if (!isReason || errors.length !== 1 || !error || !members(type).every((m) => m.k === "str" || errors.includes(m)))
    return null;
  return reading(
    context,
    node,
    call(context.runtime("http", "asSocketError"), [object, string(node.attr)]),
    error,
  ).make();
}

interface Reading {
  /** Equal keys make equal code. */
  readonly key: string | ValueEntry["emit"];
  readonly make: () => ts.Expression;
}

export function reading(context: Context, node: py.Attribute, object: ts.Expression, m: Type): Reading {
  const { attr } = node;
  const plain = (name: string): Reading => ({ key: `.${name}`, make: () => member(object, name) });
  switch (m.k) {
    case "poison":
      // Where it comes in, it has a mark; this is unreachable.
      return plain(attr);
    case "instance": {
      const property = m.cls.findProperty(attr)?.property;
      if (property) {
        if (!property.getter) break;
        const name = context.names.property(attr);
        return property.getter.fn.async ? { key: `${name}()`, make: () => call(member(object, name)) } : plain(name);
      }
      const found = m.cls.findMethod(attr);
      if (found) return { key: `bind ${attr}`, make: () => boundMethod(context, object, found.method, attr) };
      // JavaScript's own `constructor` is of no certain class to TypeScript.
      if (attr === "__class__" && !context.facts.undone.has(m.cls))
        return { key: "class", make: () => as(member(object, "constructor"), tsType(context, context.typeOf(node))) };
      if (m.cls.findMethod("__getattr__") && !attr.startsWith("__")) {
        const asked = askedAttribute(context, node, object, m.cls);
        if (asked) return asked;
      }
      if (m.cls.findAttribute(attr)) return instanceAttribute(context, object, m, attr);
      if (m.cls.isOpaque) return plain(context.names.property(attr));
      if (m.cls.libraryBase) return libraryReading(context, node, object, { k: "lib", name: m.cls.libraryBase });
      break;
    }
    case "class":
      if (attr === "__name__") return plain("name");
      if (m.cls.lineage.some((c) => c.classAttributes.has(attr)) && !ofLibrary(m.cls, attr))
        return plain(context.names.property(attr));
      if (m.cls.isOpaque && !m.cls.findMethod(attr)) return plain(context.names.property(attr));
      break;
    case "lib":
      if (attr === "__class__") return plain("constructor");
      // What the program named itself keeps its name: it is also a text, of the command line or a key.
      const own = exceptionsHaving(context.facts, m.name, attr);
      const [one] = own;
      if (one) {
        const checked = havingOwn(context, object, own, attr);
        const readings = own.map((cls) => reading(context, node, checked, { k: "instance", cls }));
        if (readings.every((r) => r.key === readings[0]?.key))
          return {
            key: `own ${attr}`,
            make: () => reading(context, node, checked, { k: "instance", cls: one }).make(),
          };
      }
      if (m.fields?.get(attr) && !library.memberEntry(m, attr)) return plain(attr);
      break;
    case "module": {
      const target = m.local ? context.program.byName.get(m.name) : undefined;
      if (target?.bindings.module.symbols.has(attr)) return plain(context.names.variable(attr));
      break;
    }
    case "tuple":
      if (m.of?.fieldOf(attr)) return plain(fieldName(context, attr));
      break;
    case "libclass":
      if (attr === "__name__" && exceptionClasses.has(m.name))
        return {
          key: "name of an exception class",
          make: () => call(context.runtime("python", "exceptionName"), [object]),
        };
      break;
    case "func":
      if (attr === "__name__") {
        const name = pythonName(context, m);
        if (name !== null) return { key: `name ${name}`, make: () => string(name) };
        if (keepsName(context, m)) return plain("name");
      }
      if (attr === "__doc__") {
        const doc = docOf(context, m);
        if (doc) return doc;
        break;
      }
      // What every function has begins with one of these.
      if (!/^(__|func_|im_)/.test(attr)) {
        const owner = "'function' object";
        const isSet = m.fn.attributes.has(attr);
        const read = (): ts.Expression => (isSet ? member(object, context.names.property(attr)) : id("undefined"));
        return {
          key: `of function .${attr}`,
          make: () => call(context.runtime("python", "present"), [read(), string(owner), string(attr)]),
        };
      }
      break;
    default:
  }
  return libraryReading(context, node, object, m);
}

/** An attribute that a constructor surely sets is read as it is; any other may be missing, and Python says so. */
function instanceAttribute(
  context: Context,
  object: ts.Expression,
  m: Type & { k: "instance" },
  attr: string,
): Reading {
  const name = exceptionAttribute(m.cls, attr) ?? context.names.property(attr);
  if (context.classes.isStatic(m.cls, attr)) {
    const owner = m.cls.lineage.find((c) => c.classAttributes.has(attr)) ?? m.cls;
    if (context.classes.isOverridden(m.cls, attr)) {
      const first = m.cls.lineage.findLast((c) => c.classAttributes.has(attr)) ?? m.cls;
      const own = as(member(object, "constructor"), {
        type: "TSTypeQuery",
        exprName: context.classId(first),
      });
      return { key: `class of ${first.id}.${name}`, make: () => member(own, name) };
    }
    return { key: `static ${owner.id}.${name}`, make: () => member(context.classId(owner), name) };
  }
  if (context.classes.isSure(m.cls, attr)) return { key: `.${name}`, make: () => member(object, name) };
  // An object of a derived class is named as one.
  if (hasDerived(context.facts, m.cls))
    return {
      key: `?.${name}`,
      make: () =>
        call(context.runtime("python", "attributeOf"), [
          object,
          string(name),
          ...(name === attr && isNewStyle(m.cls) ? [] : [string(attr)]),
          ...(isNewStyle(m.cls) ? [] : [id("true")]),
        ]),
    };
  return {
    key: `?.${name}`,
    make: () =>
      call(context.runtime("python", "present"), [member(object, name), string(ownerName(m.cls)), string(attr)]),
  };
}

/** `object.__getattr__("x")`, of what an object of a class with `__getattr__` has not, or may not have; null for what it surely has. */
function askedAttribute(context: Context, node: py.Attribute, object: ts.Expression, cls: ClassInfo): Reading | null {
  const { attr } = node;
  if (!cls.findAttribute(attr))
    return {
      key: `asked ${attr}`,
      make: () => {
        const made = call(member(object, "__getattr__"), [string(attr)]);
        return delegatesTo(cls) ? as(made, tsType(context, context.typeOf(node))) : made;
      },
    };
  if (context.classes.isStatic(cls, attr) || context.classes.isSure(cls, attr)) return null;
  return {
    key: `asked or own ${attr}`,
    make: () =>
      as(
        call(context.runtime("python", "getAttribute"), [object, string(attr)]),
        tsType(context, context.typeOf(node)),
      ),
  };
}

/** How Python names an object of the class in an AttributeError. */
export const ownerName = (cls: ClassInfo): string =>
  isNewStyle(cls) ? `'${cls.name}' object` : `${cls.name} instance`;

function libraryReading(context: Context, node: py.Attribute, object: ts.Expression, m: Type): Reading {
  const entry = library.memberEntry(m, node.attr);
  const holder = entry === null && m.k === "lib" ? heldBelow(context, m.name, node.attr) : null;
  if (holder !== null)
    return libraryReading(context, node, havingAttribute(context, object, holder, node.attr), lib(holder));
  if (entry?.kind === "value")
    return {
      key: entry.emit,
      make: () => emitValue(context, entry, object, m, node),
    };
  if (entry?.kind === "function" && (!entry.async || entry.native))
    return { key: `method ${node.attr}`, make: () => heldMethod(context, entry, object, m, node) };
  if (entry?.kind === "refused") {
    const message = `.${node.attr} of ${m.k === "lib" ? m.name : m.k}: ${entry.reason}`;
    return { key: message, make: () => context.untranslated("U0103", message, node) };
  }
  const where = m.k === "lib" ? m.name : m.k === "unknown" ? "a value of unknown type" : m.k;
  return {
    key: `unknown ${where}`,
    make: () =>
      m.k === "unknown" || m.k === "json"
        ? context.untranslated("U0104", `.${node.attr} of ${m.k === "json" ? "a JSON value" : where}`, node)
        : context.untranslated("U0102", `.${node.attr} of ${where.replace(/^exceptions\./, "")}`, node),
  };
}

/**
 * A library method handed on as a value: an arrow function over its required parameters. Its object is that of now:
 *   add = self.items.append  →  const add = boundTo(this.items, (items, item: string) => items.push(item));
 */
function heldMethod(
  context: Context,
  entry: FunctionEntry,
  object: ts.Expression,
  receiver: Type,
  node: py.Attribute,
): ts.Expression {
  if (entry.native) return call(member(member(object, entry.native), "bind"), [object]);
  const own = adapter(context, { k: "method", receiver, name: node.attr }, node);
  if (own) return own;
  const isFixed = staysTheSame(context, node.value);
  const bound = isFixed ? object : id(context.temporary(wordFor(context, node.value)));
  const given = (heldParameters({ k: "method", receiver, name: node.attr }) ?? []).map(({ name, type }) => ({
    parameter: name,
    name: id(context.temporary(name)),
    type,
  }));
  const args = new Map(given.map(({ parameter, name, type }) => [parameter, context.stand(name, type, node)]));
  const made = emitLibraryCall(context, entry, node, bound, receiver, { ...positionalArguments(entry), args });
  const parameters = given.map(({ name, type }) => id(name.name, tsType(context, type)));
  if (isFixed || bound.type !== "Identifier") return arrow(parameters, made);
  const self = id(bound.name, tsType(context, receiver));
  return call(context.runtime("python", "boundTo"), [object, arrow([self, ...parameters], made)]);
}

/** A name for what an expression gives. */
const wordFor = (context: Context, node: py.Expression): string =>
  node.kind === "Attribute"
    ? context.names.variable(node.attr)
    : node.kind === "Name"
      ? context.names.variable(node.id)
      : "object";

function emitValue(
  context: Context,
  entry: Entry & { kind: "value" },
  object: ts.Expression,
  receiver: Type,
  node: py.Expression,
): ts.Expression {
  const made = entry.emit(valueEmit(context, object, receiver, node));
  return typeof made === "string" ? context.untranslated("U0103", made, node) : made;
}

export const valueEmit = (
  context: Context,
  receiverTs: ts.Expression,
  receiver: Type,
  place: py.Expression | py.Alias,
): NamedValueEmit => ({
  receiver,
  receiverTs,
  runtime: (barrel, name) => context.runtime(barrel, name),
  nodeImport: (module, name) => context.nodeImport(module, name),
  showsFirst: () => context.showsFirst(place),
  assume: (code, message) => context.report(code as "A0116", message, place),
  hazard: (code, message) => context.report(code as "H0102", message, place),
});

/** `__name__` and `__doc__` of a module of the program. */
function moduleAttribute(context: Context, target: ProgramModule | null, name: string): ts.Expression | null {
  if (!target) return null;
  if (name === "__name__") return string(runTimeName(context.program, target));
  if (name !== "__doc__") return null;
  const doc = docstring(target.tree);
  return doc ? string(doc.value) : nil();
}

/** `module.member`: of the program, an import; of the library, its entry. */
function moduleMember(context: Context, node: py.Attribute, receiver: Type): ts.Expression | null {
  if (receiver.k !== "module") return null;
  const type = context.typeOf(node);
  if (receiver.local) {
    const target = context.program.byName.get(receiver.name);
    const symbol = target?.bindings.module.symbols.get(node.attr);
    if (target && symbol) {
      const reference = libraryReference(context, type, node);
      if (reference) return reference;
      return context.memberOf({ module: target, symbol });
    }
    const own = moduleAttribute(context, target ?? null, node.attr);
    if (own) return own;
    return context.untranslated("U0102", `${receiver.name} has no ${node.attr}`, node);
  }
  if (!library.hasModule(receiver.name))
    return context.untranslated("U0101", `${receiver.name}.${node.attr}: no counterpart`, node);
  const entry = library.entry(receiver.name, node.attr);
  if (entry?.kind === "value" && type.k !== "module")
    return emitValue(context, entry, id("undefined"), { k: "never" }, node);
  if (entry?.kind === "refused")
    return context.untranslated("U0103", `${receiver.name}.${node.attr}: ${entry.reason}`, node);
  const reference = libraryReference(context, type, node);
  if (reference) return reference;
  return context.untranslated("U0102", `${receiver.name}.${node.attr}`, node);
}
