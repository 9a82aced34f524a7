import { asciiStr, float, int, lib, type Type, tupleOf, unknown } from "../analysis/types.ts";
import { call, construct, member, method, object } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import {
  type CallEmit,
  type ClassEntry,
  type Emitted,
  type Entry,
  fn,
  type InstanceType,
  type LibraryModule,
  refused,
  value,
} from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { STRUCT_TIME } from "./time.ts";
import { members } from "../analysis/join.ts";

const DATETIME = "datetime.datetime";
const DATE = "datetime.date";
const DELTA = "datetime.timedelta";

const given = (c: CallEmit): ts.Expression[] => c.names().map((name) => c.ts(name));

/** Arguments by position; those left out in between have to be written. */
function inOrder(c: CallEmit, params: readonly string[]): ts.Expression[] | string {
  const last = params.findLastIndex((name) => c.has(name));
  const wanted = params.slice(0, last + 1);
  if (wanted.some((name) => !c.has(name))) return "keywords that leave out an argument before";
  return wanted.map((name) => c.ts(name));
}

const field = (name: string): readonly [string, Entry] => [
  name,
  value(int, ({ receiverTs }) => member(receiverTs, name)),
];
const fields = (names: string): Readonly<Record<string, Entry>> => Object.fromEntries(names.split(" ").map(field));

const plain = (name: string, params: string, result: Type): Entry =>
  fn(params, result, (c) => method(c.receiverTs, name, given(c)));

const isA = (type: Type, name: string): boolean => members(type).every((m) => m.k === "lib" && m.name === name);

/** `d + delta`, `d - delta`, `d - d`. */
const arithmetic = (name: string): Readonly<Record<string, Entry>> => ({
  __add__: fn(`other:${DELTA}`, lib(name), (c) => method(c.receiverTs, "add", [c.ts("other")])),
  __sub__: fn(
    `other:${DELTA}|${name}`,
    (c) => (isA(c.type("other"), DELTA) ? lib(name) : isA(c.type("other"), name) ? lib(DELTA) : unknown),
    (c): Emitted => {
      if (isA(c.type("other"), DELTA)) return method(c.receiverTs, "subtract", [c.ts("other")]);
      return isA(c.type("other"), name)
        ? method(c.receiverTs, "since", [c.ts("other")])
        : "- of what may be a time or a timedelta";
    },
  ),
  __cmp__: refused("__cmp__ called by name"),
});

const zones = "times with a time zone";

const dateMembers: Readonly<Record<string, Entry>> = {
  ...fields("year month day"),
  weekday: plain("weekday", "", int),
  isoweekday: plain("isoweekday", "", int),
  isocalendar: plain("isocalendar", "", tupleOf([int, int, int])),
  toordinal: plain("toordinal", "", int),
  timetuple: plain("timetuple", "", lib(STRUCT_TIME)),
  strftime: plain("strftime", "format:text", { k: "str", ascii: false, body: null }),
  ctime: plain("ctime", "", asciiStr),
};

const replacing = (name: string, params: string): Entry =>
  fn(params, lib(name), (c) => method(c.receiverTs, "replace", [object(c.names().map((n) => [n, c.ts(n)] as const))]));

const dateType: InstanceType = {
  name: DATE,
  hasText: true,
  tsType: ({ runtimeType }) => runtimeType("python", "PyDate"),
  members: {
    ...dateMembers,
    ...arithmetic(DATE),
    isoformat: plain("isoformat", "", asciiStr),
    replace: replacing(DATE, "year?:int, month?:int, day?:int"),
  },
};

const dateTimeType: InstanceType = {
  name: DATETIME,
  hasText: true,
  tsType: ({ runtimeType }) => runtimeType("python", "DateTime"),
  members: {
    ...dateMembers,
    ...fields("hour minute second microsecond"),
    ...arithmetic(DATETIME),
    isoformat: plain("isoformat", "sep?:text", asciiStr),
    date: plain("date", "", lib(DATE)),
    replace: replacing(
      DATETIME,
      "year?:int, month?:int, day?:int, hour?:int, minute?:int, second?:int, microsecond?:int",
    ),
    time: refused("datetime.time objects"),
    utctimetuple: plain("timetuple", "", lib(STRUCT_TIME)),
    ...refusedAll("timetz astimezone utcoffset tzname dst tzinfo", zones),
  },
};

