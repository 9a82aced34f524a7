/** `issubclass(cls, base)` of classes that are one or extend it. */
export function isSubclass(cls: Function, base: Function): boolean {
  return cls === base || cls.prototype instanceof base;
}
