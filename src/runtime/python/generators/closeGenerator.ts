/** `generator.close()`: ends it where it waits, its `finally` clauses included. */
export function closeGenerator(generator: Iterable<unknown>): void {
  (generator as Generator<unknown, void>).return();
}
