/** A function under the name that Python gives it, which a decorator reads as `f.__name__`. */
export function named<F extends (...args: never[]) => unknown>(name: string, made: F): F {
  return Object.defineProperty(made, "name", { value: name, configurable: true });
}
