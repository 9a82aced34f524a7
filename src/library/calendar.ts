import { asciiStr, bool, int, iterOf, lib, listOf, none, sequenceOf, tupleOf, type Type } from "../analysis/types.ts";
import { without } from "../analysis/kinds.ts";
import { call, construct, id, method, number } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { namedItems } from "./named-tuples.ts";
import {
  type CallEmit,
  type CallTypes,
  type Emitted,
  type Entry,
  fn,
  type FunctionEntry,
  type InstanceType,
  type LibraryModule,
  value,
} from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { parseSignature } from "./signature.ts";
import { STRUCT_TIME } from "./time.ts";

const CALENDAR = "calendar.Calendar";
const TEXT_CALENDAR = "calendar.TextCalendar";

/** Arguments by position; those left out in between are as the runtime has them. */
function inOrder(c: CallEmit, params: string): ts.Expression[] {
  const names = parseSignature(params).map((p) => p.name);
  const last = names.findLastIndex((name) => c.has(name));
  return names.slice(0, last + 1).map((name) => (c.has(name) ? c.ts(name) : id("undefined")));
}

/** A function of the module, or a method, by its name in the runtime. */
interface Shared {
  readonly params: string;
  readonly result: FunctionEntry["result"];
  readonly runtime: string;
}

const day = tupleOf([int, int]);
const weeks =
  (item: Type) =>
  (c: CallTypes): Type =>
    listOf(c.clock, listOf(c.clock, item));
const days =
  (item: Type) =>
  (c: CallTypes): Type =>
    iterOf(c.clock, item);

const YEAR_MONTH = "year:int!^, month:int!^";
const MONTH = "theyear:int, themonth:int, w?:int, l?:int";
const WEEK = "theweek:list, width:int";

const dataMethods: Readonly<Record<string, Shared>> = {
  getfirstweekday: { params: "", result: int, runtime: "getFirstWeekday" },
  setfirstweekday: { params: "firstweekday:int", result: none, runtime: "setFirstWeekday" },
  monthdayscalendar: { params: YEAR_MONTH, result: weeks(int), runtime: "monthDaysCalendar" },
  monthdays2calendar: { params: YEAR_MONTH, result: weeks(day), runtime: "monthDaysWithWeekdaysCalendar" },
  monthdatescalendar: { params: YEAR_MONTH, result: weeks(lib("datetime.date")), runtime: "monthDatesCalendar" },
};

/** These give iterators in Python; the runtime has arrays. */
const iterations: Readonly<Record<string, Shared>> = {
  iterweekdays: { params: "", result: days(int), runtime: "weekdays" },
  itermonthdays: { params: YEAR_MONTH, result: days(int), runtime: "monthDays" },
  itermonthdays2: { params: YEAR_MONTH, result: days(day), runtime: "monthDaysWithWeekdays" },
  itermonthdates: { params: YEAR_MONTH, result: days(lib("datetime.date")), runtime: "monthDates" },
};

const textMethods: Readonly<Record<string, Shared>> = {
  formatweek: { params: WEEK, result: asciiStr, runtime: "formatWeek" },
  formatweekheader: { params: "width:int", result: asciiStr, runtime: "formatWeekHeader" },
  formatmonth: { params: MONTH, result: asciiStr, runtime: "formatMonth" },
  formatyear: { params: "theyear:int, w?:int, l?:int, c?:int, m?:int", result: asciiStr, runtime: "formatYear" },
  prmonth: { params: MONTH, result: none, runtime: "printMonth" },
  pryear: { params: "theyear:int, w?:int, l?:int, c?:int, m?:int", result: none, runtime: "printYear" },
};

const bound = ({ params, result, runtime }: Shared): Entry =>
  fn(params, result, (c) => method(c.receiverTs, runtime, inOrder(c, params)));

const boundIterator = ({ params, result, runtime }: Shared): Entry =>
  fn(params, result, (c) => method(method(c.receiverTs, runtime, inOrder(c, params)), "values"));

/** What the module's own functions do with the calendar that it keeps. */
const shared = ({ params, result, runtime }: Shared): Entry =>
  fn(params, result, (c) => method(c.runtime("python", "sharedCalendar"), runtime, inOrder(c, params)));

const plain = (params: string, result: Type, feature: string): Entry =>
  fn(params, result, (c) => call(c.runtime("python", feature), inOrder(c, params)));

