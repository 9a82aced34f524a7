import { bool, iterOf, json, listOf, none, str, tupleOf, type Type, unicode } from "../analysis/types.ts";
import { array, call, method, nil, spread, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type Entry, fn, type FunctionEntry } from "./entry.ts";
import { byPosition } from "./by-position.ts";
import { isUtf8 } from "./encoding-name.ts";
import { meetsKeys, mixes } from "./mixed-text.ts";
import { inPlaces, parameterNames } from "./signature.ts";
import { join } from "../analysis/join.ts";
import { has } from "../analysis/kinds.ts";

/** The value as the kind of object that has the method, or Python's AttributeError when it runs. */
const as = (c: CallEmit, feature: "asDict" | "asText" | "asList", attribute: string): ts.Expression =>
  call(c.runtime("python", feature), [c.receiverTs, string(attribute)]);

/** The arguments of a method of unicode text: a `str` beyond ASCII among them Python fails to decode. */
function given(c: CallEmit, params: string): ts.Expression[] {
  const names = parameterNames(params);
  if (names.some((name) => c.has(name) && mixes(unicode, c.type(name)))) c.assume("A0106", "str beside unicode text");
  return inPlaces(c, names);
}

/** A list of a dict's keys, values or items. */
const listing = (name: string, native: string, elem: Type): FunctionEntry =>
  fn(
    "",
    (c) => listOf(c.clock, elem),
    (c) => array([spread(method(as(c, "asDict", name), native))]),
  );

const iteration = (name: string, native: string, elem: Type): FunctionEntry =>
  fn(
    "",
    (c) => iterOf(c.clock, elem),
    (c) => method(as(c, "asDict", name), native),
  );

const ofText = (name: string, feature: string, params: string, result: FunctionEntry["result"]): FunctionEntry =>
  fn(params, result, (c) => call(c.runtime("python", feature), [as(c, "asText", name), ...given(c, params)]));

const pair = tupleOf([unicode, json]);

/** Methods of a value that came from JSON: the name tells which kind of value has it, which is checked when it runs. */
const table: Readonly<Record<string, Entry>> = {
  get: fn(
    "key, default?",
    (c) => (c.has("default") ? join(json, c.type("default")) : join(json, none)),
    (c) => {
      if (has(c.type("key"), "list", "dict", "set")) return "a key that cannot be hashed: Python raises TypeError";
      meetsKeys(c, unicode, c.type("key"));
      return method(as(c, "asDict", "get"), "getOr", [c.ts("key"), c.has("default") ? c.ts("default") : nil()]);
    },
  ),
  has_key: fn("key", bool, (c) => method(as(c, "asDict", "has_key"), "has", [c.ts("key")])),
  keys: listing("keys", "keys", unicode),
  values: listing("values", "values", json),
  items: listing("items", "entries", pair),
  iterkeys: iteration("iterkeys", "keys", unicode),
  itervalues: iteration("itervalues", "values", json),
  iteritems: iteration("iteritems", "entries", pair),
  append: fn("item", none, (c) => method(as(c, "asList", "append"), "push", [c.ts("item")])),
  strip: ofText("strip", "unicodeStrip", "chars?:text|none!=strip", unicode),
  lstrip: ofText("lstrip", "unicodeLstrip", "chars?:text|none!=strip", unicode),
  rstrip: ofText("rstrip", "unicodeRstrip", "chars?:text|none!=strip", unicode),
  split: ofText("split", "unicodeSplit", "sep?:text|none, count?:int", (c) => listOf(c.clock, unicode)),
  replace: ofText("replace", "unicodeReplace", "old:text, new:text, count?:int", unicode),
  startswith: ofText("startswith", "unicodeStartswith", "prefix:text", bool),
  endswith: ofText("endswith", "unicodeEndswith", "prefix:text", bool),
  lower: fn("", unicode, (c) => call(c.runtime("python", "unicodeLower"), [as(c, "asText", "lower")])),
  upper: fn("", unicode, (c) => call(c.runtime("python", "unicodeUpper"), [as(c, "asText", "upper")])),
  encode: fn("encoding:text", str, (c) =>
    isUtf8(c.node("encoding")) ? as(c, "asText", "encode") : "encoding to anything but UTF-8",
  ),
};

export const jsonValueMethods = byPosition(
  table,
  "get has_key append strip lstrip rstrip split replace startswith endswith",
);
