import { truthy } from "../dynamic/truthy.ts";
import type { LogRecord } from "./LogRecord.ts";

/** `logging.Filter`: records of a logger, and of those below it; of all without a name. */
export class LogFilter {
  readonly name: string;

  constructor(name = "") {
    this.name = name;
  }

  filter(record: LogRecord): unknown {
    return this.name === "" || record.name === this.name || record.name.startsWith(`${this.name}.`);
  }
}

/** What has filters: loggers and handlers. */
export class LogFilterer {
  readonly #filters: LogFilter[] = [];

  addFilter(filter: LogFilter): void {
    if (!this.#filters.includes(filter)) this.#filters.push(filter);
  }

  removeFilter(filter: LogFilter): void {
    const at = this.#filters.indexOf(filter);
    if (at >= 0) this.#filters.splice(at, 1);
  }

  /** Whether every filter lets the record through. */
  passes(record: LogRecord): boolean {
    return this.#filters.every((filter) => truthy(filter.filter(record)));
  }
}
