import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { equals } from "./equals.ts";

/**
 * `a == b` as a container asks it of its items: of one and the same object Python does not ask further, so that a NaN is equal to itself
 * there, and to no other one. JavaScript's NaN has no identity.
 */
export function equalItems(a: unknown, b: unknown): boolean {
  if (a === b || equals(a, b)) return true;
  if (Number.isNaN(a) && Number.isNaN(b))
    throw new UntranslatedError("U0103", "whether a NaN in a container is the one that it is compared with");
  return false;
}
