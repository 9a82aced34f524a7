import type { Hash } from "./Hash.ts";

interface Slot<K> extends Hash {
  readonly key: K;
  /** False once deleted: the slot stays taken, so that searches go past it. */
  live: boolean;
}

const SMALLEST = 8;

/**
 * The table of CPython 2.7's dict (dictobject.c) and set (setobject.c), as far as it decides the order of iteration: open
 * addressing with 2^n slots, a probe sequence fed by all bits of the hash, deleted slots that stay, and growth at two
 * thirds full. Whether a key is present is the owner's business; keys are compared by identity.
 */
export class HashTable<K> {
  #slots: (Slot<K> | undefined)[] = Array.from({ length: SMALLEST });
  /** Slots that hold a key, and with those that held one. */
  #used = 0;
  #filled = 0;
  /** Where `takeFirst` goes on; CPython keeps it in the hash of the free slot 0. */
  #finger = 0;

  get size(): number {
    return this.#used;
  }

  /** Adds an absent key, and grows the table as a single assignment does. */
  add(key: K, hash: Hash): void {
    this.#place({ key, high: hash.high, low: hash.low, live: true });
    if (this.#filled * 3 >= this.#slots.length * 2) this.#grow();
  }

  /** Adds absent keys as a merge does: `incoming`, the other's size, makes room once, before. */
  merge(keys: readonly (readonly [key: K, hash: Hash])[], incoming: number): void {
    if ((this.#filled + incoming) * 3 >= this.#slots.length * 2) this.resize((this.#used + incoming) * 2);
    for (const [key, { high, low }] of keys) this.#place({ key, high, low, live: true });
  }

  remove(key: K, hash: Hash): void {
    const at = this.#probe(hash, (slot) => slot === undefined || (slot.live && slot.key === key));
    const slot = this.#slots[at];
    if (slot === undefined) return;
    slot.live = false;
    this.#used--;
    if (at === 0) this.#finger = slot.high === 0 ? slot.low : 0;
  }

  /** What follows the removal of a whole set: deleted slots go if they are more than a fifth of the table. */
  compact(): void {
    if ((this.#filled - this.#used) * 5 >= this.#slots.length - 1) this.#grow();
  }

  /** Which key `popitem` or `set.pop` removes. The table must not be empty. */
  takeFirst(): K | undefined {
    let at = 0;
    if (this.#slots[0]?.live !== true) {
      at = this.#finger >= this.#slots.length || this.#finger < 1 ? 1 : this.#finger;
      while (this.#slots[at]?.live !== true) at = at + 1 < this.#slots.length ? at + 1 : 1;
    }
    const slot = this.#slots[at];
    if (slot === undefined) return undefined;
    slot.live = false;
    this.#used--;
    this.#finger = at + 1;
    return slot.key;
  }

  /** Builds the table again with more than `minimum` slots, without the deleted ones. */
  resize(minimum: number): void {
    let length = SMALLEST;
    while (length <= minimum) length *= 2;
    // The smallest table is part of the object, and left alone unless there is something to clear.
    if (length === SMALLEST && this.#slots.length === SMALLEST && this.#filled === this.#used) return;
    const old = this.#slots;
    this.#slots = Array.from({ length });
    this.#used = this.#filled = this.#finger = 0;
    for (const slot of old) if (slot?.live === true) this.#place(slot);
  }

  /** The keys in the order of their slots. */
  *keys(): Generator<K, undefined> {
    for (const slot of this.#slots) if (slot?.live === true) yield slot.key;
  }

  #grow(): void {
    this.resize(this.#used * (this.#used > 50000 ? 2 : 4));
  }

  #place(slot: Slot<K>): void {
    let free = -1;
    const end = this.#probe(slot, (other, at) => {
      if (free < 0 && other?.live === false) free = at;
      return other === undefined;
    });
    if (free < 0) this.#filled++;
    this.#used++;
    this.#slots[free < 0 ? end : free] = slot;
  }

  /** Follows the probe sequence of a hash to the first slot that `done` accepts. */
  #probe(hash: Hash, done: (slot: Slot<K> | undefined, at: number) => boolean): number {
    const mask = this.#slots.length - 1;
    let { high, low } = hash;
    let index = low;
    let at = index & mask;
    while (!done(this.#slots[at], at)) {
      index = (Math.imul(index, 5) + low + 1) >>> 0;
      at = index & mask;
      low = ((low >>> 5) | (high << 27)) >>> 0;
      high >>>= 5;
    }
    return at;
  }
}
