import type { ClassInfo, FunctionInfo } from "./entities.ts";
import type { NamedTupleClass } from "./named-tuple.ts";
import { DictType } from "./record.ts";
import { Clock, Cell, Body, Fields } from "./cells.ts";
import { members, join } from "./join.ts";

/**
 * What is known of a Python value. Containers hold cells that only ever grow; joining two containers makes them share a cell,
 * so that each list has one element type, as its TypeScript type will.
 */
export type Type =
  | {
      readonly k: "never" | "none" | "bool" | "int" | "float" | "bytes" | "unknown" | "unset" | "poison" | "json";
    }
  | StrType
  | UnicodeType
  | LongType
  | { readonly k: "list"; readonly elem: Cell }
  | { readonly k: "set" | "iter"; readonly elem: Cell }
  /** A tuple whose length is not known: `*args`, `tuple(xs)`. */
  | { readonly k: "sequence"; readonly elem: Cell }
  | DictType
  /** `of`: the class that `namedtuple` made, whose objects are tuples. */
  | { readonly k: "tuple"; readonly items: readonly Type[]; readonly of?: NamedTupleClass }
  /** Such a class. */
  | { readonly k: "namedtuple"; readonly of: NamedTupleClass }
  | FuncType
  | PropertyType
  | { readonly k: "class"; readonly cls: ClassInfo }
  | { readonly k: "instance"; readonly cls: ClassInfo }
  /** A class of the library, exceptions included, by qualified name: `urllib2.HTTPError`, `exceptions.ValueError`. */
  | { readonly k: "libclass"; readonly name: string }
  /** An instance of one. */
  | LibType
  | { readonly k: "libfn"; readonly name: string }
  | { readonly k: "method"; readonly receiver: Type; readonly name: string }
  | { readonly k: "module"; readonly name: string; readonly local: boolean }
  | { readonly k: "union"; readonly members: readonly Type[] };

/** An instance of a library class; some carry attributes that the program itself names, such as what `parse_args` gives. */
export interface LibType {
  readonly k: "lib";
  readonly name: string;
  readonly fields?: Fields;
  /** What more is known of this one, in the library's own words: the pattern of a compiled regular expression. Part of the type's identity. */
  readonly detail?: string;
}

/** Python 2's `str` used as text; `ascii` when no byte of it can be above 127. */
export interface StrType {
  readonly k: "str";
  readonly ascii: boolean;
  /** Where it came from a read of bytes: decides between text and `Uint8Array`. */
  readonly body: Body | null;
  /** What is made of unicode where nothing of it is in what is made: mostly empty. */
  readonly rest?: true;
}

export interface UnicodeType {
  readonly k: "unicode";
  /** Python has a `str` where it is ASCII, which `repr` shows: text of ElementTree. */
  readonly shrinks?: true;
}

/** Python's `int` or `long`, of any size: a number while that holds it, else a bigint. */
export interface LongType {
  readonly k: "long";
  /** A small one may be a `long` to Python, which `repr` shows. */
  readonly mixed?: true;
}

export interface FuncType {
  readonly k: "func";
  readonly fn: FunctionInfo;
  /** The object of a bound method. */
  readonly self: Type | null;
  /** The function that a decorator's wrapper stands for: calls bind to its parameters. */
  readonly wraps: FuncType | null;
}

/** What `property` makes: the functions that reading, storing and deleting the attribute call. */
export interface PropertyType {
  readonly k: "property";
  readonly getter: FuncType | null;
  readonly setter: FuncType | null;
  readonly deleter: FuncType | null;
}

export type Kind = Type["k"];

export const never: Type = { k: "never" };
export const none: Type = { k: "none" };
export const bool: Type = { k: "bool" };
export const int: Type = { k: "int" };
export const long: Type = { k: "long" };
export const mixedLong: Type = { k: "long", mixed: true };
export const float: Type = { k: "float" };
export const unicode: Type = { k: "unicode" };
export const bytes: Type = { k: "bytes" };
export const json: Type = { k: "json" };
/** What ElementTree gives: a `str` where it is ASCII. It counts as unicode. */
export const treeText: Type = { k: "unicode", shrinks: true };
export const unknown: Type = { k: "unknown" };
export const unset: Type = { k: "unset" };
export const poison: Type = { k: "poison" };
/** Text that may hold any byte. */
export const str: StrType = { k: "str", ascii: false, body: null };
export const asciiStr: StrType = { k: "str", ascii: true, body: null };
/**
 * Unicode, or a `str` of ASCII: what Python makes of unicode where it puts nothing of it into what it gives. Only `repr` and tests of its
 * type tell the two apart.
 */
export const unicodeOrAscii: Type = { k: "union", members: [{ ...asciiStr, rest: true }, unicode] };

export type ListType = Type & { readonly k: "list" };

export const listOf = (clock: Clock, elem: Type = never): ListType => ({ k: "list", elem: clock.cell(elem) });
export const sequenceOf = (clock: Clock, elem: Type = never): Type => ({ k: "sequence", elem: clock.cell(elem) });
export const setOf = (clock: Clock, elem: Type = never): Type => ({ k: "set", elem: clock.cell(elem) });
export const iterOf = (clock: Clock, elem: Type = never): Type => ({ k: "iter", elem: clock.cell(elem) });
export const dictOf = (clock: Clock, key: Type = never, value: Type = never): DictType =>
  new DictType(clock.cell(key), clock.cell(value));

/** A `Counter`: what is not there counts 0. */
export const counterOf = (clock: Clock, key: Type, value: Type): DictType =>
  new DictType(clock.cell(key), clock.cell(join(int, value)), null, true);

/** A dict whose keys are named one by one. */
export function recordOf(clock: Clock): DictType {
  const [key, value] = [clock.cell(never), clock.cell(never)];
  return new DictType(key, value, clock.shape(value));
}

/** How deep tuples nest before what they hold counts as unknown: `x = (x, 1)` in a loop has no end. */
const TUPLE_DEPTH = 6;

export const tupleOf = (items: readonly Type[]): Type => ({
  k: "tuple",
  items: items.map((item) => (tupleDepth(item) < TUPLE_DEPTH ? item : unknown)),
});

function tupleDepth(type: Type): number {
  return members(type).reduce(
    (deepest, m) => Math.max(deepest, m.k === "tuple" && !m.of ? 1 + Math.max(0, ...m.items.map(tupleDepth)) : 0),
    0,
  );
}
export const lib = (name: string): Type => ({ k: "lib", name });
/** What a method of an operator gives where it does not know the other operand. */
export const notImplemented: Type = lib("NotImplementedType");
export const isNotImplemented = (type: Type): boolean => type.k === "lib" && type.name === "NotImplementedType";
export const libOf = (name: string, detail: string): Type => ({ k: "lib", name, detail });
export const libWith = (name: string, fields: Fields): Type => ({ k: "lib", name, fields });
export const libclass = (name: string): Type => ({ k: "libclass", name });

/** The function that all the wrappers around it stand for, bound to the object that they are bound to. */
export function innermost(type: FuncType): FuncType {
  let at = type;
  while (at.wraps) at = { ...at.wraps, self: at.wraps.self ?? at.self };
  return at;
}
