import type { ClassInfo, FunctionInfo } from "./entities.ts";
import type { NamedTupleClass } from "./named-tuple.ts";
import { DictType, RecordShape } from "./record.ts";

/**
 * What is known of a Python value. Containers hold cells that only ever grow; joining two containers makes them share a cell,
 * so that each list has one element type, as its TypeScript type will.
 */
export type Type =
  | {
      readonly k:
        | "never"
        | "none"
        | "bool"
        | "int"
        | "float"
        | "unicode"
        | "bytes"
        | "unknown"
        | "unset"
        | "poison"
        | "json";
    }
  | StrType
  | LongType
  | { readonly k: "list" | "set" | "iter"; readonly elem: Cell }
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

/**
 * Counts every growth of a cell, so that a fixpoint knows when it is one, and hands out cells by place: a container made at one place
 * of the program is the same one in each round.
 */
export class Clock {
  ticks = 0;
  private site: object | null = null;
  private ordinal = 0;
  private readonly cells = new Map<object, Map<number, Cell>>();
  private readonly bodies = new Map<object, Body>();
  private readonly shapes = new Map<object, RecordShape>();
  /** Types are what they are: nothing is inferred any more. */
  settled = false;
  /** What grows now counts as unknown, so that there is an end to it. */
  widens = false;
  private readonly fieldsBySite = new Map<object, Fields>();

  /** Runs `body` for a place of the program: the cells it makes are that place's. */
  at<T>(site: object, body: () => T): T {
    const outer = { site: this.site, ordinal: this.ordinal };
    this.site = site;
    this.ordinal = 0;
    const result = body();
    this.site = outer.site;
    this.ordinal = outer.ordinal;
    return result;
  }

  /** The body read at the current place. */
  body(): Body {
    const site = this.site ?? this;
    let body = this.bodies.get(site);
    if (!body) this.bodies.set(site, (body = new Body(this)));
    return body;
  }

  /** No more bodies are going to be used. */
  settleBodies(): void {
    for (const body of this.bodies.values()) body.settle();
  }

  /** The attributes of the object made at the current place. */
  fields(): Fields {
    const site = this.site ?? this;
    let fields = this.fieldsBySite.get(site);
    if (!fields) this.fieldsBySite.set(site, (fields = new Fields(this)));
    return fields;
  }

  /** The record made at the current place. */
  shape(general: Cell): RecordShape {
    const site = this.site ?? this;
    let shape = this.shapes.get(site);
    if (!shape) this.shapes.set(site, (shape = new RecordShape(this, general)));
    return shape;
  }

  cell(initial: Type): Cell {
    if (!this.site) return new Cell(this, initial);
    let here = this.cells.get(this.site);
    if (!here) this.cells.set(this.site, (here = new Map()));
    const ordinal = this.ordinal++;
    let cell = here.get(ordinal);
    if (!cell) here.set(ordinal, (cell = new Cell(this)));
    cell.grow(initial);
    return cell;
  }
}

/** A growing type, shared by union-find. */
export class Cell {
  private parent: Cell | null = null;
  private content: Type = never;
  private isWidened = false;
  readonly clock: Clock;

  constructor(clock: Clock, initial: Type = never) {
    this.clock = clock;
    this.content = initial;
  }

  get root(): Cell {
    let cell: Cell = this;
    while (cell.parent) cell = cell.parent;
    return cell;
  }

  get type(): Type {
    return this.root.content;
  }

  grow(type: Type): void {
    const { root } = this;
    const joined = join(root.content, type);
    if (root.isWidened || same(joined, root.content)) return;
    root.isWidened = this.clock.widens;
    root.content = root.isWidened ? unknown : joined;
    this.clock.ticks++;
  }

  unify(other: Cell): void {
    const a = this.root;
    const b = other.root;
    if (a === b) return;
    b.parent = a;
    this.clock.ticks++;
    a.grow(b.content);
  }
}

/**
 * A read of bytes, and everything that shares its fate. It stays bytes where something takes it as they are, a file or a digest, and
 * nothing asks for text; whatever else is done with it is done to text.
 */
