import { packLayout } from "./packValues.ts";
import { type Layout, readLayout } from "./readLayout.ts";
import { unpackFrom, unpackLayout } from "./unpackValues.ts";

/** `struct.Struct`: a format that is read once. */
export class Struct {
  readonly format: string;
  readonly #layout: Layout;

  constructor(format: string) {
    this.format = format;
    this.#layout = readLayout(format);
  }

  get size(): number {
    return this.#layout.size;
  }

  pack(...values: unknown[]): Uint8Array<ArrayBuffer> {
    return packLayout(this.#layout, values);
  }

  unpack(data: Uint8Array | string): unknown[] {
    return unpackLayout(this.#layout, data);
  }

  unpackFrom(data: Uint8Array | string, offset = 0): unknown[] {
    return unpackFrom(this.format, data, offset);
  }
}
