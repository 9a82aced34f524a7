const LENGTH = 624;
const MIDDLE = 397;

/** The Mersenne Twister, MT19937: CPython's source of random numbers, seeded as CPython does. */
export class Twister {
  readonly #state = new Uint32Array(LENGTH);
  #at = LENGTH;

  /** Takes a number of any size, not negative. */
  seed(value: bigint): void {
    const key: number[] = [];
    for (let rest = value; rest > 0n || key.length === 0; rest >>= 32n) key.push(Number(rest & 0xffffffffn));
    this.#begin(19_650_218);
    const state = this.#state;
    let i = 1;
    for (let step = 0, j = 0; step < Math.max(LENGTH, key.length); step++) {
      state[i] = (word(state[i]) ^ multiply(mixed(state[i - 1]), 1_664_525)) + word(key[j]) + j;
      j = (j + 1) % key.length;
      i = this.#next(i);
    }
    for (let step = 0; step < LENGTH - 1; step++) {
      state[i] = (word(state[i]) ^ multiply(mixed(state[i - 1]), 1_566_083_941)) - i;
      i = this.#next(i);
    }
    state[0] = 0x80000000;
  }

  /** 32 random bits. */
  bits(): number {
    if (this.#at >= LENGTH) this.#turn();
    let value = word(this.#state[this.#at++]);
    value ^= value >>> 11;
    value ^= (value << 7) & 0x9d2c5680;
    value ^= (value << 15) & 0xefc60000;
    return (value ^ (value >>> 18)) >>> 0;
  }

  #begin(seed: number): void {
    const state = this.#state;
    state[0] = seed;
    for (let i = 1; i < LENGTH; i++) state[i] = multiply(mixed(state[i - 1]), 1_812_433_253) + i;
    this.#at = LENGTH;
  }

  /** The next place; past the end the last word becomes the first. */
  #next(i: number): number {
    if (i + 1 < LENGTH) return i + 1;
    this.#state[0] = word(this.#state[LENGTH - 1]);
    return 1;
  }

  #turn(): void {
    const state = this.#state;
    for (let i = 0; i < LENGTH; i++) {
      const joined = (word(state[i]) & 0x80000000) | (word(state[(i + 1) % LENGTH]) & 0x7fffffff);
      state[i] = word(state[(i + MIDDLE) % LENGTH]) ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
    }
    this.#at = 0;
  }
}

const word = (value: number | undefined): number => value ?? 0;
const mixed = (value: number | undefined): number => word(value) ^ (word(value) >>> 30);
const multiply = (a: number, b: number): number => Math.imul(a, b);
