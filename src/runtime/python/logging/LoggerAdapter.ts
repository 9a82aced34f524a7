import { Logger, type LogDetails } from "./Logger.ts";

/** `logging.LoggerAdapter`: a logger whose records all have some attributes more. */
export class LoggerAdapter extends Logger {
  readonly logger: Logger;
  readonly extra: ReadonlyMap<unknown, unknown>;

  constructor(logger: Logger, extra: ReadonlyMap<unknown, unknown>) {
    super(logger.name, logger);
    this.logger = logger;
    this.extra = extra;
  }

  override isEnabledFor(level: number): boolean {
    return this.logger.isEnabledFor(level);
  }

  protected override write(level: number, message: unknown, args: readonly unknown[], details: LogDetails = {}): void {
    this.logger.logWith({ ...details, extra: this.extra }, level, message, ...args);
  }
}
