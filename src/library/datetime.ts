import { members } from "../analysis/join.ts";
import { isInteger } from "../analysis/kinds.ts";
import { asciiStr, bool, float, int, lib, type Type, tupleOf, unknown } from "../analysis/types.ts";
import { as, call, construct, member, method, number, object, spread, tupleType } from "../emit/build.ts";
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
import { namedItems } from "./named-tuples.ts";
import { refusedAll } from "./refusals.ts";
import { STRUCT_TIME } from "./time.ts";
import { asStr } from "./mixed-text.ts";

const DATETIME = "datetime.datetime";
const DATE = "datetime.date";
const DELTA = "datetime.timedelta";
const TIME = "datetime.time";

const given = (c: CallEmit): ts.Expression[] => c.names().map((name) => c.ts(name));

/** Arguments by position; those left out in between have to be written. */
function inOrder(c: CallEmit, params: readonly string[]): ts.Expression[] | string {
  const last = params.findLastIndex((name) => c.has(name));
  const wanted = params.slice(0, last + 1);
  const isNeeded = (name: string): boolean => ["year", "month", "day"].includes(name);
  if (wanted.some((name) => isNeeded(name) && !c.has(name))) return "a date without all its parts";
  // What is left out of a time is zero.
  return wanted.map((name) => (c.has(name) ? c.ts(name) : number(0)));
}

const field = (name: string): readonly [string, Entry] => [
  name,
  value(int, ({ receiverTs }) => member(receiverTs, name)),
];
const fields = (names: string): Readonly<Record<string, Entry>> => Object.fromEntries(names.split(" ").map(field));

const plain = (name: string, params: string, result: Type): Entry =>
  fn(params, result, (c) => method(c.receiverTs, name, given(c)));

const strftimeText: Type = { k: "str", ascii: false, body: null };

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

/** What `'{:%Y}'.format(d)` shows: `strftime`, or the usual text where no format is given. */
const formatted: Entry = fn("format_spec:text", strftimeText, (c) =>
  method(c.receiverTs, "strftime", [c.ts("format_spec")]),
);

/** The format, and a text to be parsed, are made `str`. */
const strOf = (c: CallEmit, name: string): ts.Expression => asStr(c, c.ts(name), c.type(name), "a format of times");

const strftime: Entry = fn("format:text!=formatted", strftimeText, (c) =>
  method(c.receiverTs, "strftime", [strOf(c, "format")]),
);

const zones = "times with a time zone";

const dateMembers: Readonly<Record<string, Entry>> = {
  ...fields("year month day"),
  weekday: plain("weekday", "", int),
  isoweekday: plain("isoweekday", "", int),
  isocalendar: plain("isocalendar", "", tupleOf([int, int, int])),
  toordinal: plain("toordinal", "", int),
  timetuple: plain("timetuple", "", lib(STRUCT_TIME)),
  strftime,
  __format__: formatted,
  ctime: plain("ctime", "", asciiStr),
};

/** A constant of a class, made by a call of the runtime or of its class. */
const constant = (type: string, feature: string, args: readonly ts.Expression[], called = false): Entry =>
  value(lib(type), ({ runtime }) => {
    const callee = runtime("python", feature);
    return called ? call(callee, args) : construct(callee, args);
  });

const delta1 = (name: string, count: number): Entry =>
  constant(DELTA, "timeDelta", [object([[name, number(count)]])], true);

const numbers = (...values: readonly number[]): ts.Expression[] => values.map((n) => number(n));

