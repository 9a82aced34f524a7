import { FileLogHandler } from "./FileLogHandler.ts";
import { rootLogger } from "./getLogger.ts";
import { LogFormatter } from "./LogFormatter.ts";
import { type LogStream, StreamLogHandler } from "./StreamLogHandler.ts";

/** What `logging.basicConfig` takes. */
export interface LogSettings {
  readonly level?: number | string | null;
  readonly format?: string;
  readonly datefmt?: string | null;
  readonly filename?: string | null;
  readonly filemode?: string;
  readonly stream?: LogStream;
}

/** `logging.basicConfig(…)`: does nothing where the root has a handler already. */
export function configureLogging(settings: LogSettings = {}): void {
  if (rootLogger.handlers.length > 0) return;
  const { filename, stream, level } = settings;
  const handler = filename ? new FileLogHandler(filename, settings.filemode ?? "a") : new StreamLogHandler(stream);
  handler.setFormatter(new LogFormatter(settings.format ?? "%(levelname)s:%(name)s:%(message)s", settings.datefmt));
  rootLogger.addHandler(handler);
  if (level != null) rootLogger.setLevel(level);
}
