import type { Python } from "../../../../src/verify/find-python.ts";

/** Whoever plays rows: the runtime, or CPython. */
export interface Player {
  /** What a row came to, as JSON. */
  play(row: Row): Promise<unknown>;
  /** Codes of what the translator reports where a row stands. */
  diagnosed?(row: Row): readonly string[];
  close(): Promise<void>;
}

export interface Row {
  /** Of the contract: `6.1 resets, …`. */
  readonly section: string;
  /** Unlike that of any other row of its suite. */
  readonly key: string;
  /** CPython itself does now this, now that: its recording is the list of all that it did. */
  readonly race?: boolean;
}

/** Rows of the contract that are played in one way. */
export interface Suite {
  readonly name: string;
  readonly rows: readonly Row[];
  /** What CPython 2.7 did with each row, by its key. */
  readonly recorded: ReadonlyMap<string, unknown>;
  runtime(): Promise<Player>;
  python(python: Python): Promise<Player>;
  /** Writes down what CPython did, by key. */
  record(outcomes: ReadonlyMap<string, unknown>): void;
}
