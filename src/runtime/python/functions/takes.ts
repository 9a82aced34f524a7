/** What Python calls a function, and how many arguments it takes by position, its object included. */
export interface Arity {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** The object of a bound method, and of one that makes an object, counts as given. */
  readonly given: number;
  /** The names of its parameters, its object aside, where it may be called by them. */
  readonly parameters?: readonly string[];
  /** It collects other keywords. */
  readonly collects?: boolean;
}

const arities = new WeakMap<object, Arity>();

/** A function that takes between `least` and `most` arguments, for `checkedCall` to know. */
export function takes<F extends (...args: never[]) => unknown>(
  made: F,
  name: string,
  least: number,
  most: number = least,
): F {
  arities.set(made, { name, least, most, given: 0 });
  return made;
}

/**
 * A function, or a class, that may be called by the names of its parameters: those with a default end in `=`, `*` says that it takes more
 * by position, `**` that it collects other keywords. `(self)` is there for the object that a method is called with by itself.
 */
export function takesNamed<F extends object>(made: F, name: string, ...parameters: readonly string[]): F {
  const [first, ...others] = parameters;
  const given = typeof made === "function" && isClass(made) ? 1 : 0;
  const own = first === "(self)" ? others : parameters;
  const named = own.filter((p) => !p.startsWith("*"));
  const object = first === "(self)" ? 1 : 0;
  arities.set(made, {
    name,
    least: named.filter((p) => !p.endsWith("=")).length + object,
    most: own.includes("*") ? Infinity : named.length + object,
    given,
    parameters: named.map((p) => p.replace(/=$/, "")),
    collects: own.includes("**"),
  });
  return made;
}

const isClass = (f: object): boolean => Object.getOwnPropertyDescriptor(f, "prototype")?.writable === false;

export const arityOf = (made: object): Arity | undefined => arities.get(made);

/** A method bound to its object, which takes one argument less. */
export function bindMethod<F extends (...args: never[]) => unknown>(object: object, method: F): F {
  const bound = method.bind(object) as F;
  const arity = arities.get(method);
  if (arity) arities.set(bound, { ...arity, given: 1 });
  return bound;
}
