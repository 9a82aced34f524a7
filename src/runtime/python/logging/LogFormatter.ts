import process from "node:process";
import { Float } from "../numbers/Float.ts";
import { percent } from "../format/percent.ts";
import { localTime } from "../time/breakDown.ts";
import { formatTime } from "../time/formatTime.ts";
import type { LogRecord } from "./LogRecord.ts";

const start = Date.now();

/** `logging.Formatter`: a record as text. Places are those of the TypeScript. */
export class LogFormatter {
  readonly #format: string;
  readonly #dateFormat: string | null;

  constructor(format: string | null = null, dateFormat: string | null = null) {
    this.#format = format || "%(message)s";
    this.#dateFormat = dateFormat;
  }

  format(record: LogRecord): string {
    const milliseconds = record.created % 1000;
    const { place } = record;
    const fields = new Map<unknown, unknown>([
      ["name", record.name],
      ["msg", record.message],
      ["levelno", record.levelNumber],
      ["levelname", record.levelText],
      ["message", record.getMessage()],
      ["pathname", place.path],
      ["filename", place.file],
      ["module", place.module],
      ["lineno", place.line],
      ["funcName", place.function],
      ["created", new Float(record.created / 1000)],
      ["msecs", new Float(milliseconds)],
      ["relativeCreated", new Float(record.created - start)],
      ["process", process.pid],
      ["processName", "MainProcess"],
      ["threadName", "MainThread"],
      ...record.extra,
    ]);
    if (this.#format.includes("%(asctime)")) fields.set("asctime", this.#time(record.created, milliseconds));
    const text = percent(this.#format, fields);
    if (record.traceback === null) return text;
    return `${text}${text.endsWith("\n") ? "" : "\n"}${record.traceback}`;
  }

  #time(created: number, milliseconds: number): string {
    const time = localTime(Math.floor(created / 1000));
    if (this.#dateFormat) return formatTime(this.#dateFormat, time);
    return `${formatTime("%Y-%m-%d %H:%M:%S", time)},${String(milliseconds).padStart(3, "0")}`;
  }
}
