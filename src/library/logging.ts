import { conversionsOf } from "../analysis/percent-format.ts";
import { bool, int, lib, none, str, type Type } from "../analysis/types.ts";
import { call, construct, id, member, method, object, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import {
  type CallEmit,
  type Emitted,
  type Entry,
  fn,
  type InstanceType,
  type LibraryModule,
  refused,
  value,
} from "./entry.ts";
import { plainMethod } from "./plain-method.ts";
import { refusedAll } from "./refusals.ts";
import { has, only } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";

const LOGGER = "logging.Logger";
const HANDLER = "logging.Handler";
const FORMATTER = "logging.Formatter";

const RECORD = "msg, *args, exc_info?, extra?";

/** The arguments of a message as the runtime's `%` needs them; the reason where its types are not enough. */
function messageArguments(c: CallEmit): readonly ts.Expression[] | string {
  if (c.has("extra")) return "logging with extra attributes";
  if (c.has("exc_info")) return "logging with exc_info: use exception()";
  const types = c.rest("args");
  const values = c.restTs("args");
  const node = c.node("msg");
  const literal = node?.kind === "Str";
  const wanted = literal ? conversionsOf(node.value) : null;
  const isOneByOne = wanted?.length === types.length && wanted.every((w) => w.name === null && w.stars === 0);
  if (literal && types.length > 0 && !isOneByOne)
    return "a log message whose directives do not fit its arguments one by one";
  const showsRepr = wanted?.some(({ kind }) => kind === "r") ?? true;
  const made: ts.Expression[] = [];
  for (const [i, type] of types.entries()) {
    const argument = values[i];
    if (!argument) continue;
    if (only(type, "float")) {
      made.push(construct(c.runtime("python", "Float"), [argument]));
      continue;
    }
    if (has(type, "tuple", "bytes", "iter")) return "a tuple or bytes in a log message";
    if (!members(type).every(showsItself))
      return "a container in a log message whose items do not show by themselves what they are";
    if (showsRepr && has(type, "unicode")) {
      if (literal) return "%r of unicode in a log message";
      c.assume("A0103", "unicode under %r in a log message would read without its u");
    }
    if (has(type, "float", "json", "unknown"))
      c.assume("A0103", "a whole float in a log message would read without its `.0`");
    made.push(argument);
  }
  return [messageText(c), ...made];
}

/** Whether the runtime's own `repr` of a container is Python's: its items are of the kinds that it tells apart. */
function showsItself(type: Type): boolean {
  const items =
    type.k === "list" || type.k === "set"
      ? [type.elem.type]
      : type.k === "dict"
        ? [type.key.type, type.value.type]
        : [];
  return items.every((item) => item.k === "never" || only(item, "int", "str", "bool", "none"));
}

/** Text stays; what is not text is logged as its `str`. */
const messageText = (c: CallEmit): ts.Expression =>
  only(c.type("msg"), "str", "unicode") ? c.ts("msg") : c.text("msg");

/** A method of the logger, or a function of the module, which is the root's. */
const writes = (name: string, ofModule: boolean): Entry =>
  fn(RECORD, none, (c): Emitted => {
    const args = messageArguments(c);
    if (typeof args === "string") return args;
    const logger = ofModule ? call(c.runtime("python", "rootLog")) : c.receiverTs;
    if (name !== "exception") return method(logger, name, args);
    const caught = c.caught();
    if (!caught) return "exception() outside of an except clause";
    c.assume("A0114", "the traceback that is logged names the places of the TypeScript");
    return method(logger, name, [caught, ...args]);
  });

const writesAtLevel = (ofModule: boolean): Entry =>
  fn(`level:int, ${RECORD}`, none, (c): Emitted => {
    const args = messageArguments(c);
    if (typeof args === "string") return args;
    return method(ofModule ? call(c.runtime("python", "rootLog")) : c.receiverTs, "log", [c.ts("level"), ...args]);
  });

const writers = (ofModule: boolean): Readonly<Record<string, Entry>> => ({
  debug: writes("debug", ofModule),
  info: writes("info", ofModule),
  warning: writes("warning", ofModule),
  warn: writes("warning", ofModule),
  error: writes("error", ofModule),
  critical: writes("critical", ofModule),
  fatal: writes("critical", ofModule),
  exception: writes("exception", ofModule),
  log: writesAtLevel(ofModule),
});

/** `stream=sys.stdout`, as the runtime names it. */
function streamName(c: CallEmit, name: string): ts.Expression | null {
  const type = c.type(name);
  if (type.k === "none") return string("stderr");
  if (type.k !== "lib" || (type.name !== "sys.stderr" && type.name !== "sys.stdout")) return null;
  return string(type.name.slice("sys.".length));
}

/** Places in the program are not known when it runs. */
function formatProblem(c: CallEmit, name: string): string | null {
  const node = c.node(name);
  const place = node?.kind === "Str" ? /%\((pathname|filename|module|lineno|funcName|thread)\)/.exec(node.value) : null;
  return place ? `a log format with ${place[1]}: the translation does not know its own places` : null;
}

const basicConfig = fn(
  "filename?:text|none, filemode?:text, format?:text, datefmt?:text|none, level?:int|none, stream?",
  none,
  (c): Emitted => {
    const problem = formatProblem(c, "format");
    if (problem) return problem;
    const settings: [string, ts.Expression][] = [];
    for (const name of c.names()) {
      const made = name === "stream" ? streamName(c, name) : c.ts(name);
      if (!made) return "logging to another stream than sys.stdout and sys.stderr";
      settings.push([name, made]);
    }
    return call(c.runtime("python", "configureLogging"), settings.length > 0 ? [object(settings)] : []);
  },
);

const level = (name: string): Entry => value(int, ({ runtime }) => member(runtime("python", "LogLevel"), name));

const given = (c: CallEmit, ...names: readonly string[]): ts.Expression[] =>
  names.filter((n) => c.has(n)).map((n) => c.ts(n));

const places = "records are written, and not handed on as objects";

export const logging: LibraryModule = {
  name: "logging",
  members: {
    ...writers(true),
    basicConfig,
    getLogger: fn("name?:text|none", lib(LOGGER), (c) => call(c.runtime("python", "getLogger"), given(c, "name"))),
    root: value(lib(LOGGER), ({ runtime }) => runtime("python", "rootLogger")),
    disable: fn("level:int", none, (c) => call(c.runtime("python", "disableLogging"), [c.ts("level")])),
    getLevelName: fn("level:int", str, (c) => call(c.runtime("python", "levelName"), [c.ts("level")])),
    addLevelName: fn("level:int, name:text", none, (c) =>
      call(c.runtime("python", "addLevelName"), given(c, "level", "name")),
    ),
    shutdown: fn("", none, () => id("undefined")),
    NOTSET: level("NOTSET"),
    DEBUG: level("DEBUG"),
    INFO: level("INFO"),
    WARNING: level("WARNING"),
    WARN: level("WARNING"),
    ERROR: level("ERROR"),
    CRITICAL: level("CRITICAL"),
    FATAL: level("CRITICAL"),
    BASIC_FORMAT: value(str, () => string("%(levelname)s:%(name)s:%(message)s")),
    Formatter: {
      kind: "class",
      name: FORMATTER,
      runtime: { barrel: "python", name: "LogFormatter" },
      constructor: fn("fmt?:text|none, datefmt?:text|none", lib(FORMATTER), (c): Emitted => {
        if (c.has("datefmt") && !c.has("fmt")) return "a Formatter with a date format alone";
        return formatProblem(c, "fmt") ?? construct(c.runtime("python", "LogFormatter"), given(c, "fmt", "datefmt"));
      }),
    },
    StreamHandler: {
      kind: "class",
      name: HANDLER,
      constructor: fn("stream?", lib(HANDLER), (c): Emitted => {
        if (!c.has("stream")) return call(c.runtime("python", "streamHandler"));
        const stream = streamName(c, "stream");
        return stream
          ? call(c.runtime("python", "streamHandler"), [stream])
          : "logging to another stream than sys.stdout and sys.stderr";
      }),
    },
    FileHandler: {
      kind: "class",
      name: HANDLER,
      constructor: fn("filename:text, mode?:text, encoding?, delay?", lib(HANDLER), (c): Emitted => {
        if (c.has("encoding") || c.has("delay")) return "a FileHandler with an encoding or a delay";
        return call(c.runtime("python", "fileHandler"), given(c, "filename", "mode"));
      }),
    },
    Logger: refused("a logger made by hand: use getLogger()"),
    Handler: refused("a handler of one's own"),
    NullHandler: refused("leave it out: it writes nothing"),
    LoggerAdapter: refused("a LoggerAdapter adds to messages: write a function"),
    ...refusedAll("Filter Filterer LogRecord makeLogRecord BufferingFormatter Manager PlaceHolder RootLogger", places),
    ...refusedAll(
      "getLoggerClass setLoggerClass captureWarnings currentframe raiseExceptions warnings",
      "it changes how logging itself works",
    ),
    ...refusedAll("logThreads logProcesses logMultiprocessing handlers config", places),
  },
};

const logger: InstanceType = {
  name: LOGGER,
  tsType: ({ runtimeType }) => runtimeType("python", "Logger"),
  members: {
    ...writers(false),
    setLevel: plainMethod("setLevel", "level:int", none),
    getEffectiveLevel: plainMethod("getEffectiveLevel", "", int),
    isEnabledFor: plainMethod("isEnabledFor", "level:int", bool),
    addHandler: plainMethod("addHandler", `handler:${HANDLER}`, none),
    removeHandler: plainMethod("removeHandler", `handler:${HANDLER}`, none),
    name: value(str, ({ receiverTs }) => member(receiverTs, "name")),
    propagate: value(
      bool,
      ({ receiverTs }) => member(receiverTs, "propagate"),
      ({ receiverTs }, made, type): Emitted => {
        if (!only(type, "bool")) return "propagate with something else than True and False";
        return { type: "AssignmentExpression", operator: "=", left: member(receiverTs, "propagate"), right: made };
      },
    ),
    ...refusedAll("handlers parent level disabled manager root filters", "the logger's own parts"),
    ...refusedAll("addFilter removeFilter filter handle makeRecord findCaller callHandlers getChild", places),
  },
};

const handler: InstanceType = {
  name: HANDLER,
  tsType: ({ runtimeType }) => runtimeType("python", "LogHandler"),
  members: {
    setFormatter: plainMethod("setFormatter", `formatter:${FORMATTER}`, none),
    setLevel: plainMethod("setLevel", "level:int", none),
    flush: fn("", none, () => id("undefined")),
    close: refused("closing a handler"),
    ...refusedAll(
      "addFilter removeFilter filter handle emit format acquire release createLock handleError formatter level stream",
      places,
    ),
  },
};

const formatter: InstanceType = {
  name: FORMATTER,
  tsType: ({ runtimeType }) => runtimeType("python", "LogFormatter"),
  members: refusedAll("format formatTime formatException usesTime converter datefmt", places),
};

export const loggingTypes: readonly InstanceType[] = [logger, handler, formatter];
