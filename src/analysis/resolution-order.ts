import type { ClassInfo } from "./entities.ts";

/**
 * The order in which Python looks through a class and its bases: C3 (https://www.python.org/download/releases/2.3/mro/) where one of them
 * derives from `object` or a class of the library, else depth first, from left to right, each class where it is met first.
 * `around`: classes whose order is being made; one that derives from itself, which Python refuses, is left out.
 */
export function resolutionOrder(cls: ClassInfo, around: ReadonlySet<ClassInfo>): readonly ClassInfo[] {
  const inside = new Set([...around, cls]);
  const bases = cls.bases.flatMap((base) => (base.k === "class" && !inside.has(base.cls) ? [base.cls] : []));
  const orders = bases.map((base) => resolutionOrder(base, inside));
  if (orders.length <= 1) return [cls, ...(orders[0] ?? [])];
  const isNew = orders.flat().some(isOfLibrary) || isOfLibrary(cls);
  return [cls, ...((isNew ? merged([...orders, bases]) : null) ?? new Set(orders.flat()))];
}

const isOfLibrary = (cls: ClassInfo): boolean =>
  cls.bases.some((base) => base.k === "libclass" || base.k === "namedtuple");

/** C3's merge; null where Python finds no consistent order. */
function merged(orders: readonly (readonly ClassInfo[])[]): readonly ClassInfo[] | null {
  const found: ClassInfo[] = [];
  for (let left = orders.filter((o) => o.length > 0); left.length > 0;) {
    const next = left.map(([head]) => head).find((head) => head && left.every((o) => !o.slice(1).includes(head)));
    if (!next) return null;
    found.push(next);
    left = left.map((o) => (o[0] === next ? o.slice(1) : o)).filter((o) => o.length > 0);
  }
  return found;
}
