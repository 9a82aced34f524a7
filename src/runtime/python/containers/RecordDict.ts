import type { Dict } from "./Dict.ts";

declare const fields: unique symbol;

/** A dict whose keys are known when it is translated, each with a type of its own: `{'name': 'x', 'n': 1}`. */
export interface RecordDict<T> extends Dict<keyof T & string, T[keyof T]> {
  /** Says what is under each key; there is nothing of it when the program runs. */
  readonly [fields]: T;
  get<K extends keyof T & string>(key: K): T[K] | undefined;
  has(key: string): boolean;
  set<K extends keyof T & string>(key: K, value: T[K]): this;
  delete(key: string): boolean;
  copy(): RecordDict<T>;
  getOr<K extends keyof T & string, D>(key: K, otherwise: D): T[K] | D;
  setDefault<K extends keyof T & string>(key: K, value: T[K]): T[K];
  pop<K extends keyof T & string>(key: K): T[K];
  pop<K extends keyof T & string, D>(key: K, otherwise: D): T[K] | D;
  update(other: ReadonlyMap<string, unknown> | Iterable<readonly [string, unknown]>): void;
}
