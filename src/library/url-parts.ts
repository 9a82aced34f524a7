import { int, listOf, none, tupleOf, type Type } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import { type CallTypes, type Entry, fn } from "./entry.ts";
import { madeOf } from "./mixed-text.ts";
import { union } from "../analysis/join.ts";

/** Parts of a text are of its own kind. */
const kind = (c: CallTypes, name: string): Type => madeOf([c.type(name)]);

const maybe = (type: Type): Type => union([type, none]);

/** A function of the runtime that takes one text apart. */
const parting = (
  feature: string,
  parameter: string,
  parts: (part: Type, c: CallTypes) => readonly Type[],
  complaint = "=buffer",
): Entry =>
  fn(
    `${parameter}:text!${complaint}`,
    (c) => tupleOf(parts(kind(c, parameter), c)),
    (c) => call(c.runtime("http", feature), [c.ts(parameter)]),
  );

/** What urllib takes URLs apart with, and urllib2 has from there. Its documentation is silent about them. */
export const urlParts: Readonly<Record<string, Entry>> = {
  splittype: parting("splitScheme", "url", (part) => [maybe(part), part]),
  splithost: parting("splitHost", "url", (part) => [maybe(part), part]),
  splituser: parting("splitUser", "host", (part) => [maybe(part), part]),
  splitpasswd: parting("splitPasswd", "user", (part) => [part, maybe(part)]),
  splitport: parting("splitPort", "host", (part) => [part, maybe(part)]),
  splittag: parting("splitTag", "url", (part) => [part, maybe(part)]),
  splitvalue: parting("splitValue", "attr", (part) => [part, maybe(part)]),
  splitattr: parting("splitAttr", "url", (part, c) => [part, listOf(c.clock, part)], "split"),
  unwrap: fn(
    "url:text",
    (c) => kind(c, "url"),
    (c) => call(c.runtime("http", "unwrapped"), [c.ts("url")]),
  ),
};

/** Those that urllib alone has. */
export const moreUrlParts: Readonly<Record<string, Entry>> = {
  splitquery: parting("splitQuery", "url", (part) => [part, maybe(part)]),
  splitnport: fn(
    "host:text!=buffer, defport?:int|none",
    (c) => tupleOf([kind(c, "host"), union([int, none, c.has("defport") ? c.type("defport") : int])]),
    (c) => call(c.runtime("http", "splitNport"), c.has("defport") ? [c.ts("host"), c.ts("defport")] : [c.ts("host")]),
  ),
};
