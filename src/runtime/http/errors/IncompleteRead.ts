import { reprMethod } from "../../python/repr/reprMethod.ts";
import { HTTPException } from "./HTTPException.ts";

/** A body in chunks that was cut: `partial` is what could be read, `expected` how many bytes more were announced. */
export class IncompleteRead extends HTTPException {
  override readonly name: string = "IncompleteRead";
  readonly partial: string | Uint8Array;
  readonly expected: number | null;

  constructor(partial: string | Uint8Array, expected: number | null = null) {
    super(partial);
    this.partial = partial;
    this.expected = expected;
  }

  override toString(): string {
    const expected = this.expected === null ? "" : `, ${this.expected} more expected`;
    return `IncompleteRead(${this.partial.length} bytes read${expected})`;
  }

  override [reprMethod](): string {
    return this.toString();
  }
}
