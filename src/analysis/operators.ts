import { operatorName, reflected } from "./special-methods.ts";
import type * as py from "../python/ast.ts";
import { library } from "../library/index.ts";
import {
  bool,
  counterOf,
  float,
  int,
  json,
  listOf,
  long,
  mixedLong,
  never,
  sequenceOf,
  type Type,
  tupleOf,
  unicode,
  unknown,
  type StrType,
} from "./types.ts";
import { type Clock } from "./cells.ts";
import { has, isInteger, isNumber, only } from "./kinds.ts";
import { join, members, union } from "./join.ts";

/** The type of `left op right`, alternative by alternative. */
export function binaryType(clock: Clock, op: py.BinaryOperator, left: Type, right: Type, trueDivision: boolean): Type {
  if (left.k === "never" || right.k === "never") {
    // A parameter that is not known yet: text formatting is text whatever comes.
    return op === "%" && only(left, "str", "unicode") ? left : never;
  }
  if (left.k === "list" && right.k === "list" && op === "+") return join(left, right);
  const isGrowing = op === "+" && growsTuples(left, right);
  const joined = isGrowing
    ? sequenceOf(clock, union([left, right].flatMap((type) => members(type).filter(isTuple).map(itemOf))))
    : never;
  const pairs = members(left).flatMap((l) => members(right).map((r) => [l, r] as const));
  const others = pairs.filter(([l, r]) => !(isGrowing && isTuple(l) && isTuple(r)));
  return union([joined, ...others.map(([l, r]) => pair(clock, op, l, r, trueDivision))]);
}

/**
 * Tuples joined of which one may be something else, or of another length: the length of what comes of it is not known either. In a loop
 * there would be no end to the lengths.
 */
const growsTuples = (left: Type, right: Type): boolean =>
  [left, right].every((type) => has(type, "tuple", "sequence")) && !(left.k === "tuple" && right.k === "tuple");

const isTuple = (type: Type): boolean => type.k === "tuple" || type.k === "sequence";

/** Tuples joined to more items than that are of no certain length: `t = t + t` in a loop has no end. */
const LONGEST_JOINED = 12;

const itemOf = (type: Type): Type =>
  type.k === "sequence" ? type.elem.type : type.k === "tuple" ? union(type.items) : never;

function pair(clock: Clock, op: py.BinaryOperator, l: Type, r: Type, trueDivision: boolean): Type {
  if (l.k === "poison" || r.k === "poison") return { k: "poison" };
  if (op === "%" && (l.k === "str" || l.k === "unicode")) {
    if (l.k === "unicode" || r.k === "unicode") return unicode;
    // Items that are tuples are shown by their repr, which is `str`: '%s' % ((u'a',),) is "(u'a',)".
    if (r.k === "tuple" && r.items.some((item) => only(item, "unicode"))) return unicode;
    if (r.k === "dict")
      return formattedBy(l.k === "str" && l.ascii, r.record ? r.record.fields.map(([, held]) => held) : [r.value.type]);
    const items = r.k === "tuple" ? r.items : r.k === "sequence" ? [r.elem.type] : [r];
    const isAscii = l.k === "str" && l.ascii && asciiWhenShown(r);
    const made: StrType = { k: "str", ascii: isAscii, body: null };
    if (!items.some(mayBeUnicode)) return made;
    // Shown is what is unicode or, mostly, empty.
    const isRest = items.filter(mayBeUnicode).every((item) => members(item).some((m) => m.k === "str" && m.rest));
    return union([isRest ? { ...made, rest: true } : made, unicode]);
  }
  if (l.k === "unknown" || r.k === "unknown") return unknown;
  if (l.k === "json" || r.k === "json") {
    // A text is repeated, or the operator raises.
    const repeated = op === "*" ? [l, r].find((t) => t.k === "str" || t.k === "unicode") : undefined;
    if (repeated) return repeated;
    // Beside a float only a number is no TypeError, and makes a float; but a text formats one: u'%d' % 2.5.
    if (
      (l.k === "float" && op !== "%") ||
      (r.k === "float" && l.k !== "none" && ["+", "-", "*", "/", "//", "**"].includes(op))
    )
      return float;
    return [l, r].every((t) => jsonOperands.includes(t.k)) ? json : unknown;
  }
  if (isNumber(l) && isNumber(r)) return numeric(op, l, r, trueDivision);
  if ((l.k === "long" || r.k === "long") && [l, r].every((t) => isInteger(t) || t.k === "long" || t.k === "float")) {
    if (l.k === "float" || r.k === "float" || (op === "/" && trueDivision)) return float;
    // Sums, products and powers of ints are a long only where they are too large for an int.
    const grown = ["+", "*", "**", "<<"].includes(op) && [l, r].every((t) => t.k !== "long" || !t.mixed);
    return grown ? long : mixedLong;
  }
  if (op === "+") {
    if (l.k === "str" && r.k === "str") {
      return {
        k: "str",
        ascii: l.ascii && r.ascii,
        body: l.body && r.body ? (l.body.unify(r.body), l.body) : null,
        ...((l.rest || r.rest) && { rest: true as const }),
      };
    }
    if ((l.k === "str" || l.k === "unicode") && (r.k === "str" || r.k === "unicode")) return unicode;
    if (l.k === "tuple" && r.k === "tuple") {
      const items = [...l.items, ...r.items];
      return items.length > LONGEST_JOINED ? sequenceOf(clock, union(items)) : tupleOf(items);
    }
    if (l.k === "list" && r.k === "list") return join(l, r);
  }
  if (op === "*") {
    if ((l.k === "str" || l.k === "unicode") && (isInteger(r) || r.k === "long")) return ofText(l);
    if ((isInteger(l) || l.k === "long") && (r.k === "str" || r.k === "unicode")) return ofText(r);
    if (l.k === "list" && (isInteger(r) || r.k === "long")) return listOf(clock, l.elem.type);
    if ((isInteger(l) || l.k === "long") && r.k === "list") return listOf(clock, r.elem.type);
    for (const [items, count] of [
      [l, r],
      [r, l],
    ] as const)
      if ((items.k === "tuple" || items.k === "sequence") && (isInteger(count) || count.k === "long"))
        return sequenceOf(clock, itemOf(items));
  }
  if (l.k === "dict" && r.k === "dict" && l.counts && r.counts && ["+", "-", "&", "|"].includes(op))
    return counterOf(clock, union([l.key.type, r.key.type]), union([l.value.type, r.value.type]));
  if (l.k === "set" && r.k === "set" && ["-", "&", "|", "^"].includes(op)) {
    if (op === "|" || op === "^") return join(l, r);
    return l;
  }
  const name = operatorMethod(op, trueDivision);
  if (l.k === "lib" && name) return library.operator(l, name, r, clock);
  if (r.k === "lib" && name && isNumber(l)) return library.operator(r, reflected(name), l, clock);
  // Of built-in kinds nothing else has the operator: Python raises TypeError.
  const known: readonly Type["k"][] = [
    "none",
    "int",
    "long",
    "float",
    "bool",
    "str",
    "unicode",
    "list",
    "tuple",
    "dict",
    "set",
  ];
  return known.includes(l.k) && known.includes(r.k) ? never : unknown;
}

