import { type Kind, type Type } from "./types.ts";
import { partly } from "./built-in-part.ts";
import { members } from "./join.ts";
import { namedItems } from "../library/named-tuples.ts";
import { isOldInstance } from "./special-methods.ts";

const DEEPEST = 6;

/** The type, or what it holds, is of the kind. */
export function holds(type: Type, kind: Kind, depth = DEEPEST): boolean {
  if (depth === 0) return false;
  return members(partly(type)).some((m) => m.k === kind || parts(m).some((part) => holds(part, kind, depth - 1)));
}

/**
 * Comparing values of the two types may meet a list and a tuple in the same place. In TypeScript both are arrays, and compare by their
 * items; in Python they are never equal, and every list is less than every tuple.
 */
export function confusesSequences(a: Type, b: Type, depth = DEEPEST): boolean {
  if (depth === 0) return false;
  return members(partly(a)).some((m) => members(partly(b)).some((n) => confuses(m, n, depth)));
}

/**
 * Ordering values of the two types may meet a tuple and what Python orders by its type's name between `list` and `tuple`: an array says
 * that it is a list. So may an object of an old-style class, and what is none.
 */
export function ordersByName(a: Type, b: Type, depth = DEEPEST): boolean {
  if (depth === 0) return false;
  const between = (one: Type, other: Type): boolean =>
    (sequenceKind(one) === "tuple" && (other.k === "str" || other.k === "set" || other.k === "func")) ||
    // To Python all objects of such classes are of one type, `instance`, and are numbers.
    (isOldInstance(one) && other.k !== "instance" && other.k !== "none" && other.k !== "poison" && other.k !== "unset");
  return members(partly(a)).some((m) =>
    members(partly(b)).some((n) => {
      if (between(m, n) || between(n, m)) return true;
      if (m.k === "tuple" && n.k === "tuple")
        return m.items.some((item, i) => ordersByName(item, n.items[i] ?? { k: "never" }, depth - 1));
      // Of two dicts the smallest keys that differ are compared first.
      if (m.k === "dict" && n.k === "dict" && ordersByName(m.key.type, n.key.type, depth - 1)) return true;
      const alike = sequenceKind(m) !== null ? sequenceKind(m) === sequenceKind(n) : m.k === n.k;
      return alike && parts(m).some((one) => parts(n).some((other) => ordersByName(one, other, depth - 1)));
    }),
  );
}

/** Of the two types one is of lists only, the other of tuples. */
export function neverEqualSequences(a: Type, b: Type): boolean {
  const [left, right] = [members(partly(a)).map(sequenceKind), members(partly(b)).map(sequenceKind)];
  const all = (kinds: readonly (string | null)[], kind: string): boolean =>
    kinds.length > 0 && kinds.every((k) => k === kind);
  return (all(left, "list") && all(right, "tuple")) || (all(left, "tuple") && all(right, "list"));
}

/** A `struct_time` is compared with its like only. */
const sequenceKind = (type: Type): "list" | "tuple" | "struct_time" | null => {
  if (type.k === "lib" && type.name === "time.struct_time") return "struct_time";
  if (type.k === "list") return "list";
  return type.k === "tuple" || type.k === "sequence" || namedItems(type) !== null ? "tuple" : null;
};

function confuses(a: Type, b: Type, depth: number): boolean {
  const [left, right] = [sequenceKind(a), sequenceKind(b)];
  // A list is all that JSON has.
  if (a.k === "json" || b.k === "json") return left === "tuple" || right === "tuple";
  if (left !== null && right !== null && left !== right) return true;
  if (a.k === "tuple" && b.k === "tuple")
    return (
      a.items.length === b.items.length &&
      a.items.some((item, i) => confusesSequences(item, b.items[i] ?? { k: "never" }, depth - 1))
    );
  const comparable = left !== null ? right !== null : a.k === b.k;
  if (!comparable) return false;
  const [ours, theirs] = [parts(a), parts(b)];
  return ours.some((one) => theirs.some((other) => confusesSequences(one, other, depth - 1)));
}

/** What a container holds, as far as it is compared. A dict's keys and a set's items are hashable: no lists. */
export function parts(type: Type): readonly Type[] {
  switch (type.k) {
    case "list":
    case "sequence":
    case "iter":
    case "set":
      return [type.elem.type];
    case "dict":
      return type.record ? type.record.fields.map(([, held]) => held) : [type.value.type];
    case "tuple":
      return type.items;
    default:
      return [];
  }
}

/** What a container holds, its keys too. */
export const contents = (type: Type): readonly Type[] =>
  type.k === "dict" ? [type.key.type, ...parts(type)] : parts(type);
