/**
 * Attributes of a class as its objects see them: the class's own value, or that of the derived class, until the object is given one of
 * its own, which then hides it.
 */
export function shareWithInstances(cls: abstract new (...args: never[]) => object, ...names: readonly string[]): void {
  for (const name of names) {
    Object.defineProperty(cls.prototype, name, {
      configurable: true,
      get(this: object): unknown {
        return Reflect.get(this.constructor, name);
      },
      set(this: object, value: unknown): void {
        Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
      },
    });
  }
}