const names = (feature: string): Entry =>
  value(
    (clock) => sequenceOf(clock, asciiStr),
    ({ runtime }) => runtime("python", feature),
  );

const WEEKDAYS = "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY".split(" ");
const constants = (list: readonly string[], first: number): Readonly<Record<string, Entry>> =>
  Object.fromEntries(list.map((name, i) => [name, value(int, () => number(first + i))]));

const create = (name: string, feature: string): Entry => ({
  kind: "class",
  name,
  ...(name === TEXT_CALENDAR && { base: CALENDAR }),
  runtime: { barrel: "python", name: feature },
  constructor: fn("firstweekday?:int", lib(name), (c) =>
    construct(c.runtime("python", feature), c.has("firstweekday") ? [c.ts("firstweekday")] : []),
  ),
});

const own = (table: Readonly<Record<string, Shared>>, name: string): Shared => {
  const found = table[name];
  if (!found) throw new Error(`no method ${name}`);
  return found;
};

export const calendar: LibraryModule = {
  name: "calendar",
  members: {
    isleap: plain("year:int!^", bool, "isLeapYear"),
    leapdays: plain("y1:int, y2:int", int, "leapDays"),
    weekday: fn("year:int, month:int, day:int", int, (c) =>
      method(construct(c.runtime("python", "PyDate"), [c.ts("year"), c.ts("month"), c.ts("day")]), "weekday"),
    ),
    monthrange: plain(YEAR_MONTH, day, "monthRange"),
    timegm: fn(`tuple:${STRUCT_TIME}|tuple|sequence|none`, int, (c): Emitted => {
      const type = without(c.type("tuple"), "none");
      const items = type.k === "tuple" ? type.items : namedItems(type);
      if (items && (items.length < 6 || !items.slice(0, 6).every((item) => item.k === "int")))
        return "a time that is not at least six integers";
      return call(c.runtime("python", "secondsOfUtc"), [c.ts("tuple")]);
    }),
    firstweekday: shared(own(dataMethods, "getfirstweekday")),
    setfirstweekday: plain("firstweekday:int", none, "setFirstWeekday"),
    monthcalendar: shared(own(dataMethods, "monthdayscalendar")),
    week: shared(own(textMethods, "formatweek")),
    weekheader: shared(own(textMethods, "formatweekheader")),
    month: shared(own(textMethods, "formatmonth")),
    calendar: shared(own(textMethods, "formatyear")),
    prmonth: shared(own(textMethods, "prmonth")),
    prcal: shared(own(textMethods, "pryear")),
    month_name: names("calendarMonthNames"),
    month_abbr: names("calendarMonthShortNames"),
    day_name: names("calendarDayNames"),
    day_abbr: names("calendarDayShortNames"),
    ...constants(WEEKDAYS, 0),
    ...constants(["January", "February"], 1),
    EPOCH: value(int, () => number(1970)),
    mdays: value(
      (clock) => listOf(clock, int),
      () => "a table inside calendar: use monthrange()",
    ),
    Calendar: create(CALENDAR, "Calendar"),
    TextCalendar: create(TEXT_CALENDAR, "TextCalendar"),
    ...refusedAll(
      "HTMLCalendar LocaleTextCalendar LocaleHTMLCalendar TimeEncoding",
      "calendars in HTML or of a locale",
    ),
    ...refusedAll("prweek format formatstring c main", "a part of the module that nobody is meant to use"),
  },
};

const members = (tables: readonly Readonly<Record<string, Shared>>[]): Readonly<Record<string, Entry>> => ({
  ...Object.fromEntries(tables.flatMap(Object.entries).map(([name, entry]) => [name, bound(entry as Shared)])),
  ...Object.fromEntries(Object.entries(iterations).map(([name, entry]) => [name, boundIterator(entry)])),
  firstweekday: value(int, ({ receiverTs }) => method(receiverTs, "getFirstWeekday")),
  ...refusedAll(
    "yeardatescalendar yeardays2calendar yeardayscalendar formatday formatweekday formatmonthname prweek",
    "this part of a calendar is not translated",
  ),
});

export const calendarTypes: readonly InstanceType[] = [
  {
    name: CALENDAR,
    tsType: ({ runtimeType }) => runtimeType("python", "Calendar"),
    members: members([dataMethods]),
  },
  {
    name: TEXT_CALENDAR,
    tsType: ({ runtimeType }) => runtimeType("python", "TextCalendar"),
    members: members([dataMethods, textMethods]),
  },
];
