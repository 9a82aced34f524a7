/** Counts by name, with the first few places of each. */
export class Tally {
  readonly #entries = new Map<string, { count: number; places: string[] }>();

  add(name: string, place?: string): void {
    const entry = this.#entries.get(name) ?? { count: 0, places: [] };
    this.#entries.set(name, entry);
    entry.count += 1;
    if (place !== undefined && entry.places.length < 3) entry.places.push(place);
  }

  get total(): number {
    return [...this.#entries.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** `complete 12 + partial 3`. */
  inline(): string {
    return [...this.#entries].map(([name, { count }]) => `${name} ${count}`).join(" + ");
  }

  /** The most frequent first, at most so many, under a title; nothing where there is nothing. */
  print(title: string, most: number): void {
    const sorted = [...this.#entries].toSorted(([, a], [, b]) => b.count - a.count);
    if (sorted.length === 0) return;
    console.log(`\n${title} (${this.total}, ${sorted.length} kinds)`);
    for (const [name, { count, places }] of sorted.slice(0, most)) {
      console.log(`${String(count).padStart(6)}  ${name}${places.length === 0 ? "" : `   [${places.join(", ")}]`}`);
    }
  }
}