const deltaType: InstanceType = {
  name: DELTA,
  hasText: true,
  tsType: ({ runtimeType }) => runtimeType("python", "TimeDelta"),
  members: {
    ...fields("days seconds microseconds"),
    total_seconds: plain("totalSeconds", "", float),
    __add__: fn(`other:${DELTA}`, lib(DELTA), (c) => method(c.receiverTs, "add", [c.ts("other")])),
    __sub__: fn(`other:${DELTA}`, lib(DELTA), (c) => method(c.receiverTs, "subtract", [c.ts("other")])),
    __mul__: fn("other:int", lib(DELTA), (c) => method(c.receiverTs, "times", [c.ts("other")])),
    __cmp__: refused("__cmp__ called by name"),
    ...refusedAll("min max resolution", "the limits of a timedelta"),
  },
};

const statics = (name: string, params: string, feature: string, result: string): readonly [string, Entry] => [
  name,
  fn(params, lib(result), (c) => call(c.runtime("python", feature), given(c))),
];

const DATETIME_PARAMS = ["year", "month", "day", "hour", "minute", "second", "microsecond"];

const dateTime: ClassEntry = {
  kind: "class",
  name: DATETIME,
  runtime: { barrel: "python", name: "DateTime" },
  constructor: fn(
    "year:int, month:int, day:int, hour?:int, minute?:int, second?:int, microsecond?:int, tzinfo?",
    lib(DATETIME),
    (c): Emitted => {
      if (c.has("tzinfo")) return zones;
      const args = inOrder(c, DATETIME_PARAMS);
      return typeof args === "string" ? args : construct(c.runtime("python", "DateTime"), args);
    },
  ),
  statics: Object.fromEntries([
    [
      "now",
      fn("tz?", lib(DATETIME), (c): Emitted => (c.has("tz") ? zones : call(c.runtime("python", "localDateTime")))),
    ],
    statics("today", "", "localDateTime", DATETIME),
    statics("utcnow", "", "utcDateTime", DATETIME),
    statics("fromtimestamp", "timestamp:number", "localDateTime", DATETIME),
    statics("utcfromtimestamp", "timestamp:number", "utcDateTime", DATETIME),
    statics("fromordinal", "ordinal:int", "dateTimeFromOrdinal", DATETIME),
    [
      "strptime",
      fn("text:text, format:text", lib(DATETIME), (c): Emitted => {
        const node = c.node("format");
        if (node?.kind === "Str" && node.value.includes("%Z")) return "%Z: JavaScript does not know the zone's name";
        return call(c.runtime("python", "parseDateTime"), [c.ts("text"), c.ts("format")]);
      }),
    ],
    ...Object.entries(refusedAll("combine min max resolution", "datetime.time objects and the limits of a datetime")),
  ]),
};

const date: ClassEntry = {
  kind: "class",
  name: DATE,
  runtime: { barrel: "python", name: "PyDate" },
  constructor: fn("year:int, month:int, day:int", lib(DATE), (c) =>
    construct(
      c.runtime("python", "PyDate"),
      ["year", "month", "day"].map((n) => c.ts(n)),
    ),
  ),
  statics: Object.fromEntries([
    statics("today", "", "localDate", DATE),
    statics("fromtimestamp", "timestamp:number", "localDate", DATE),
    statics("fromordinal", "ordinal:int", "dateFromOrdinal", DATE),
    ...Object.entries(refusedAll("min max resolution", "the limits of a date")),
  ]),
};

const delta: ClassEntry = {
  kind: "class",
  name: DELTA,
  runtime: { barrel: "python", name: "TimeDelta" },
  constructor: fn(
    "days?:number, seconds?:number, microseconds?:number, milliseconds?:number, minutes?:number, hours?:number, weeks?:number",
    lib(DELTA),
    (c) => call(c.runtime("python", "timeDelta"), [object(c.names().map((n) => [n, c.ts(n)] as const))]),
  ),
  statics: refusedAll("min max resolution", "the limits of a timedelta"),
};

export const datetime: LibraryModule = {
  name: "datetime",
  members: {
    datetime: dateTime,
    date,
    timedelta: delta,
    time: refused("datetime.time objects"),
    tzinfo: refused(zones),
    MINYEAR: value(int, () => ({ type: "Literal", value: 1, raw: "1" })),
    MAXYEAR: value(int, () => ({ type: "Literal", value: 9999, raw: "9999" })),
    datetime_CAPI: refused("the interface to C"),
  },
};

export const datetimeTypes: readonly InstanceType[] = [dateType, dateTimeType, deltaType];
