import { plainKinds } from "./plain-kinds.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import { answerAttributes, holders } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import { sizedTypes } from "../library/sized-types.ts";
import { kindsOf, mayBeOfKind, pythonKind } from "./python-kinds.ts";
import { certainClasses, type TestPlace } from "./type-test.ts";
import { lib, type Type } from "./types.ts";
import { filter, without } from "./kinds.ts";
import { members, union } from "./join.ts";

/** What a test says of a variable: the alternatives left when it holds and when it does not. */
export interface Narrowing {
  readonly name: py.Name;
  readonly whenTrue: (type: Type) => Type;
  readonly whenFalse: (type: Type) => Type;
}

/** Reads the tests that tell something of one variable: truth, `is None`, `== None`, `isinstance`. */
export function narrowing(test: py.Expression, place: TestPlace): Narrowing | null {
  if (test.kind === "Name") return { name: test, whenTrue: truthyPart, whenFalse: falsyPart };
  if (test.kind === "UnaryOp" && test.op === "not") {
    const inner = narrowing(test.operand, place);
    return inner && { name: inner.name, whenTrue: inner.whenFalse, whenFalse: inner.whenTrue };
  }
  if (test.kind === "Compare" && test.ops.length === 1 && test.left.kind === "Name") {
    const [op] = test.ops;
    const [other] = test.comparators;
    if (other?.kind === "Name" && other.id === "None") {
      const isIdentity = op === "is" || op === "is not";
      const isNone = (type: Type): Type =>
        filter(type, (m) => m.k === "none" || m.k === "unknown" || m.k === "json" || (!isIdentity && saysEqual(m)));
      const isNotNone = (type: Type): Type => without(type, "none");
      if (op === "is" || op === "==") return { name: test.left, whenTrue: isNone, whenFalse: isNotNone };
      if (op === "is not" || op === "!=") return { name: test.left, whenTrue: isNotNone, whenFalse: isNone };
    }
  }
  const called = test.kind === "Call" ? builtinCalled(place.module.bindings, test) : null;
  if (test.kind === "Call" && called === "isinstance") {
    const [subject, classes] = test.args;
    if (subject?.kind !== "Name" || !classes) return null;
    const wanted = classAlternatives(place.facts.typeOf(classes));
    if (!wanted) return null;
    const isCertain = certainClasses(classes, place) !== null;
    return {
      name: subject,
      whenTrue: (type) => union(members(type).map((m) => narrowTo(m, wanted))),
      whenFalse: (type) =>
        filter(type, (m) => !isCertain || m.k === "unknown" || m.k === "json" || !wanted.some((c) => surelyIs(m, c))),
    };
  }
  if (test.kind === "Call" && called === "callable") {
    const [subject] = test.args;
    if (subject?.kind !== "Name") return null;
    return {
      name: subject,
      whenTrue: (type) => filter(type, (m) => !plainKinds.has(m.k)),
      whenFalse: (type) => without(type, "func", "class", "libclass", "libfn", "method"),
    };
  }
  if (test.kind === "Call" && called === "hasattr") {
    const [subject, attribute] = test.args;
    if (subject?.kind !== "Name" || attribute?.kind !== "Str") return null;
    const having = (m: Type): readonly string[] | null =>
      m.k === "lib" && library.isException(m.name) ? holders(m.name, attribute.value) : null;
    return {
      name: subject,
      whenTrue: (type) => union(members(type).flatMap((m) => having(m)?.map(lib) ?? [m])),
      // An HTTPError may lack what it has of its answer.
      whenFalse: (type) =>
        answerAttributes.test(attribute.value)
          ? type
          : filter(type, (m) => m.k !== "lib" || !having(m)?.includes(m.name)),
    };
  }
  return null;
}

/** An object that says itself what it is equal to. */
const saysEqual = (type: Type): boolean =>
  type.k === "instance" && ["__eq__", "__ne__", "__cmp__"].some((name) => type.cls.findMethod(name) !== null);

/** What is left of one alternative once it is known to be an instance of one of the classes. */
function narrowTo(type: Type, wanted: readonly Type[]): Type {
  // Of what nobody knows it is seen by `instanceof`, to TypeScript too.
  if (type.k === "unknown" && wanted.every(isSeen)) return union(wanted.map(instanceOf));
  if (type.k === "unknown" || type.k === "json" || wanted.some((cls) => surelyIs(type, cls))) return type;
  if (isIntegerOf(type, wanted)) return type;
  // A set that may be frozen, a dict that may count: what it holds is known.
  return union(wanted.filter((cls) => mayBe(type, cls)).map((cls) => (kindsOf(cls) ? type : instanceOf(cls))));
}

