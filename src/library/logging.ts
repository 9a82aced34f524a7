import { inPlaces } from "./signature.ts";
import { filtering, settable, handlerTypes } from "./log-handler-types.ts";
import { LOGGER, ADAPTER, HANDLER } from "./log-names.ts";
import { writers } from "./log-messages.ts";
import { formatProblem, streamOf, handlerClasses, places, SOME_HANDLER } from "./log-handlers.ts";
import { bool, int, lib, listOf, none, str } from "../analysis/types.ts";
import { call, construct, id, member, object, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type Emitted, type Entry, fn, type InstanceType, type LibraryModule, refused, value } from "./entry.ts";
import { plainMethod } from "./plain-method.ts";
import { refusedAll } from "./refusals.ts";
import { only } from "../analysis/kinds.ts";
import { union } from "../analysis/join.ts";

const basicConfig = fn(
  "filename?:text|none, filemode?:text, format?:text, datefmt?:text|none, level?:int|str|none, stream?",
  none,
  (c): Emitted => {
    const problem = formatProblem(c, "format");
    if (problem) return problem;
    const settings: [string, ts.Expression][] = [];
    for (const name of c.names()) {
      const made = name === "stream" ? streamOf(c, name) : c.ts(name);
      if (!made) return "logging to a stream of another kind";
      settings.push([name, made]);
    }
    return call(c.runtime("python", "configureLogging"), settings.length > 0 ? [object(settings)] : []);
  },
);

const level = (name: string): Entry => value(int, ({ runtime }) => member(runtime("python", "LogLevel"), name));

export const logging: LibraryModule = {
  name: "logging",
  members: {
    ...writers(true),
    basicConfig,
    getLogger: fn("name?:text|none!=logger^", lib(LOGGER), (c) =>
      call(c.runtime("python", "getLogger"), inPlaces(c, ["name"])),
    ),
    root: value(lib(LOGGER), ({ runtime }) => runtime("python", "rootLogger")),
    disable: fn("level:int|str", none, (c) => call(c.runtime("python", "disableLogging"), [c.ts("level")])),
    getLevelName: fn(
      "level:int|str",
      (c) => (only(c.type("level"), "int") ? str : union([str, int])),
      (c) => call(c.runtime("python", only(c.type("level"), "int") ? "levelName" : "levelOfName"), [c.ts("level")]),
    ),
    addLevelName: fn("level:int, name:text", none, (c) =>
      call(c.runtime("python", "addLevelName"), inPlaces(c, ["level", "name"])),
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
    ...handlerClasses,
    LoggerAdapter: {
      kind: "class",
      name: ADAPTER,
      runtime: { barrel: "python", name: "LoggerAdapter" },
      constructor: fn(`logger:${LOGGER}, extra:dict`, lib(ADAPTER), (c) =>
        construct(c.runtime("python", "LoggerAdapter"), [c.ts("logger"), c.ts("extra")]),
      ),
    },
    Logger: refused("a logger made by hand: use getLogger()"),
    ...refusedAll("Filterer makeLogRecord BufferingFormatter Manager PlaceHolder RootLogger", places),
    ...refusedAll(
      "getLoggerClass setLoggerClass captureWarnings currentframe raiseExceptions warnings",
      "it changes how logging itself works",
    ),
    ...refusedAll("logThreads logProcesses logMultiprocessing config", places),
  },
};

const logger: InstanceType = {
  name: LOGGER,
  tsType: ({ runtimeType }) => runtimeType("python", "Logger"),
  members: {
    ...writers(false),
    ...filtering,
    setLevel: plainMethod("setLevel", "level:int|str", none),
    getEffectiveLevel: plainMethod("getEffectiveLevel", "", int),
    isEnabledFor: plainMethod("isEnabledFor", "level:int", bool),
    addHandler: plainMethod("addHandler", `handler:${SOME_HANDLER}`, none),
    removeHandler: plainMethod("removeHandler", `handler:${SOME_HANDLER}`, none),
    getChild: fn("suffix:text", lib(LOGGER), (c) =>
      call(c.runtime("python", "childLogger"), [c.receiverTs, c.ts("suffix")]),
    ),
    name: value(str, ({ receiverTs }) => member(receiverTs, "name")),
    handlers: value(
      (clock) => listOf(clock, lib(HANDLER)),
      ({ receiverTs }) => member(receiverTs, "handlers"),
    ),
    level: settable("level", int),
    propagate: settable("propagate", union([bool, int])),
    disabled: settable("disabled", union([bool, int])),
    ...refusedAll("parent manager root filters", "the logger's own parts"),
    ...refusedAll("filter handle makeRecord findCaller callHandlers", places),
  },
};

const adapter: InstanceType = {
  name: ADAPTER,
  tsType: ({ runtimeType }) => runtimeType("python", "LoggerAdapter"),
  members: {
    ...Object.fromEntries(Object.entries(writers(false)).filter(([name]) => name !== "warn" && name !== "fatal")),
    isEnabledFor: plainMethod("isEnabledFor", "level:int", bool),
    logger: value(lib(LOGGER), ({ receiverTs }) => member(receiverTs, "logger")),
    ...refusedAll("process extra", places),
  },
};

export const loggingTypes: readonly InstanceType[] = [logger, adapter, ...handlerTypes];
