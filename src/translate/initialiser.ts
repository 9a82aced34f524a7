import type { FunctionInfo } from "../analysis/entities.ts";
import { initOf } from "../analysis/init-order.ts";

/** What an `__init__` that is called once the object is there is called; null for one that is the constructor. */
export function initialiserName({ owner, initialisesLater }: FunctionInfo): string | null {
  if (!initialisesLater) return null;
  return owner?.initialisedInTurn ? initOf(owner) : "init";
}