export class Body {
  private parent: Body | null = null;
  private text = false;
  private data = false;
  readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  private get root(): Body {
    let body: Body = this;
    while (body.parent) body = body.parent;
    return body;
  }

  get isText(): boolean {
    return this.root.text;
  }

  useAsText(): void {
    if (this.root.text) return;
    this.root.text = true;
    this.clock.ticks++;
  }

  useAsData(): void {
    this.root.data = true;
  }

  /** Nothing more is going to be seen of it: what nothing has taken as bytes is text. */
  settle(): void {
    if (!this.root.data) this.useAsText();
  }

  unify(other: Body): void {
    const a = this.root;
    const b = other.root;
    if (a === b) return;
    b.parent = a;
    a.data ||= b.data;
    this.clock.ticks++;
    if (b.text) a.useAsText();
  }
}

/** Attributes by name, each a growing type, shared by union-find. */
export class Fields {
  private parent: Fields | null = null;
  private readonly cells = new Map<string, Cell>();
  readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  get root(): Fields {
    let fields: Fields = this;
    while (fields.parent) fields = fields.parent;
    return fields;
  }

  get(name: string): Type | null {
    return this.root.cells.get(name)?.type ?? null;
  }

  get entries(): readonly (readonly [string, Type])[] {
    return [...this.root.cells].map(([name, cell]) => [name, cell.type]);
  }

  grow(name: string, type: Type): void {
    const { cells } = this.root;
    let cell = cells.get(name);
    if (!cell) {
      cells.set(name, (cell = new Cell(this.clock)));
      this.clock.ticks++;
    }
    cell.grow(type);
  }

  unify(other: Fields): void {
    const a = this.root;
    const b = other.root;
    if (a === b) return;
    b.parent = a;
    this.clock.ticks++;
    for (const [name, cell] of b.cells) a.grow(name, cell.type);
  }
}

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
export const unknown: Type = { k: "unknown" };
export const unset: Type = { k: "unset" };
export const poison: Type = { k: "poison" };
/** Text that may hold any byte. */
export const str: StrType = { k: "str", ascii: false, body: null };
export const asciiStr: StrType = { k: "str", ascii: true, body: null };

export const listOf = (clock: Clock, elem: Type = never): Type => ({ k: "list", elem: clock.cell(elem) });
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

/** The alternatives of a type, one for all but unions; none for `never`. */
export function members(type: Type): readonly Type[] {
  if (type.k === "union") return type.members;
  return type.k === "never" ? [] : [type];
}

export function union(types: readonly Type[]): Type {
  return types.reduce(join, never);
}

/** Which alternatives two types share a slot for; types with the same slot merge into one. */
function slot(type: Type): string {
  switch (type.k) {
    case "tuple":
      return type.of ? `tuple of ${type.of.id}` : `tuple${type.items.length}`;
    case "namedtuple":
      return `namedtuple${type.of.id}`;
    case "func":
      return `func${type.fn.id}${type.wraps ? `<${slot(type.wraps)}` : ""}${type.self ? `.${slot(type.self)}` : ""}`;
    case "property":
      return `property${[type.getter, type.setter, type.deleter].map((f) => (f ? slot(f) : "")).join()}`;
    case "class":
    case "instance":
      return `${type.k}${type.cls.id}`;
    case "lib":
      return `lib:${type.name}:${type.detail ?? ""}`;
    case "libclass":
    case "libfn":
    case "module":
      return `${type.k}:${type.name}`;
    case "method":
      return `method:${type.name}:${slot(type.receiver)}`;
    case "dict":
      return type.counts ? "counter" : "dict";
    case "long":
      // An int may be a long as well.
      return "int";
    default:
      return type.k;
  }
}