function numeric(op: py.BinaryOperator, l: Type, r: Type, trueDivision: boolean): Type {
  if (["&", "|", "^"].includes(op) && l.k === "bool" && r.k === "bool") return bool;
  if (op === "/" && trueDivision) return float;
  if (l.k === "float" || r.k === "float") return float;
  // An int to a negative power is a float: only a literal exponent tells which.
  return op === "**" ? union([int, float]) : int;
}

/** Text that an operator works on: bytes that may be either are text then. */
function ofText(type: Type): Type {
  if (type.k !== "str" || !type.body) return type;
  type.body.useAsText();
  return { ...type, body: null };
}

/** What an operator may meet in a JSON value, or next to one. */
const jsonOperands: readonly Type["k"][] = ["json", "int", "float", "bool", "str", "unicode", "none"];

/** Operators that objects of the library have. */
const ofLibrary: ReadonlySet<py.BinaryOperator> = new Set<py.BinaryOperator>(["+", "-", "*", "/", "//"]);

/** The method of the library's objects that an operator calls; null where none of them has one. */
export const operatorMethod = (op: py.BinaryOperator, trueDivision: boolean): string | null =>
  ofLibrary.has(op) && !(op === "/" && trueDivision) ? `__${operatorName(op, false)}__` : null;

/** Shown as an item of a tuple, it is so by its `repr`. */
const isNamed = (type: Type): boolean => type.k === "tuple" && type.of !== undefined;

/** What the value shows may be unicode: it is one, or text of a value whose type is known when it runs. */
export const mayBeUnicode = (type: Type): boolean => has(type, "unicode", "json", "unknown");

/** What a `str` format makes of values, any of which it may show: unicode where it shows unicode. */
export function formattedBy(isAscii: boolean, shown: readonly Type[]): Type {
  const made: Type = { k: "str", ascii: isAscii && shown.every(asciiWhenShown), body: null };
  if (shown.some((type) => only(type, "unicode")))
    return shown.every((type) => only(type, "unicode")) ? unicode : union([made, unicode]);
  return shown.some(mayBeUnicode) ? union([made, unicode]) : made;
}

/** What `%s` makes of a value has no byte above 127. */
export function asciiWhenShown(type: Type): boolean {
  switch (type.k) {
    case "str":
      return type.ascii;
    case "int":
    case "float":
    case "long":
    case "bool":
    case "none":
    case "list":
    case "dict":
    case "set":
      return true;
    // Where these are shown as text that is not ASCII, the whole is unicode.
    case "json":
    case "unicode":
      return true;
    case "tuple":
      return type.items.every((item) => members(item).every((m) => isNamed(m) || asciiWhenShown(m)));
    case "union":
      return type.members.every(asciiWhenShown);
    default:
      return false;
  }
}
