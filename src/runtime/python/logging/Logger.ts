import { writeStderr } from "../output/writeStderr.ts";
import { formatTraceback } from "./formatTraceback.ts";
import { LogFilterer } from "./LogFilter.ts";
import type { LogHandler } from "./LogHandler.ts";
import { checkLevel, LogLevel } from "./LogLevel.ts";
import { logPlace } from "./logPlace.ts";
import { LogRecord } from "./LogRecord.ts";

/** What all loggers share. */
const shared = { disabled: 0, warned: false };

/** What a message has beside its arguments. */
export interface LogDetails {
  /** What was caught, whose traceback is written below the message. */
  readonly caught?: unknown;
  /** Attributes of the record, for the format. */
  readonly extra?: ReadonlyMap<unknown, unknown> | null;
}

/** `logging.Logger`. Messages are formatted with their arguments only where they are written. */
export class Logger extends LogFilterer {
  readonly name: string;
  readonly parent: Logger | null;
  readonly handlers: LogHandler[] = [];
  propagate: boolean | number = true;
  disabled: boolean | number = false;
  level: number;

  constructor(name: string, parent: Logger | null, level = 0) {
    super();
    this.name = name;
    this.parent = parent;
    this.level = level;
  }

  setLevel(level: number | string): void {
    this.level = checkLevel(level);
  }

  getEffectiveLevel(): number {
    return this.level || (this.parent?.getEffectiveLevel() ?? LogLevel.NOTSET);
  }

  isEnabledFor(level: number): boolean {
    return level > shared.disabled && level >= this.getEffectiveLevel();
  }

  addHandler(handler: LogHandler): void {
    if (!this.handlers.includes(handler)) this.handlers.push(handler);
  }

  removeHandler(handler: LogHandler): void {
    const at = this.handlers.indexOf(handler);
    if (at >= 0) this.handlers.splice(at, 1);
  }

  debug(message: unknown, ...args: readonly unknown[]): void {
    this.log(LogLevel.DEBUG, message, ...args);
  }

  info(message: unknown, ...args: readonly unknown[]): void {
    this.log(LogLevel.INFO, message, ...args);
  }

  warning(message: unknown, ...args: readonly unknown[]): void {
    this.log(LogLevel.WARNING, message, ...args);
  }

  error(message: unknown, ...args: readonly unknown[]): void {
    this.log(LogLevel.ERROR, message, ...args);
  }

  critical(message: unknown, ...args: readonly unknown[]): void {
    this.log(LogLevel.CRITICAL, message, ...args);
  }

  log(level: number, message: unknown, ...args: readonly unknown[]): void {
    this.write(level, message, args);
  }

  /** `exception(message, …)`: an error with the traceback of what was caught. */
  exception(caught: unknown, message: unknown, ...args: readonly unknown[]): void {
    this.write(LogLevel.ERROR, message, args, { caught });
  }

  /** `log(level, message, …, exc_info=True, extra=…)`. */
  logWith(details: LogDetails, level: number, message: unknown, ...args: readonly unknown[]): void {
    this.write(level, message, args, details);
  }

  protected write(level: number, message: unknown, args: readonly unknown[], details: LogDetails = {}): void {
    if (!this.isEnabledFor(level) || this.disabled) return;
    const traceback = "caught" in details ? formatTraceback(details.caught) : null;
    const { extra = null } = details;
    const record = new LogRecord({ name: this.name, level, message, args, traceback, extra, place: logPlace() });
    if (!this.passes(record)) return;
    const handlers = this.#allHandlers();
    if (handlers.length === 0) this.#warnOnce();
    for (const handler of handlers) if (level >= handler.level) handler.handle(record);
  }

  #allHandlers(): LogHandler[] {
    const above = this.propagate && this.parent ? this.parent.#allHandlers() : [];
    return [...this.handlers, ...above];
  }

  #warnOnce(): void {
    if (!shared.warned) writeStderr(`No handlers could be found for logger "${this.name}"\n`);
    shared.warned = true;
  }
}

/** `logging.disable(level)`: nothing at or below the level is written any more. */
export function disableLogging(level: number | string): void {
  shared.disabled = checkLevel(level);
}
