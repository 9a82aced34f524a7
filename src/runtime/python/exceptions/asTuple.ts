import { repr } from "../repr/repr.ts";
import { reprMethod } from "../repr/reprMethod.ts";

/** A tuple that goes where types are known only when running, as what an exception is made from does: it shows as one, and not as a list. */
export function asTuple<T extends readonly unknown[]>(items: T): T {
  if (reprMethod in items || !Object.isExtensible(items)) return items;
  const shown = (): string => `(${items.map(repr).join(", ")}${items.length === 1 ? "," : ""})`;
  return Object.defineProperty(items, reprMethod, { value: shown });
}
