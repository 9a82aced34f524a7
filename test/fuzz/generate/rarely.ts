import type { Production } from "./generator.ts";
import type { Type } from "./types.ts";

/** A way to write something that is mostly refused: kept, so that it is seen when it is not refused rightly. */
export const rarely =
  <T extends Type>(make: Production<T>): Production<T> =>
  (g, type) =>
    g.chance(1, 12) ? make(g, type) : null;