/** `min`, `max` and `resolution`, of a class and of its objects. */
function limits(name: string): Readonly<Record<string, Entry>> {
  switch (name) {
    case DATE:
      return {
        min: constant(DATE, "PyDate", numbers(1, 1, 1)),
        max: constant(DATE, "PyDate", numbers(9999, 12, 31)),
        resolution: delta1("days", 1),
      };
    case DATETIME:
      return {
        min: constant(DATETIME, "DateTime", numbers(1, 1, 1)),
        max: constant(DATETIME, "DateTime", numbers(9999, 12, 31, 23, 59, 59, 999_999)),
        resolution: delta1("microseconds", 1),
      };
    case TIME:
      return {
        min: constant(TIME, "ClockTime", []),
        max: constant(TIME, "ClockTime", numbers(23, 59, 59, 999_999)),
        resolution: delta1("microseconds", 1),
      };
    default:
      return {
        min: delta1("days", -999_999_999),
        max: constant(
          DELTA,
          "timeDelta",
          [
            object([
              ["days", number(999_999_999)],
              ["seconds", number(86_399)],
              ["microseconds", number(999_999)],
            ]),
          ],
          true,
        ),
        resolution: delta1("microseconds", 1),
      };
  }
}

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
    ...limits(DATE),
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
    ...limits(DATETIME),
    isoformat: plain("isoformat", "sep?:text", asciiStr),
    date: plain("date", "", lib(DATE)),
    replace: replacing(
      DATETIME,
      "year?:int, month?:int, day?:int, hour?:int, minute?:int, second?:int, microsecond?:int",
    ),
    time: plain("time", "", lib(TIME)),
    timetz: plain("time", "", lib(TIME)),
    utctimetuple: plain("timetuple", "", lib(STRUCT_TIME)),
    ...refusedAll("astimezone utcoffset tzname dst tzinfo", zones),
  },
};

const timeType: InstanceType = {
  name: TIME,
  hasText: true,
  tsType: ({ runtimeType }) => runtimeType("python", "ClockTime"),
  members: {
    ...fields("hour minute second microsecond"),
    strftime,
    __format__: formatted,
    isoformat: plain("isoformat", "", asciiStr),
    replace: replacing(TIME, "hour?:int, minute?:int, second?:int, microsecond?:int"),
    __nonzero__: plain("__nonzero__", "", bool),
    __cmp__: refused("__cmp__ called by name"),
    ...limits(TIME),
    ...refusedAll("utcoffset tzname dst tzinfo", zones),
  },
};

const scaled = fn("other:int!^", lib(DELTA), (c) => method(c.receiverTs, "times", [c.ts("other")]));
const divided = fn("other:int!^", lib(DELTA), (c) => method(c.receiverTs, "over", [c.ts("other")]));

const deltaType: InstanceType = {
  name: DELTA,
  hasText: true,
  tsType: ({ runtimeType }) => runtimeType("python", "TimeDelta"),
  members: {
    ...fields("days seconds microseconds"),
    total_seconds: plain("totalSeconds", "", float),
    __add__: fn(`other:${DELTA}`, lib(DELTA), (c) => method(c.receiverTs, "add", [c.ts("other")])),
    __sub__: fn(`other:${DELTA}`, lib(DELTA), (c) => method(c.receiverTs, "subtract", [c.ts("other")])),
    __mul__: scaled,
    __rmul__: scaled,
    __div__: divided,
    __floordiv__: divided,
    __neg__: plain("negated", "", lib(DELTA)),
    __pos__: fn("", lib(DELTA), (c) => c.receiverTs),
    __abs__: plain("absolute", "", lib(DELTA)),
    __nonzero__: plain("__nonzero__", "", bool),
    __cmp__: refused("__cmp__ called by name"),
    ...limits(DELTA),
  },
};

const statics = (name: string, params: string, feature: string, result: string): readonly [string, Entry] => [
  name,
  fn(params, lib(result), (c) => call(c.runtime("python", feature), given(c))),
];

