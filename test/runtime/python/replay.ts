import { expect } from "vitest";
import { BaseException } from "../../../src/runtime/python/exceptions/BaseException.ts";
import { PrecisionError } from "../../../src/runtime/python/exceptions/PrecisionError.ts";
import { decode, list, recorded } from "./decode.ts";

interface Call {
  readonly call: string;
  readonly args: unknown[];
  readonly result?: unknown;
  readonly error?: [name: string, text: string];
}

/** `never[]`: each function takes the arguments that the recorder made for it. */
export type Functions = Readonly<Record<string, (...args: never[]) => unknown>>;

/**
 * Calls a function for each row of a table, and expects CPython's result or exception. An int beyond 2^53 may instead be
 * refused by a PrecisionError. With `boxed` whole floats are `Float`s.
 */
export function replay(table: string, functions: Functions, boxed = false): void {
  for (const row of recorded<Call>(table)) {
    const shown = `${row.call}(${row.args.map((arg) => JSON.stringify(arg)).join(", ")})`;
    const call = functions[row.call];
    if (call === undefined) throw new Error(`nothing to call for ${shown}`);
    const outcome = attempt(() => call(...(list(decode(row.args, boxed)) as never[])));
    if (row.error !== undefined) expect.soft(outcome, shown).toEqual({ error: row.error });
    else if (!(outcome.refused === true && isLong(row.result))) {
      expect.soft(outcome, shown).toEqual({ result: decode(row.result, boxed) });
    }
  }
}

function isLong(result: unknown): boolean {
  return JSON.stringify(result).includes('{"long":');
}

interface Outcome {
  result?: unknown;
  error?: [name: string, text: string];
  refused?: true;
}

function attempt(call: () => unknown): Outcome {
  try {
    return { result: call() };
  } catch (error) {
    if (error instanceof PrecisionError) return { refused: true };
    if (error instanceof BaseException) return { error: [error.name, String(error)] };
    throw error;
  }
}
