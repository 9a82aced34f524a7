import { isDynamic } from "../analysis/dynamic.ts";
import { float, int, long, mixedLong, type Type } from "../analysis/types.ts";
import { bigint, call, id, number, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type CallTypes, type Emitted, fn } from "./entry.ts";
import { countsBytes, namesKinds, readsUnicode } from "./mixed-text.ts";
import { has, isLong, isNumber, isText, only, without } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";
import { isOldInstance } from "../analysis/special-methods.ts";

/** The text of a number; one of unicode may have other digits, and characters that no number has. */
const numberText = (c: CallEmit): ts.Expression =>
  readsUnicode(c.type("x")) ? call(c.runtime("python", "decimalText"), [c.ts("x")]) : c.ts("x");

/** How the runtime is to read a value that may be a text: as `str`, unless that is unicode, or ASCII beside it. */
const readAs = (type: Type): ts.Expression[] =>
  countsBytes(type) || (has(type, "str") && !has(type, "unicode", "json")) ? [string("str")] : [];

const OLD = "a number of an object of an old-style class, which Python asks for its methods";

export const toInt = fn(
  "x?, base?:int",
  (c) => (c.has("x") && (isLong(c.type("x")) || isLargeLiteral(c)) ? long : int),
  (c): Emitted => {
    if (!c.has("x")) return number(0);
    const type = c.type("x");
    if (isLong(type)) return call(c.runtime("python", "longToInteger"), [c.ts("x")]);
    if (isLargeLiteral(c))
      return call(c.runtime("python", "longToInteger"), [call(c.runtime("python", "parseLong"), [c.ts("x")])]);
    if (c.has("base"))
      return isText(type)
        ? call(c.runtime("python", "parseInteger"), [numberText(c), c.ts("base")])
        : "int() with a base needs text";
    if (only(type, "int")) return c.ts("x");
    if (only(type, "int", "bool")) return call(id("Number"), [c.ts("x")]);
    if (isNumber(type) && has(type, "bool"))
      return call(c.runtime("python", "truncate"), [call(id("Number"), [c.ts("x")])]);
    if (isNumber(type)) return call(c.runtime("python", "truncate"), [c.ts("x")]);
    if (isText(type)) return call(c.runtime("python", "parseInteger"), [numberText(c)]);
    if (members(type).some(isOldInstance)) return OLD;
    if (isDynamic(type)) namesKinds(c, without(type, "float", "long"));
    if (isDynamic(type)) return call(c.runtime("python", "toInteger"), [c.ts("x"), ...readAs(type)]);
    return "int() of this type is not known";
  },
);

/** Digits, written out, of more than a number holds. */
const isLargeLiteral = (c: CallTypes): boolean => {
  const node = c.node("x");
  return node?.kind === "Str" && !c.has("base") && node.value.length > 15;
};

/** An integer of which it must be known whether it is a long. */
export const toldApart = (c: CallEmit): ts.Expression =>
  members(c.type("x")).some((m) => m.k === "long" && m.mixed)
    ? call(c.runtime("python", "toldApart"), [c.ts("x")])
    : c.ts("x");

export const toLong = fn("x?, base?:int", mixedLong, (c): Emitted => {
  if (!c.has("x")) return bigint(0n);
  const type = c.type("x");
  if (isText(type))
    return call(c.runtime("python", "toLong"), [
      call(c.runtime("python", "parseLong"), [
        numberText(c),
        c.has("base") ? c.ts("base") : number(10),
        string("long"),
      ]),
    ]);
  if (only(type, "int", "bool")) return call(id("BigInt"), [c.ts("x")]);
  if (only(type, "int", "long")) return call(c.runtime("python", "toLong"), [c.ts("x")]);
  if (only(type, "float"))
    return call(c.runtime("python", "toLong"), [call(c.runtime("python", "truncate"), [c.ts("x")])]);
  return "long() of this type is not known";
});

export const toFloat = fn("x?", float, (c): Emitted => {
  if (!c.has("x")) return number(0);
  const type = c.type("x");
  if (only(type, "int", "float")) return c.ts("x");
  if (isLong(type)) return call(c.runtime("python", "longToFloat"), [c.ts("x")]);
  if (only(type, "bool")) return call(id("Number"), [c.ts("x")]);
  if (isText(type)) return call(c.runtime("python", "parseFloatText"), [numberText(c)]);
  if (members(type).some(isOldInstance)) return OLD;
  if (isDynamic(type)) return call(c.runtime("python", "toFloat"), [c.ts("x"), ...readAs(type)]);
  return "float() of this type is not known";
});