/** A call of a class whose parameters are these, of which the first have to be there; `*fields` stands for the last of them. */
function made(c: CallEmit, feature: string, params: readonly string[], required: number): Emitted {
  const args = inOrder(c, params);
  if (typeof args === "string") return args;
  const [star, type] = [c.starNode(), c.starType()];
  const items = type && (type.k === "tuple" ? type.items : namedItems(type));
  if (star && !items?.every((item) => isInteger(item))) return "fields that are not known to be so many integers";
  const count = args.length + (items?.length ?? 0);
  if (count < required || count > params.length) return `${count} fields`;
  if (!star || !items) return construct(c.runtime("python", feature), args);
  const rest = c.translate(star);
  // A longer tuple of one kind of value is an array to TypeScript.
  const counted = items.length > 2 ? as(rest, tupleType(items.map(c.tsType))) : rest;
  return construct(c.runtime("python", feature), [...args, spread(counted)]);
}

const DATETIME_PARAMS = ["year", "month", "day", "hour", "minute", "second", "microsecond"];

const dateTime: ClassEntry = {
  kind: "class",
  name: DATETIME,
  base: DATE,
  runtime: { barrel: "python", name: "DateTime" },
  constructor: fn(
    "year?:int, month?:int, day?:int, hour?:int, minute?:int, second?:int, microsecond?:int, tzinfo?, *fields*",
    lib(DATETIME),
    (c): Emitted => (c.has("tzinfo") ? zones : made(c, "DateTime", DATETIME_PARAMS, 3)),
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
      fn("text:text!=parsed, format:text!=parsing", lib(DATETIME), (c): Emitted => {
        const node = c.node("format");
        if (node?.kind === "Str" && node.value.includes("%Z")) return "%Z: JavaScript does not know the zone's name";
        return call(c.runtime("python", "parseDateTime"), [strOf(c, "text"), strOf(c, "format")]);
      }),
    ],
    [
      "combine",
      fn(`date:${DATE}|${DATETIME}, time:${TIME}`, lib(DATETIME), (c) =>
        call(c.runtime("python", "combineDateTime"), given(c)),
      ),
    ],
    ...Object.entries(limits(DATETIME)),
  ]),
};

const date: ClassEntry = {
  kind: "class",
  name: DATE,
  runtime: { barrel: "python", name: "PyDate" },
  constructor: fn("year?:int, month?:int, day?:int, *fields*", lib(DATE), (c) =>
    made(c, "PyDate", ["year", "month", "day"], 3),
  ),
  statics: Object.fromEntries([
    statics("today", "", "localDate", DATE),
    statics("fromtimestamp", "timestamp:number", "localDate", DATE),
    statics("fromordinal", "ordinal:int", "dateFromOrdinal", DATE),
    ...Object.entries(limits(DATE)),
  ]),
};

const delta: ClassEntry = {
  kind: "class",
  name: DELTA,
  runtime: { barrel: "python", name: "TimeDelta" },
  constructor: fn(
    ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"]
      .map((part) => `${part}?:number!=${part}`)
      .join(", "),
    lib(DELTA),
    (c) => call(c.runtime("python", "timeDelta"), [object(c.names().map((n) => [n, c.ts(n)] as const))]),
  ),
  statics: limits(DELTA),
};

const clockTime: ClassEntry = {
  kind: "class",
  name: TIME,
  runtime: { barrel: "python", name: "ClockTime" },
  constructor: fn("hour?:int, minute?:int, second?:int, microsecond?:int, tzinfo?, *fields*", lib(TIME), (c): Emitted =>
    c.has("tzinfo") ? zones : made(c, "ClockTime", DATETIME_PARAMS.slice(3), 0),
  ),
  statics: limits(TIME),
};

export const datetime: LibraryModule = {
  name: "datetime",
  members: {
    datetime: dateTime,
    date,
    timedelta: delta,
    time: clockTime,
    tzinfo: refused(zones),
    MINYEAR: value(int, () => ({ type: "Literal", value: 1, raw: "1" })),
    MAXYEAR: value(int, () => ({ type: "Literal", value: 9999, raw: "9999" })),
    datetime_CAPI: refused("the interface to C"),
  },
};

export const datetimeTypes: readonly InstanceType[] = [dateType, dateTimeType, timeType, deltaType];
