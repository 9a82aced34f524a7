import { type Type, never } from "./types.ts";
import { has } from "./kinds.ts";

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

/**
 * The type of what is of one type or the other; `a` itself where the other adds nothing, which is so most of the time, so that types that
 * are equal are mostly one object.
 */
export function join(a: Type, b: Type): Type {
  if (a === b || b.k === "never") return a;
  if (a.k === "never") return b;
  if (b.k === "poison" && !isAbsence(a)) return a;
  if (a.k === "poison" && !isAbsence(b)) return b;
  const slots = new Map<string, Type>();
  for (const type of members(a)) slots.set(slot(type), type);
  const before = slots.size;
  let isChanged = false;
  for (const type of members(b)) {
    const key = slot(type);
    const present = slots.get(key);
    const merged = present && present !== type ? merge(present, type) : type;
    if (merged === present) continue;
    isChanged = true;
    slots.set(key, merged);
  }
  if (!isChanged && before === members(a).length) return a;
  // What an untranslated place would have made never comes to be: beside a value of another type it says nothing.
  if (![...slots.values()].every((m) => m.k === "poison" || isAbsence(m))) slots.delete("poison");
  const all = withoutShapes([...slots.values()]);
  return all.length === 1 && all[0] ? all[0] : { k: "union", members: all };
}

/** Beside a tuple whose length is not known, the length of another one is not known either. */
function withoutShapes(types: readonly Type[]): readonly Type[] {
  const sequence = types.find((type) => type.k === "sequence");
  if (sequence?.k !== "sequence" || !types.some((type) => type.k === "tuple")) return types;
  let { elem } = sequence;
  for (const type of types)
    if (type.k === "tuple" && !type.of) for (const item of type.items) elem = elem.holding(item);
  const held = elem === sequence.elem ? sequence : { ...sequence, elem };
  return types.flatMap((type) => (type === sequence ? held : type.k === "tuple" && !type.of ? [] : type));
}

/** No value: None, or a variable that is not bound yet. */
const isAbsence = (type: Type): boolean => members(type).every((m) => m.k === "none" || m.k === "unset");

/** A value that only an untranslated place would have made, or None. */
export const isPoison = (type: Type): boolean =>
  has(type, "poison") && members(type).every((m) => m.k === "poison" || isAbsence(m));

/** A union that leaves its members as they are: two lists stay two. */
export function alternatives(types: readonly Type[]): Type {
  const all: Type[] = [];
  for (const m of types.flatMap(members)) if (!all.some((known) => same(known, m))) all.push(m);
  const [first, ...more] = all;
  if (!first) return never;
  return more.length === 0 ? first : { k: "union", members: all };
}

/**
 * Joins two types of one slot; containers share their cells from here on. Once the types of a program are settled its containers stay what
 * they are, and what is one or the other has a cell of its own.
 */
function merge(a: Type, b: Type): Type {
  if (a.k === "str" && b.k === "str") {
    if (a.body && b.body) a.body.unify(b.body);
    else (a.body ?? b.body)?.useAsText();
    const ascii = a.ascii && b.ascii;
    const body = a.body ?? b.body;
    const isRest = a.rest === true || b.rest === true;
    if (a.ascii === ascii && a.body === body && (a.rest ?? false) === isRest) return a;
    return isRest ? { k: "str", ascii, body, rest: true } : { k: "str", ascii, body };
  }
  if (a.k === "unicode" && b.k === "unicode") return a.shrinks ? b : a;
  if ((a.k === "list" || a.k === "set" || a.k === "iter" || a.k === "sequence") && a.k === b.k) {
    const elem = a.elem.joined((b as typeof a).elem);
    return elem === a.elem ? a : { ...a, elem };
  }
  if (a.k === "dict" && b.k === "dict") return a.joined(b);
  if (a.k === "tuple" && b.k === "tuple") {
    // All objects of the class are of one type.
    if (a.of) return a;
    const items = a.items.map((item, i) => join(item, b.items[i] ?? never));
    return items.every((item, i) => same(item, a.items[i] ?? never)) ? a : { ...a, items };
  }
  if (a.k === "lib" && b.k === "lib") {
    if (!a.fields || !b.fields) return a.fields ? a : b;
    const fields = a.fields.joined(b.fields);
    return fields === a.fields ? a : { ...a, fields };
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
    if (a.members.length !== b.members.length) return false;
    const slots = new Map(b.members.map((m) => [slot(m), m]));
    return a.members.every((m) => same(m, slots.get(slot(m)) ?? never));
  }
  if (slot(a) !== slot(b)) return false;
  if (a.k === "str" && b.k === "str") return a.ascii === b.ascii && a.body === b.body && a.rest === b.rest;
  if (a.k === "unicode" && b.k === "unicode") return a.shrinks === b.shrinks;
  if (a.k === "long" && b.k === "long") return a.mixed === b.mixed;
  if (a.k === "lib" && b.k === "lib") return a.fields?.root === b.fields?.root;
  if (a.k === "list" || a.k === "set" || a.k === "iter" || a.k === "sequence")
    return a.elem.root === (b as typeof a).elem.root;
  if (a.k === "dict" && b.k === "dict") return a.equals(b);
  if (a.k === "tuple" && b.k === "tuple" && a.of) return a.of === b.of;
  if (a.k === "tuple" && b.k === "tuple") return a.items.every((item, i) => same(item, b.items[i] ?? never));
  return true;
}
