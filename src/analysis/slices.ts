import type * as py from "../python/ast.ts";
import type { ClassInfo } from "./entities.ts";
import { has, only } from "./kinds.ts";
import { members } from "./join.ts";
import { isNewStyle } from "./special-methods.ts";
import { type FuncType, int, lib, type Type } from "./types.ts";

/** What `slice` makes. */
export const SLICE = "builtins.slice";
export const slice: Type = lib(SLICE);

/** A value may be what `slice` makes. */
export const maySlice = (type: Type): boolean => members(type).some((m) => m.k === "lib" && m.name === SLICE);

/** A value is what `slice` makes, for sure. */
export const isOnlySlice = (type: Type): boolean => type.k === "lib" && type.name === SLICE;

/** A value is an integer, or what `slice` makes, and surely one of the two. */
export const isIndexOrSlice = (type: Type): boolean =>
  maySlice(type) && only(type, "lib", "int", "bool") && members(type).every((m) => m.k !== "lib" || m.name === SLICE);

export type SlicePart = py.Slice & { readonly type: "slice" };

/** The methods that a slice of an object may ask for: the older one, which takes two bounds, and the one for items. */
const methods = {
  get: ["__getslice__", "__getitem__"],
  set: ["__setslice__", "__setitem__"],
  delete: ["__delslice__", "__delitem__"],
} as const;

/** The method that a slice of an object means, and what it is given of the slice. */
export interface SliceMethod {
  readonly name: string;
  readonly method: FuncType;
  /** Two integers; a slice of what was written; or, of an old-style class, a slice of two integers. */
  readonly given: "bounds" | "slice" | "slice of bounds";
}

/** The method that Python calls for a slice of an object of the class; null where it has none. */
export function sliceMethod(cls: ClassInfo, part: SlicePart, use: keyof typeof methods): SliceMethod | null {
  const [older, item] = methods[use];
  const own = part.step ? null : cls.findMethod(older);
  if (own) return { name: older, method: own.method, given: "bounds" };
  const found = cls.findMethod(item);
  const given = part.step || isNewStyle(cls) ? "slice" : "slice of bounds";
  return found && { name: item, method: found.method, given };
}

/** The method that a class which derives from a container has to have, to be asked for a slice before the container is. */
export const askedForSlice = (part: SlicePart, use: keyof typeof methods): string => methods[use][part.step ? 1 : 0];

/** The types that the method gets of the slice. */
export const sliceArguments = ({ given }: SliceMethod): readonly Type[] => (given === "bounds" ? [int, int] : [slice]);

/** Whether the parts of a slice that are written are integers for sure. */
export const areIntegers = (part: SlicePart, typeOf: (e: py.Expression) => Type): boolean =>
  [part.lower, part.upper, part.step].every((e) => e === null || (only(typeOf(e), "int") && !has(typeOf(e), "none")));