export function join(a: Type, b: Type): Type {
  if (a === b || b.k === "never") return a;
  if (a.k === "never") return b;
  if (b.k === "poison" && !isAbsence(a)) return a;
  if (a.k === "poison" && !isAbsence(b)) return b;
  const slots = new Map<string, Type>();
  for (const type of [...members(a), ...members(b)]) {
    const key = slot(type);
    const present = slots.get(key);
    slots.set(key, present && present !== type ? merge(present, type) : type);
  }
  // What an untranslated place would have made never comes to be: beside a value of another type it says nothing.
  if (![...slots.values()].every((m) => m.k === "poison" || isAbsence(m))) slots.delete("poison");
  const all = withoutShapes([...slots.values()]);
  return all.length === 1 && all[0] ? all[0] : { k: "union", members: all };
}

/** Beside a tuple whose length is not known, the length of another one is not known either. */
function withoutShapes(types: readonly Type[]): readonly Type[] {
  const sequence = types.find((type) => type.k === "sequence");
  if (sequence?.k !== "sequence" || !types.some((type) => type.k === "tuple")) return types;
  for (const type of types) if (type.k === "tuple" && !type.of) for (const item of type.items) sequence.elem.grow(item);
  return types.filter((type) => type.k !== "tuple" || type.of);
}

/** No value: None, or a variable that is not bound yet. */
const isAbsence = (type: Type): boolean => members(type).every((m) => m.k === "none" || m.k === "unset");

/** A value that only an untranslated place would have made, or None. */
export const isPoison = (type: Type): boolean =>
  has(type, "poison") && members(type).every((m) => m.k === "poison" || isAbsence(m));

/** Joins two types of one slot; containers share their cells from here on. */
function merge(a: Type, b: Type): Type {
  if (a.k === "str" && b.k === "str") {
    if (a.body && b.body) a.body.unify(b.body);
    else (a.body ?? b.body)?.useAsText();
    const ascii = a.ascii && b.ascii;
    const body = a.body ?? b.body;
    return a.ascii === ascii && a.body === body ? a : { k: "str", ascii, body };
  }
  if ((a.k === "list" || a.k === "set" || a.k === "iter" || a.k === "sequence") && a.k === b.k) {
    a.elem.unify((b as typeof a).elem);
    return a;
  }
  if (a.k === "dict" && b.k === "dict") {
    a.unify(b);
    return a;
  }
  if (a.k === "tuple" && b.k === "tuple") {
    // All objects of the class are of one type.
    if (a.of) return a;
    const items = a.items.map((item, i) => join(item, b.items[i] ?? never));
    return items.every((item, i) => same(item, a.items[i] ?? never)) ? a : { ...a, items };
  }
  if (a.k === "lib" && b.k === "lib") {
    if (!a.fields || !b.fields) return a.fields ? a : b;
    a.fields.unify(b.fields);
    return a;
  }
  if (a.k === "int" || b.k === "int") return a.k === "int" ? b : a;
  if (a.k === "long" && b.k === "long") return a.mixed ? a : b;
  if (a.k === "method" && b.k === "method") {
    const receiver = join(a.receiver, b.receiver);
    return receiver === a.receiver ? a : { ...a, receiver };
  }
  if (a.k === "func" && b.k === "func" && a.self && b.self) {
    const self = join(a.self, b.self);
    return self === a.self ? a : { ...a, self };
  }
  return a;
}

/** Whether two types are equal; containers by identity of their cells. */
export function same(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (a.k !== b.k) return false;
  if (a.k === "union" && b.k === "union") {
    return a.members.length === b.members.length && a.members.every((m) => b.members.some((n) => same(m, n)));
  }
  if (slot(a) !== slot(b)) return false;
  if (a.k === "str" && b.k === "str") return a.ascii === b.ascii && a.body === b.body;
  if (a.k === "long" && b.k === "long") return a.mixed === b.mixed;
  if (a.k === "lib" && b.k === "lib") return a.fields?.root === b.fields?.root;
  if (a.k === "list" || a.k === "set" || a.k === "iter" || a.k === "sequence")
    return a.elem.root === (b as typeof a).elem.root;
  if (a.k === "dict" && b.k === "dict") return a.equals(b);
  if (a.k === "tuple" && b.k === "tuple" && a.of) return a.of === b.of;
  if (a.k === "tuple" && b.k === "tuple") return a.items.every((item, i) => same(item, b.items[i] ?? never));
  return true;
}

