import { writeStderr } from "../output/writeStderr.ts";
import { writeStdout } from "../output/writeStdout.ts";
import { fileHandler } from "./fileHandler.ts";
import { rootLogger } from "./getLogger.ts";
import { LogFormatter } from "./LogFormatter.ts";
import { LogHandler } from "./LogHandler.ts";

/** What `logging.basicConfig` takes. */
export interface LogSettings {
  readonly level?: number | null;
  readonly format?: string;
  readonly datefmt?: string | null;
  readonly filename?: string | null;
  readonly filemode?: string;
  readonly stream?: "stdout" | "stderr";
}

/** `logging.basicConfig(…)`: does nothing where the root has a handler already. */
export function configureLogging(settings: LogSettings = {}): void {
  if (rootLogger.handlers.length > 0) return;
  const { filename, stream, level } = settings;
  const handler = filename ? fileHandler(filename, settings.filemode ?? "a") : streamHandler(stream);
  handler.setFormatter(new LogFormatter(settings.format ?? "%(levelname)s:%(name)s:%(message)s", settings.datefmt));
  rootLogger.addHandler(handler);
  if (level != null) rootLogger.setLevel(level);
}

/** `logging.StreamHandler(stream)`. */
export function streamHandler(stream: "stdout" | "stderr" = "stderr"): LogHandler {
  return new LogHandler(stream === "stdout" ? writeStdout : writeStderr);
}
