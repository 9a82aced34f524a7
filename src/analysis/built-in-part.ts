import type { FunctionEntry } from "../library/entry.ts";
import type { ClassInfo } from "./entities.ts";
import { members, union } from "./join.ts";
import type { Type } from "./types.ts";

/**
 * What a value is to an operator or a function of the library: an object of a class that derives from `dict` or `list` is one of these, if
 * its class has none of the special methods which are asked for.
 */
export function partly(type: Type, ...methods: readonly string[]): Type {
  if (type.k !== "instance" && type.k !== "union") return type;
  const all = members(type);
  if (!all.some((m) => m.k === "instance" && m.cls.part !== null)) return type;
  return union(all.map((m) => (m.k === "instance" && keepsAll(m.cls, methods) ? (m.cls.part ?? m) : m)));
}

/** What a value is where every object of a class that derives from a tuple is one, whatever methods the class has: to `%`, as a key. */
export const asTuples = (type: Type): Type =>
  union(members(type).map((m) => (m.k === "instance" && m.cls.part?.k === "tuple" ? m.cls.part : m)));

/** A named tuple has a field of that name. */
export const hasField = (part: Type, name: string): boolean =>
  part.k === "tuple" && part.of !== undefined && part.of.fieldOf(name) !== null;

const keepsAll = (cls: ClassInfo, methods: readonly string[]): boolean =>
  methods.every((name) => cls.findMethod(name) === null);

/** What an argument is to the library's functions, which look into it as they do into a container, unless its class has its own way. */
export const asArgument = (type: Type, entry?: FunctionEntry): Type =>
  entry?.asksClass ? type : partly(type, "__iter__", "__len__", ...(entry?.asksMethods ?? []));

/** A class has its own way to something that its base class, which derives from a container, has from that: who calls it does not know. */
export function hiddenFromBase(cls: ClassInfo, isOfContainer: (name: string) => boolean): string | null {
  if (cls.part === null) return null;
  const [base] = cls.bases;
  if (base?.k !== "class") return null;
  const own = [...cls.methods.keys(), ...cls.properties.keys()];
  return own.find((name) => name !== "__init__" && isOfContainer(name) && base.cls.findMethod(name) === null) ?? null;
}

/** What the library keeps of an argument, or gives back, is the object itself, and not only the container that it is to the library. */
export function asGiven(type: Type, given: readonly Type[]): Type {
  const all = given.flatMap((arg) => members(arg));
  const objects = all.filter((m) => m.k === "instance" && m.cls.part !== null);
  if (objects.length === 0) return type;
  return union(
    members(type).flatMap((m) => {
      const own = objects.filter((object) => object.k === "instance" && object.cls.part && isOne(object.cls.part, m));
      // A plain container among the arguments, which was taken for one type with it.
      const isPlain = own.length === 0 || all.some((other) => other.k !== "instance" && isOne(other, m));
      return isPlain ? [m, ...own] : own;
    }),
  );
}

/** Containers of the same cells. */
const isOne = (a: Type, b: Type): boolean =>
  a === b ||
  (a.k === "list" && b.k === "list" && a.elem.root === b.elem.root) ||
  (a.k === "dict" && b.k === "dict" && a.value.root === b.value.root);
