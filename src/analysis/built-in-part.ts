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
