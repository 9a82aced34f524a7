/** `callable(x)`: a function or class, or an object whose class has `__call__`. */
export const isCallable = (x: unknown): boolean =>
  typeof x === "function" ||
  (typeof x === "object" && x !== null && "__call__" in x && typeof x.__call__ === "function");
