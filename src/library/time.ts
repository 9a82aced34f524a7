import { inPlaces, parameterNames } from "./signature.ts";
import { asciiStr, float, int, lib, none, str, type Type } from "../analysis/types.ts";
import { members } from "../analysis/join.ts";
import { binary, call, id, member, method, number } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import {
  asyncFn,
  type CallEmit,
  type Emitted,
  type Entry,
  fn,
  type InstanceType,
  type LibraryModule,
  refused,
  value,
} from "./entry.ts";
import { namedText, namesText, asStr } from "./mixed-text.ts";
import { namedTuples } from "./named-tuples.ts";
import { only } from "../analysis/kinds.ts";

/** The repr of what an argument is, for an error that shows it. */
const reprName = (c: CallEmit, name: string): ts.Expression => c.reprOf(c.has(name) ? c.type(name) : asciiStr);

export const STRUCT_TIME = "time.struct_time";

/** Seconds since 1970, with milliseconds: JavaScript's clock has no more. */
const now = (): ts.Expression => binary("/", call(member(id("Date"), "now")), number(1000));

/** A struct_time, or nine numbers. */
function fits(c: CallEmit, name: string): string | null {
  const isTime = (type: Type): boolean =>
    type.k === "lib" ||
    type.k === "none" ||
    (type.k === "tuple" && type.items.length === 9 && type.items.every((item) => only(item, "int", "poison")));
  if (!c.has(name) || members(c.type(name)).every(isTime)) return null;
  return "a time that is neither a struct_time nor nine numbers";
}

const broken = (feature: string): Entry =>
  fn("seconds?:number|none", lib(STRUCT_TIME), (c) => call(c.runtime("python", feature), inPlaces(c, ["seconds"])));

const fromFields = (feature: string, params: string, result: Type): Entry =>
  fn(
    params,
    result,
    (c): Emitted =>
      fits(c, "t") ?? zoneName(c) ?? call(c.runtime("python", feature), inPlaces(strFormat(c), parameterNames(params))),
  );

/** The call with its format made `str`. */
const strFormat = (c: CallEmit): CallEmit => ({
  ...c,
  ts: (name) => (name === "format" ? asStr(c, c.ts(name), c.type(name), "a format of times") : c.ts(name)),
});

/** A format written out that has `%Z` has no translation; another one that turns out to have it raises. */
function zoneName(c: CallEmit): string | null {
  const node = c.has("format") ? c.node("format") : null;
  return node?.kind === "Str" && /%[-_0^#]*Z/.test(node.value) ? "%Z: JavaScript does not know the zone's name" : null;
}

const zone = (feature: string): Entry => value(int, ({ runtime }) => call(runtime("python", feature)));

export const time: LibraryModule = {
  name: "time",
  members: {
    sleep: asyncFn("seconds:number", none, (c) => call(c.runtime("python", "sleep"), [c.ts("seconds")])),
    time: fn("", float, now),
    clock: fn("", float, () => binary("/", method(id("performance"), "now"), number(1000))),
    localtime: broken("localTime"),
    gmtime: broken("utcTime"),
    mktime: fromFields("makeTime", `t:${STRUCT_TIME}|tuple|none`, float),
    strftime: fromFields("formatTime", `format:text!=strftime, t?:${STRUCT_TIME}|tuple|none`, str),
    asctime: fromFields("timeText", `t?:${STRUCT_TIME}|tuple|none`, asciiStr),
    ctime: fn("seconds?:number|none", asciiStr, (c) =>
      call(c.runtime("python", "timeText"), [call(c.runtime("python", "localTime"), inPlaces(c, ["seconds"]))]),
    ),
    strptime: fn("text:text!=buffer, format?:text!=buffer#", lib(STRUCT_TIME), (c): Emitted => {
      for (const name of ["text", "format"]) namesText(c, c.type(name));
      return (
        zoneName(c) ??
        call(c.runtime("python", "parseTime"), [
          ...inPlaces(c, ["text", "format"]),
          ...(["text", "format"].some((name) => namedText(c.type(name)).length > 0)
            ? [...(c.has("format") ? [] : [id("undefined")]), ...["text", "format"].map((name) => reprName(c, name))]
            : []),
        ])
      );
    }),
    timezone: zone("zoneOffset"),
    altzone: zone("summerOffset"),
    daylight: zone("hasSummerTime"),
    tzname: refused("JavaScript does not know the zone's names"),
    tzset: refused("set TZ before the program starts"),
    struct_time: refused("a struct_time made by hand"),
    accept2dyear: refused("years of two digits are not taken"),
  },
};

const fieldNames = namedTuples[STRUCT_TIME]?.names ?? [];

export const structTime: InstanceType = {
  name: STRUCT_TIME,
  hasText: true,
  tsType: ({ runtimeType }) => runtimeType("python", "StructTime"),
  members: {
    ...Object.fromEntries(fieldNames.map((name) => [name, value(int, ({ receiverTs }) => member(receiverTs, name))])),
    __cmp__: refused("__cmp__ called by name"),
    __getitem__: fn("index:int", int, (c): Emitted => {
      const node = c.node("index");
      const name = node?.kind === "Num" ? fieldNames[Number(node.number.value)] : undefined;
      return name === undefined
        ? call(c.runtime("python", "itemAt"), [member(c.receiverTs, "items"), c.ts("index")])
        : member(c.receiverTs, name);
    }),
  },
  iterates: () => int,
  iterate: ({ receiverTs }) => member(receiverTs, "items"),
};
