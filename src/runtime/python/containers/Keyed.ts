/** A dict, for what asks for its keys alone. */
export interface Keyed<K> {
  readonly size: number;
  keys(): Iterable<K>;
  get(key: never): unknown;
}
