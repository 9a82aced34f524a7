import { inPlaces } from "./signature.ts";
import {
  handlerBases,
  LOG_RECORD,
  HANDLER,
  FORMATTER,
  STREAM_HANDLER,
  FILE_HANDLER,
  NULL_HANDLER,
  FILTER,
  ROTATING_HANDLER,
} from "./log-names.ts";
import { lib } from "../analysis/types.ts";
import { construct, id, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import {
  type CallEmit,
  type ClassEntry,
  type Emitted,
  type Entry,
  fn,
  type FunctionEntry,
  type Hook,
  type LibraryModule,
} from "./entry.ts";
import { isUtf8 } from "./encoding-name.ts";
import { isNone } from "./is-none.ts";
import { refusedAll } from "./refusals.ts";

/** `stream=sys.stdout`, as the runtime names it; a file, or text in memory. */
export function streamOf(c: CallEmit, name: string): ts.Expression | null {
  const type = c.type(name);
  if (type.k === "none") return string("stderr");
  if (type.k !== "lib") return null;
  if (type.name === "file" || type.name === "StringIO.StringIO") return c.ts(name);
  return type.name === "sys.stderr" || type.name === "sys.stdout" ? string(type.name.slice("sys.".length)) : null;
}

/** What a format asks of the place where a logger is called is that of the TypeScript; threads have no numbers. */
export function formatProblem(c: CallEmit, name: string): string | null {
  const node = c.node(name);
  const place = node?.kind === "Str" ? /%\((pathname|filename|module|lineno|funcName|thread)\)/.exec(node.value) : null;
  if (place?.[1] === "thread") return "a log format with thread: threads have no numbers here";
  if (place) c.assume("A0114", `a log format with ${place[1]}, which is that of the TypeScript`);
  return null;
}

export const places = "a part of logging that is not translated";
export const SOME_HANDLER = [HANDLER, ...Object.keys(handlerBases)].join("|");

const handlerHook = (name: string): Hook | string | null =>
  ["emit", "format", "filter", "handle"].includes(name)
    ? { params: [lib(LOG_RECORD)], declared: true, plain: true }
    : ["flush", "close"].includes(name)
      ? { params: [], declared: true, plain: true }
      : null;

const filterHook = (name: string): Hook | string | null =>
  name === "filter" ? { params: [lib(LOG_RECORD)], declared: true, plain: true } : null;

const formatterHook = (name: string): Hook | string | null =>
  name === "format" ? { params: [lib(LOG_RECORD)], declared: true, plain: true } : null;

const handlerClass = (name: string, feature: string, constructor: FunctionEntry): ClassEntry => ({
  kind: "class",
  name,
  ...(handlerBases[name] !== undefined && { base: handlerBases[name] }),
  runtime: { barrel: "python", name: feature },
  subclass: { attributes: [], internal: ["passes"], hook: handlerHook },
  constructor,
});

/** A file's path, mode and the like, as far as they are given; the reason where one is not translated. */
function fileArguments(c: CallEmit, params: readonly string[]): readonly ts.Expression[] | string {
  const encoding = c.node("encoding");
  if (encoding && !isNone(encoding)) {
    if (!isUtf8(encoding)) return "a log file in another encoding than UTF-8";
    c.assume("A0106", "a str that is logged to a file with an encoding must be ASCII");
  }
  const last = params.findLastIndex((name) => c.has(name));
  return params.slice(0, last + 1).map((name) => {
    const node = c.node(name);
    if (!node) return id("undefined");
    return name === "delay" ? c.truth(node) : c.ts(name);
  });
}

/** Handlers, filters and formatters, whose classes a program may derive from. */
export const handlerClasses: Readonly<Record<string, Entry>> = {
  Formatter: {
    kind: "class",
    name: FORMATTER,
    runtime: { barrel: "python", name: "LogFormatter" },
    subclass: { attributes: [], hook: formatterHook },
    constructor: fn("fmt?:text|none, datefmt?:text|none", lib(FORMATTER), (c): Emitted => {
      if (c.has("datefmt") && !c.has("fmt")) return "a Formatter with a date format alone";
      return formatProblem(c, "fmt") ?? construct(c.runtime("python", "LogFormatter"), inPlaces(c, ["fmt", "datefmt"]));
    }),
  },
  Handler: handlerClass(
    HANDLER,
    "LogHandler",
    fn("level?:int|str", lib(HANDLER), (c) => construct(c.runtime("python", "LogHandler"), inPlaces(c, ["level"]))),
  ),
  StreamHandler: handlerClass(
    STREAM_HANDLER,
    "StreamLogHandler",
    fn("stream?", lib(STREAM_HANDLER), (c): Emitted => {
      const stream = c.has("stream") ? streamOf(c, "stream") : undefined;
      if (stream === null) return "logging to a stream of another kind";
      return construct(c.runtime("python", "StreamLogHandler"), stream ? [stream] : []);
    }),
  ),
  FileHandler: handlerClass(
    FILE_HANDLER,
    "FileLogHandler",
    fn("filename:text, mode?:text, encoding?, delay?", lib(FILE_HANDLER), (c): Emitted => {
      const args = fileArguments(c, ["filename", "mode", "delay"]);
      return typeof args === "string" ? args : construct(c.runtime("python", "FileLogHandler"), args);
    }),
  ),
  NullHandler: handlerClass(
    NULL_HANDLER,
    "NullLogHandler",
    fn("", lib(NULL_HANDLER), (c) => construct(c.runtime("python", "NullLogHandler"))),
  ),
  Filter: {
    kind: "class",
    name: FILTER,
    runtime: { barrel: "python", name: "LogFilter" },
    subclass: { attributes: [], hook: filterHook },
    constructor: fn("name?:text", lib(FILTER), (c) =>
      construct(c.runtime("python", "LogFilter"), inPlaces(c, ["name"])),
    ),
  },
  LogRecord: { kind: "class", name: LOG_RECORD, constructor: null },
};

/** `logging.handlers`. */
export const loggingHandlers: LibraryModule = {
  name: "logging.handlers",
  members: {
    RotatingFileHandler: handlerClass(
      ROTATING_HANDLER,
      "RotatingLogHandler",
      fn(
        "filename:text, mode?:text, maxBytes?:int, backupCount?:int, encoding?, delay?",
        lib(ROTATING_HANDLER),
        (c): Emitted => {
          const args = fileArguments(c, ["filename", "mode", "maxBytes", "backupCount", "delay"]);
          return typeof args === "string" ? args : construct(c.runtime("python", "RotatingLogHandler"), args);
        },
      ),
    ),
    ...refusedAll(
      "TimedRotatingFileHandler BaseRotatingHandler WatchedFileHandler",
      "a log file that changes with time: use RotatingFileHandler",
    ),
    ...refusedAll(
      "SysLogHandler SocketHandler DatagramHandler SMTPHandler NTEventLogHandler HTTPHandler",
      "logging to another program",
    ),
    ...refusedAll("BufferingHandler MemoryHandler", "records that are held back"),
    ...refusedAll(
      "DEFAULT_TCP_LOGGING_PORT DEFAULT_UDP_LOGGING_PORT DEFAULT_HTTP_LOGGING_PORT DEFAULT_SOAP_LOGGING_PORT SYSLOG_UDP_PORT SYSLOG_TCP_PORT ST_DEV ST_INO ST_MTIME",
      "a part of the module that nobody is meant to use",
    ),
  },
};
