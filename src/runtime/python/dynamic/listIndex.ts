import { IndexError } from "../exceptions/IndexError.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { typeName } from "./typeName.ts";

/** Where an assignment to, or a deletion of, `list[key]` takes place. Negative indexes count from the end. */
export function listIndex(list: readonly unknown[], key: unknown): number {
  const index = typeof key === "boolean" || typeof key === "bigint" ? Number(key) : key;
  if (typeof key === "bigint" && BigInt.asIntN(64, key) !== key)
    throw new IndexError("cannot fit 'long' into an index-sized integer");
  if (typeof index !== "number" || (typeof key !== "bigint" && !Number.isSafeInteger(index))) {
    throw new PyTypeError(`list indices must be integers, not ${typeName(key)}`);
  }
  const at = index < 0 ? index + list.length : index;
  if (at < 0 || at >= list.length) throw new IndexError("list assignment index out of range");
  return at;
}
