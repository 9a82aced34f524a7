import { LogLevel } from "./LogLevel.ts";
import { Logger } from "./Logger.ts";

const loggers = new Map<string, Logger>();

/** The logger above all others. */
export const rootLogger: Logger = new Logger("root", null, LogLevel.WARNING);

/** `logging.getLogger(name)`: one logger a name; `a.b` is below `a`. */
export function getLogger(name: string | null = null): Logger {
  if (!name) return rootLogger;
  let logger = loggers.get(name);
  if (!logger) {
    const dot = name.lastIndexOf(".");
    loggers.set(name, (logger = new Logger(name, dot < 0 ? rootLogger : getLogger(name.slice(0, dot)))));
  }
  return logger;
}
