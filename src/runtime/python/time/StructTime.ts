import { valueMethod } from "../hash/valueMethod.ts";
import type { ValueKey } from "../hash/valueMethod.ts";
import { reprMethod } from "../repr/reprMethod.ts";

/** The nine numbers of a `time.struct_time`: months and days count from 1, weekdays from Monday 0, days of the year from 1. */
export type TimeFields = readonly [number, number, number, number, number, number, number, number, number];

/** `time.struct_time`. */
export class StructTime {
  readonly items: TimeFields;

  constructor(items: TimeFields) {
    this.items = items;
  }

  [Symbol.iterator](): IterableIterator<number> {
    return this.items.values();
  }

  valueOf(): string {
    return this[valueMethod]().text;
  }

  /** Ordered and hashed as the tuple of its items. */
  [valueMethod](): ValueKey {
    const text = this.items.map((item) => String(item + 100_000).padStart(6, "0")).join(",");
    return { type: "struct_time", text, hashed: this.items };
  }

  get tm_year(): number {
    return this.items[0];
  }

  get tm_mon(): number {
    return this.items[1];
  }

  get tm_mday(): number {
    return this.items[2];
  }

  get tm_hour(): number {
    return this.items[3];
  }

  get tm_min(): number {
    return this.items[4];
  }

  get tm_sec(): number {
    return this.items[5];
  }

  get tm_wday(): number {
    return this.items[6];
  }

  get tm_yday(): number {
    return this.items[7];
  }

  get tm_isdst(): number {
    return this.items[8];
  }

  [reprMethod](): string {
    const names = "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst".split(" ");
    return `time.struct_time(${names.map((name, i) => `${name}=${this.items[i]}`).join(", ")})`;
  }

  toString(): string {
    return this[reprMethod]();
  }
}
