import { repr } from "./repr.ts";
import type { ReprOf } from "./ReprOf.ts";

/** `repr` of a value of one of several types that JavaScript tells apart. What is not given describes itself: a bool, None. */
export function reprChoice(shows: {
  readonly number?: ReprOf<number>;
  readonly string?: ReprOf<string>;
  readonly array?: ReprOf<never>;
  readonly dict?: ReprOf<never>;
  readonly set?: ReprOf<never>;
}): ReprOf<unknown> {
  return (x) => {
    if (typeof x === "number") return (shows.number ?? repr)(x);
    if (typeof x === "string") return (shows.string ?? repr)(x);
    const show = Array.isArray(x)
      ? shows.array
      : x instanceof Map
        ? shows.dict
        : x instanceof Set
          ? shows.set
          : undefined;
    return show ? show(x as never) : repr(x);
  };
}
