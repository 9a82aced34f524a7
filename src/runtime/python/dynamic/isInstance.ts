/** A class, or a tuple of classes and such tuples: what `except` and `isinstance` take. */
export type ClassInfo = (abstract new (...args: never[]) => unknown) | readonly ClassInfo[];

/** Whether a value is an instance of a class, or of one of a tuple of classes. */
export function isInstance(x: unknown, classes: ClassInfo): boolean {
  return typeof classes === "function" ? x instanceof classes : classes.some((cls) => isInstance(x, cls));
}
