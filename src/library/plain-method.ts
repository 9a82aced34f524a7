import type { Type } from "../analysis/types.ts";
import { method } from "../emit/build.ts";
import { type Entry, fn } from "./entry.ts";

/** A method that is the runtime's of that name, with the arguments as they are given. */
export const plainMethod = (name: string, params: string, result: Type): Entry =>
  fn(params, result, (c) =>
    method(
      c.receiverTs,
      name,
      c.names().map((n) => c.ts(n)),
    ),
  );
