/** Generators of functions that tell, once they have started. */
const started = new WeakSet<object>();
const telling = new WeakSet<object>();

/** Makes the generators of a function tell whether they have started, which `sendTo` asks. */
export function tellStart<F extends (...args: never[]) => Iterator<unknown>>(make: F): F {
  const own = make.prototype as Iterator<unknown>;
  const next = Reflect.get(own, "next") as (...sent: unknown[]) => unknown;
  telling.add(own);
  Object.defineProperty(own, "next", {
    value(this: object, ...sent: unknown[]): unknown {
      started.add(this);
      return next.apply(this, sent);
    },
  });
  return make;
}

/** The generator tells, and nothing has asked it for a value yet. */
export const isFresh = (generator: object): boolean =>
  telling.has(Reflect.getPrototypeOf(generator) ?? generator) && !started.has(generator);
