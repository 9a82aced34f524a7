import type { ReprOf } from "./ReprOf.ts";

/** `repr` of a tuple whose items have a type each: `(1, 'x')`. */
export function reprTuple<T extends readonly unknown[]>(...items: { [I in keyof T]: ReprOf<T[I]> }): ReprOf<T> {
  const shows: readonly ReprOf<never>[] = items;
  return (tuple) => {
    const parts = shows.map((show, index) => show(tuple[index] as never));
    return `(${parts.join(", ")}${parts.length === 1 ? "," : ""})`;
  };
}
