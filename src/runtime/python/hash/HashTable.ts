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
  #slots = emptySlots<K>(SMALLEST);
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
    const at = this.#find(key, hash);
    const slot = this.#slots[at];
    if (slot === undefined) return;
    slot.live = false;
    this.#used--;
    if (at === 0) this.#finger = slot.high === 0 ? slot.low >>> 0 : 0;
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
    this.#slots = emptySlots(length);
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

  /** Puts an absent key where its probe sequence ends, or into the first deleted slot on the way. */
  #place(slot: Slot<K>): void {
    const slots = this.#slots;
    let { high, low } = slot;
    let index = low;
    let free = -1;
    for (;;) {
      const at = index & (slots.length - 1);
      const other = slots[at];
      if (other === undefined) {
        if (free < 0) this.#filled++;
        this.#used++;
        slots[free < 0 ? at : free] = slot;
        return;
      }
      if (free < 0 && !other.live) free = at;
      index = (Math.imul(index, 5) + low + 1) | 0;
      low = (low >>> 5) | (high << 27);
      high >>>= 5;
    }
  }

  /** Where a key is, or the empty slot that its probe sequence ends at. */
  #find(key: K, hash: Hash): number {
    let { high, low } = hash;
    let index = low;
    for (;;) {
      const at = index & (this.#slots.length - 1);
      const slot = this.#slots[at];
      if (slot === undefined || (slot.live && slot.key === key)) return at;
      index = (Math.imul(index, 5) + low + 1) | 0;
      low = (low >>> 5) | (high << 27);
      high >>>= 5;
    }
  }
}

function emptySlots<K>(length: number): (Slot<K> | undefined)[] {
  const slots: (Slot<K> | undefined)[] = [];
  slots.length = length;
  return slots;
}