/** A class of the program or of the library, whose objects are of one class here. */
const isSeen = (cls: Type): boolean =>
  cls.k === "class" ||
  (cls.k === "libclass" && !cls.name.startsWith("builtins.") && library.classEntry(cls.name)?.runtime !== undefined);

/** The classes that an `isinstance` or `except` names; null where one is not known. */
export function classAlternatives(type: Type): readonly Type[] | null {
  const found: Type[] = [];
  for (const m of members(type)) {
    if (m.k === "class" || m.k === "libclass" || m.k === "namedtuple") found.push(m);
    else if (m.k === "tuple") {
      for (const item of m.items) {
        const inner = classAlternatives(item);
        if (!inner) return null;
        found.push(...inner);
      }
    } else return null;
  }
  return found.length > 0 ? found : null;
}

/** The instances of a class, by type. */
export function instanceOf(cls: Type): Type {
  if (cls.k === "class") return { k: "instance", cls: cls.cls };
  if (cls.k === "libclass") return library.instance(cls.name);
  if (cls.k === "namedtuple") return cls.of.instance;
  return { k: "unknown" };
}

/** Every value of `type` is an instance of `cls`. */
export function surelyIs(type: Type, cls: Type): boolean {
  if (cls.k === "libclass") {
    const kinds = kindsOf(cls);
    const part = type.k === "instance" ? type.cls.part : null;
    if (kinds) return kinds.includes(part?.k ?? pythonKind(type) ?? (type.k === "dict" ? "dict" : ""));
    if (type.k === "lib") return library.isSubclass(type.name, cls.name);
    return type.k === "instance" && type.cls.libraryBases.some((base) => library.isSubclass(base, cls.name));
  }
  if (cls.k === "namedtuple") return type.k === "tuple" && type.of === cls.of;
  return cls.k === "class" && type.k === "instance" && type.cls.lineage.includes(cls.cls);
}

/** An integer of any size, and both its classes are asked for. */
export const isIntegerOf = (type: Type, wanted: readonly Type[]): boolean =>
  type.k === "long" &&
  ["builtins.int", "builtins.long"].every((name) => wanted.some((c) => c.k === "libclass" && c.name === name));

/** Some value of `type` may be an instance of `cls`: of the class itself, or of a subclass that the static type is a base of. */
export function mayBe(type: Type, cls: Type): boolean {
  if (surelyIs(type, cls)) return true;
  const kinds = kindsOf(cls);
  if (kinds) return kinds.some((kind) => mayBeOfKind(type, kind));
  if (cls.k === "libclass" && type.k === "lib") return library.isSubclass(cls.name, type.name);
  if (cls.k === "class" && type.k === "lib") {
    const bases = [...cls.cls.libraryBases, ...cls.cls.besideLibrary];
    return bases.some((base) => library.isSubclass(base, type.name));
  }
  if (cls.k === "libclass" && type.k === "instance")
    return [...type.cls.besideLibrary].some((base) => library.isSubclass(base, cls.name));
  if (cls.k !== "class" || type.k !== "instance") return false;
  return cls.cls.lineage.includes(type.cls) || type.cls.mixedWith.has(cls.cls);
}

/** The alternatives left when a value is true. */
export function truthyPart(type: Type): Type {
  return without(type, "none");
}

/** The alternatives left when a value is false: objects without a length or a number are always true. */
export function falsyPart(type: Type): Type {
  return filter(type, (m) => !alwaysTrue(m));
}

export function alwaysTrue(type: Type): boolean {
  if (type.k === "instance") {
    const { cls } = type;
    return (
      !cls.findMethod("__nonzero__") &&
      !cls.findMethod("__len__") &&
      !cls.isOpaque &&
      cls.part === null &&
      (cls.libraryBase === null || library.isException(cls.libraryBase))
    );
  }
  if (type.k === "tuple") return type.items.length > 0;
  if (type.k === "lib") return !sizedTypes.has(type.name) && !library.memberEntry(type, "__nonzero__");
  return ["func", "class", "lib", "libclass", "libfn", "method", "module", "iter"].includes(type.k);
}
