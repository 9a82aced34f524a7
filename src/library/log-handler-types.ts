import { inPlaces, parameterNames } from "./signature.ts";
import { places } from "./log-handlers.ts";
import {
  FILTER,
  FORMATTER,
  LOG_RECORD,
  ROTATING_HANDLER,
  HANDLER,
  STREAM_HANDLER,
  FILE_HANDLER,
  NULL_HANDLER,
} from "./log-names.ts";
import { float, int, none, str, type Type, unknown } from "../analysis/types.ts";
import { assign, binary, call, member, method, number } from "../emit/build.ts";
import { type Emitted, type Entry, fn, type InstanceType, value } from "./entry.ts";
import { plainMethod } from "./plain-method.ts";
import { refusedAll } from "./refusals.ts";
import { members } from "../analysis/join.ts";

export const filtering: Readonly<Record<string, Entry>> = {
  addFilter: plainMethod("addFilter", `filter:${FILTER}`, none),
  removeFilter: plainMethod("removeFilter", `filter:${FILTER}`, none),
};
/** A part that is read, and may be given another value. */
export const settable = (name: string, type: Type): Entry =>
  value(
    type,
    ({ receiverTs }) => member(receiverTs, name),
    ({ receiverTs }, made, given): Emitted =>
      members(given).every((m) => members(type).some((t) => t.k === m.k))
        ? assign(member(receiverTs, name), made)
        : `${name} of another type`,
  );

const handlerMembers: Readonly<Record<string, Entry>> = {
  ...filtering,
  setFormatter: plainMethod("setFormatter", `fmt:${FORMATTER}`, none),
  setLevel: plainMethod("setLevel", "level:int|str", none),
  level: settable("level", int),
  format: plainMethod("format", `record:${LOG_RECORD}`, str),
  handle: plainMethod("handle", `record:${LOG_RECORD}`, none),
  emit: plainMethod("emit", `record:${LOG_RECORD}`, none),
  flush: plainMethod("flush", "", none),
  close: plainMethod("close", "", none),
  ...refusedAll("filter acquire release createLock handleError formatter stream lock filters name", places),
};

const handlerType = (name: string, feature: string, init: Entry): InstanceType => ({
  name,
  tsType: ({ runtimeType }) => runtimeType("python", feature),
  members: {
    __init__: init,
    ...handlerMembers,
    ...(name === ROTATING_HANDLER && { doRollover: plainMethod("doRollover", "", none) }),
  },
});

const toBase = (params: string): Entry =>
  fn(params, none, (c) => call({ type: "Super" }, inPlaces(c, parameterNames(params))));

const notFromBase: Entry = fn("*args, **others", none, () => "a handler of this kind as a base class with arguments");

const filter: InstanceType = {
  name: FILTER,
  tsType: ({ runtimeType }) => runtimeType("python", "LogFilter"),
  members: {
    __init__: toBase("name?:text"),
    filter: fn(`record:${LOG_RECORD}`, unknown, (c) => method(c.receiverTs, "filter", [c.ts("record")])),
    name: value(str, ({ receiverTs }) => member(receiverTs, "name")),
    ...refusedAll("nlen", places),
  },
};

const formatter: InstanceType = {
  name: FORMATTER,
  tsType: ({ runtimeType }) => runtimeType("python", "LogFormatter"),
  members: {
    __init__: toBase("fmt?:text|none, datefmt?:text|none"),
    format: plainMethod("format", `record:${LOG_RECORD}`, str),
    ...refusedAll("formatTime formatException usesTime converter datefmt", places),
  },
};

const read = (type: Type, feature: string): Entry => value(type, ({ receiverTs }) => member(receiverTs, feature));

const placeOf = (name: string, type: Type): Entry =>
  value(type, ({ receiverTs, assume }) => {
    assume("A0114", "the place where a logger is called is that of the TypeScript");
    return member(member(receiverTs, "place"), name);
  });

const record: InstanceType = {
  name: LOG_RECORD,
  tsType: ({ runtimeType }) => runtimeType("python", "LogRecord"),
  members: {
    getMessage: plainMethod("getMessage", "", str),
    name: read(str, "name"),
    levelno: read(int, "levelNumber"),
    levelname: read(str, "levelText"),
    msg: read(unknown, "message"),
    created: value(float, ({ receiverTs }) => binary("/", member(receiverTs, "created"), number(1000))),
    pathname: placeOf("path", str),
    filename: placeOf("file", str),
    module: placeOf("module", str),
    lineno: placeOf("line", int),
    funcName: placeOf("function", str),
    ...refusedAll(
      "args exc_info exc_text msecs relativeCreated thread threadName process processName message asctime",
      "this part of a record is not translated",
    ),
  },
};

export const handlerTypes: readonly InstanceType[] = [
  handlerType(HANDLER, "LogHandler", toBase("level?:int|str")),
  handlerType(STREAM_HANDLER, "StreamLogHandler", notFromBase),
  handlerType(FILE_HANDLER, "FileLogHandler", notFromBase),
  handlerType(NULL_HANDLER, "NullLogHandler", toBase("")),
  handlerType(ROTATING_HANDLER, "RotatingLogHandler", notFromBase),
  filter,
  formatter,
  record,
];