/** The alternatives that pass a test. */
export function filter(type: Type, keep: (member: Type) => boolean): Type {
  return union(members(type).filter(keep));
}

export const has = (type: Type, ...kinds: readonly Kind[]): boolean => members(type).some((m) => kinds.includes(m.k));
/** True when the type is not empty and every alternative is of one of the kinds. */
export const only = (type: Type, ...kinds: readonly Kind[]): boolean =>
  type.k !== "never" && members(type).every((m) => kinds.includes(m.k));
export const without = (type: Type, ...kinds: readonly Kind[]): Type => filter(type, (m) => !kinds.includes(m.k));

/** Text, whatever its flavour; a body counts when it is used as text. */
export const isText = (type: Type): boolean =>
  type.k !== "never" &&
  members(type).every((m) => m.k === "unicode" || (m.k === "str" && (m.body === null || m.body.isText)));
/** A `str` that stays bytes: `Uint8Array` in TypeScript. */
export const isBytes = (type: Type): boolean =>
  type.k !== "never" &&
  members(type).every((m) => m.k === "bytes" || (m.k === "str" && m.body !== null && !m.body.isText));
export const isNumber = (type: Type): boolean => only(type, "int", "float", "bool");
export const isLong = (type: Type): boolean => has(type, "long") && only(type, "int", "long", "bool");
export const isInteger = (type: Type): boolean => only(type, "int", "bool");
export const isAscii = (type: Type): boolean => type.k === "str" && type.ascii;

/** Marks every body in a type as text: an operation on it needs characters. */
export function asText(type: Type): Type {
  for (const m of members(type)) if (m.k === "str") m.body?.useAsText();
  return type;
}

/** Bodies that are taken as the bytes they are. */
export function asData(type: Type): void {
  for (const m of members(type)) if (m.k === "str") m.body?.useAsData();
}

/** All bodies in a value, however deep, are used as text. */
export function asTextThroughout(type: Type, seen = new Set<Type>()): void {
  if (seen.has(type)) return;
  seen.add(asText(type));
  for (const m of members(type)) {
    if ("elem" in m) asTextThroughout(m.elem.type, seen);
    if (m.k === "tuple") for (const item of m.items) asTextThroughout(item, seen);
    if (m.k !== "dict") continue;
    const values = m.record ? m.record.fields.map(([, held]) => held) : [m.value.type];
    for (const held of [m.key.type, ...values]) asTextThroughout(held, seen);
  }
}

/** How many containers deep a message names a type: a list can hold itself. */
const TOLD_DEPTH = 3;

/** Python's name of the type, for messages. */
export const describe = (type: Type): string => describeTo(TOLD_DEPTH, type);

function describeTo(depth: number, type: Type): string {
  if (depth === 0) return "…";
  const inner = (held: Type): string => describeTo(depth - 1, held);
  switch (type.k) {
    case "union":
      return type.members.map((m) => describeTo(depth, m)).join(" or ");
    case "none":
      return "None";
    case "sequence":
      return `tuple of ${inner(type.elem.type)}`;
    case "list":
    case "set":
      return `${type.k} of ${inner(type.elem.type)}`;
    case "dict":
      return type.record ? "dict" : `dict of ${inner(type.key.type)} to ${inner(type.value.type)}`;
    case "tuple":
      return type.of ? type.of.name : `tuple (${type.items.map(inner).join(", ")})`;
    case "namedtuple":
      return `class ${type.of.name}`;
    case "instance":
      return type.cls.name;
    case "class":
      return `class ${type.cls.name}`;
    case "func":
      return `function ${type.fn.name}`;
    case "lib":
    case "libclass":
    case "libfn":
    case "module":
      return type.name.replace(/^exceptions\./, "");
    case "method":
      return `method ${type.name}`;
    case "iter":
      return "iterator";
    case "unknown":
    case "never":
      return "a type that is not known";
    case "json":
      return "a JSON value";
    default:
      return type.k;
  }
}
