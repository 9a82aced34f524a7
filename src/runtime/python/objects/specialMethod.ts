/** A method such as `__eq__` that an object's class gives it, bound; null for any other value. */
export function specialMethod(x: unknown, name: string): ((...args: readonly unknown[]) => unknown) | null {
  if (typeof x !== "object" || x === null || !(name in x)) return null;
  const method: unknown = (x as Readonly<Record<string, unknown>>)[name];
  return typeof method === "function" ? (...args) => method.apply(x, args) as unknown : null;
}
