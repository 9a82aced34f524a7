import { percent } from "../format/percent.ts";
import { writeStderr } from "../output/writeStderr.ts";
import { str } from "../repr/str.ts";
import { formatTraceback } from "./formatTraceback.ts";
import type { LogHandler } from "./LogHandler.ts";
import { LogLevel } from "./LogLevel.ts";

/** What all loggers share. */
const shared = { disabled: 0, warned: false };

/** `logging.Logger`. Messages are formatted with their arguments only where they are written. */
export class Logger {
  readonly name: string;
  readonly parent: Logger | null;
  propagate = true;
  readonly handlers: LogHandler[] = [];
  #level: number;

  constructor(name: string, parent: Logger | null, level = 0) {
    this.name = name;
    this.parent = parent;
    this.#level = level;
  }

  setLevel(level: number): void {
    this.#level = level;
  }

  getEffectiveLevel(): number {
    return this.#level || (this.parent?.getEffectiveLevel() ?? LogLevel.NOTSET);
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

  /** `exception(message, …)`: an error with the traceback of what was caught. */
  exception(caught: unknown, message: unknown, ...args: readonly unknown[]): void {
    this.#write(LogLevel.ERROR, message, args, formatTraceback(caught));
  }

  log(level: number, message: unknown, ...args: readonly unknown[]): void {
    this.#write(level, message, args, null);
  }

  #write(level: number, message: unknown, args: readonly unknown[], traceback: string | null): void {
    if (!this.isEnabledFor(level)) return;
    const handlers = this.#allHandlers();
    if (handlers.length === 0) this.#warnOnce();
    if (handlers.length === 0) return;
    const format = str(message);
    const text = args.length > 0 ? percent(format, args) : format;
    const record = { logger: this.name, level, message: text, created: Date.now(), traceback };
    for (const handler of handlers) handler.handle(record);
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
export function disableLogging(level: number): void {
  shared.disabled = level;
}
