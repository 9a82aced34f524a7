import type { ClassInfo } from "./entities.ts";

/**
 * Whether objects of a class of several bases take more than one constructor to make, each where Python comes to it: `super().__init__` of
 * a base means another base's, or `__init__` is called of several bases by their names.
 */
export function initialisesInTurn(cls: ClassInfo): boolean {
  if (!cls.isMixed || !cls.lineage.every(isPlain)) return false;
  const names = new Set(cls.lineage.map(({ name }) => name));
  return names.size === cls.lineage.length && (cls.lineage.some((base) => passesOn(base, cls)) || callsSeveral(cls));
}

/** A class with `object` or nothing behind it, whose `__init__` is as it was written. */
const isPlain = (cls: ClassInfo): boolean =>
  cls.part === null &&
  cls.libraryBase === null &&
  !cls.isOpaque &&
  (cls.methods.get("__init__")?.wraps ?? null) === null &&
  cls.methods.get("__init__")?.fn.isGenerator !== true &&
  !cls.has(initOf(cls));

/** What the `__init__` of a class is called as a method of its own. */
export const initOf = ({ name }: ClassInfo): string => `init${name}`;

/** `super(C, self).__init__` in a base of `cls` means another class's than it does in an object of the base itself. */
function passesOn(base: ClassInfo, cls: ClassInfo): boolean {
  const next = (order: readonly ClassInfo[]): ClassInfo | undefined =>
    order.slice(order.indexOf(base) + 1).find((c) => c.methods.has("__init__"));
  return (
    base !== cls &&
    next(base.lineage) !== next(cls.lineage) &&
    /\bsuper\s*\([^()]*\)\s*\.\s*__init__\b/.test(text(base))
  );
}

/** `A.__init__(self); B.__init__(self)`: of another than the base that makes the objects. */
function callsSeveral(cls: ClassInfo): boolean {
  const called = [...text(cls).matchAll(/(\w+)\s*\.\s*__init__\s*\(/g)].flatMap(([, name]) => name ?? []);
  return called.some(
    (name) => name !== cls.parent?.name && cls.bases.some((b) => b.k === "class" && b.cls.name === name),
  );
}

const text = ({ module, node }: ClassInfo): string => module.source.text.slice(node.start, node.end);

/**
 * Marks a class whose `__init__` is a method that is called once the object is there, with all that it derives from. True where that was
 * not known before.
 */
export function markInitialisedInTurn(cls: ClassInfo): boolean {
  const isOne = (cls.lineage.some((c) => c.initialisedInTurn) && cls.lineage.every(isPlain)) || initialisesInTurn(cls);
  const news = isOne ? cls.lineage.filter((c) => !c.initialisedInTurn) : [];
  for (const c of news) c.initialisedInTurn = true;
  return news.length > 0;
}
