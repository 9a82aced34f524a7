import { percent } from "../format/percent.ts";
import { str } from "../repr/str.ts";
import { levelName } from "./LogLevel.ts";
import type { LogPlace } from "./logPlace.ts";

/** What a call of a logger is about. */
export interface LogCall {
  readonly name: string;
  readonly level: number;
  readonly message: unknown;
  readonly args: readonly unknown[];
  /** What `exception()` adds below the message. */
  readonly traceback?: string | null;
  /** Attributes of `extra`. */
  readonly extra?: ReadonlyMap<unknown, unknown> | null;
  readonly place: LogPlace;
}

/** `logging.LogRecord`: one call of a logger. */
export class LogRecord {
  readonly name: string;
  readonly levelNumber: number;
  readonly levelText: string;
  readonly message: unknown;
  readonly args: readonly unknown[];
  /** Milliseconds since 1970. */
  readonly created = Date.now();
  readonly traceback: string | null;
  readonly extra: ReadonlyMap<unknown, unknown>;
  readonly place: LogPlace;

  constructor({ name, level, message, args, traceback = null, extra = null, place }: LogCall) {
    this.name = name;
    this.levelNumber = level;
    this.levelText = levelName(level);
    this.message = message;
    this.args = args;
    this.traceback = traceback;
    this.extra = extra ?? new Map();
    this.place = place;
  }

  /** The message with its arguments: a single dict has them by name. */
  getMessage(): string {
    const text = str(this.message);
    const [only] = this.args;
    if (this.args.length === 0) return text;
    return percent(text, this.args.length === 1 && only instanceof Map && only.size > 0 ? only : this.args);
  }
}
