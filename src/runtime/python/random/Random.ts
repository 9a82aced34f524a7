import { randomBytes } from "node:crypto";
import { IndexError } from "../exceptions/IndexError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { hashValue } from "../hash/hashValue.ts";
import { Twister } from "./Twister.ts";

/** `random.Random`: the very sequence of CPython 2.7 for a seed. */
export class Random {
  readonly #twister = new Twister();
  #kept: number | null = null;

  constructor(seed: unknown = null) {
    this.seed(seed);
  }

  /** An integer, or anything that has a hash; None for another sequence each time. */
  seed(value: unknown = null): void {
    this.#kept = null;
    this.#twister.seed(seedOf(value));
  }

  /** From 0 up to, not with, 1. */
  random(): number {
    const [high, low] = [this.#twister.bits() >>> 5, this.#twister.bits() >>> 6];
    return (high * 67_108_864 + low) / 9_007_199_254_740_992;
  }

  getrandbits(count: number): bigint {
    if (count <= 0) throw new ValueError("number of bits must be greater than zero");
    let value = 0n;
    for (let at = 0; at < count; at += 32) {
      const bits = this.#twister.bits();
      value |= BigInt(count - at < 32 ? bits >>> (32 - (count - at)) : bits) << BigInt(at);
    }
    return value;
  }

  randrange(start: number, stop: number | null = null, step = 1): number {
    if (stop === null) {
      if (start <= 0) throw new ValueError("empty range for randrange()");
      return this.#below(start);
    }
    const width = stop - start;
    if (step === 1) {
      if (width <= 0) throw new ValueError(`empty range for randrange() (${start},${stop}, ${width})`);
      return start + this.#below(width);
    }
    if (step === 0) throw new ValueError("zero step for randrange()");
    const count = Math.floor((width + step - Math.sign(step)) / step);
    if (count <= 0) throw new ValueError("empty range for randrange()");
    return start + step * this.#below(count);
  }

  randint(low: number, high: number): number {
    return this.randrange(low, high + 1);
  }

  /** One of the items, or characters; `type` is what an empty one is called. */
  choice<T>(items: readonly T[], type: "list" | "tuple" | "string" = "list"): T {
    if (items.length === 0) throw new IndexError(`${type} index out of range`);
    return items[this.#below(items.length)] as T;
  }

  shuffle(list: unknown[]): void {
    for (let last = list.length - 1; last > 0; last--) {
      const other = this.#below(last + 1);
      [list[last], list[other]] = [list[other], list[last]];
    }
  }

  /** So many of the items, each place at most once. */
  sample<T>(items: readonly T[], count: number): T[] {
    const { length } = items;
    if (!(count >= 0 && count <= length)) throw new ValueError("sample larger than population");
    // Of few items those that are left are kept in a list; of many the places that are taken.
    const few = count > 5 ? 21 + 4 ** Math.ceil(Math.log(count * 3) / Math.log(4)) : 21;
    if (length > few) {
      const taken = new Set<number>();
      while (taken.size < count) taken.add(this.#below(length));
      return [...taken].map((place) => items[place] as T);
    }
    const pool = [...items];
    return Array.from({ length: count }, (_, n) => {
      const place = this.#below(length - n);
      const chosen = pool[place] as T;
      pool[place] = pool[length - n - 1] as T;
      return chosen;
    });
  }

  uniform(low: number, high: number): number {
    return low + (high - low) * this.random();
  }

  triangular(low = 0, high = 1, mode: number | null = null): number {
    const part = this.random();
    const middle = mode === null ? 0.5 : (mode - low) / (high - low);
    return part > middle
      ? high + (low - high) * ((1 - part) * (1 - middle)) ** 0.5
      : low + (high - low) * (part * middle) ** 0.5;
  }

  expovariate(rate: number): number {
    return -Math.log(1 - this.random()) / rate;
  }

  gauss(mean: number, deviation: number): number {
    const kept = this.#kept;
    this.#kept = null;
    if (kept !== null) return mean + kept * deviation;
    const angle = this.random() * 2 * Math.PI;
    const radius = Math.sqrt(-2 * Math.log(1 - this.random()));
    this.#kept = Math.sin(angle) * radius;
    return mean + Math.cos(angle) * radius * deviation;
  }

  normalvariate(mean: number, deviation: number): number {
    const magic = (4 * Math.exp(-0.5)) / Math.sqrt(2);
    for (;;) {
      const [first, second] = [this.random(), 1 - this.random()];
      const z = (magic * (first - 0.5)) / second;
      if ((z * z) / 4 <= -Math.log(second)) return mean + z * deviation;
    }
  }

  #below(count: number): number {
    return Math.floor(this.random() * count);
  }
}

function seedOf(value: unknown): bigint {
  if (value === null) return BigInt(`0x${randomBytes(32).toString("hex")}`);
  if (typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value)))
    return value < 0 ? -BigInt(value) : BigInt(value);
  return BigInt.asUintN(64, BigInt(hashValue(value)));
}

/** The generator that the functions of the module use. */
export const sharedRandom = new Random();
