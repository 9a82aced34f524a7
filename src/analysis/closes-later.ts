import { library } from "../library/index.ts";
import type { Type } from "./types.ts";

/** An object of the library whose `close()` must be waited for. */
export function closesLater(type: Type): boolean {
  const entry = type.k === "lib" ? library.memberEntry(type, "close") : null;
  return entry?.kind === "function" && entry.async === true;
}
