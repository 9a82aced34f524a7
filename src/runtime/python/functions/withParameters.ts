/** The names of functions' parameters, for those that wrappers call with keywords; `**` where the function collects the others, `*` behind it where it takes more by position. */
const names = new WeakMap<object, readonly string[]>();

/** A function with the names of its parameters, in the order in which it takes them. */
export function withParameters<F extends (...args: never[]) => unknown>(parameters: readonly string[], made: F): F {
  names.set(made, parameters);
  return made;
}

export const parametersOf = (made: object): readonly string[] | null => names.get(made) ?? null;
