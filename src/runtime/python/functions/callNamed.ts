import { Dict } from "../containers/Dict.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { type Arity, arityOf } from "./takes.ts";
import { wrongNumber } from "./wrongNumber.ts";

type Named = ReadonlyMap<unknown, unknown>;

/** `f(*args, name=value, **kwargs)`: each keyword goes to the parameter of its name, or into the dict of a function that collects them. */
export function callNamed<F extends (...args: never[]) => unknown>(
  f: F,
  args: readonly unknown[],
  ...named: readonly (Named | Readonly<Record<string, unknown>>)[]
): ReturnType<F> {
  return f(...(placed(f, args, named) as never[])) as ReturnType<F>;
}

/** The same of a class, which makes an object. */
export function constructNamed<C extends new (...args: never[]) => object>(
  cls: C,
  args: readonly unknown[],
  ...named: readonly (Named | Readonly<Record<string, unknown>>)[]
): InstanceType<C> {
  return new cls(...(placed(cls, args, named) as never[])) as InstanceType<C>;
}

/** The arguments of `super(…)` for a base's `__init__(self, *args, **kwargs)`. */
export const constructorArguments = <C extends new (...args: never[]) => object>(
  cls: C,
  args: readonly unknown[],
  ...named: readonly (Named | Readonly<Record<string, unknown>>)[]
): ConstructorParameters<C> => placed(cls, args, named) as unknown as ConstructorParameters<C>;

/** The same of any other method, bound to its object. */
export const methodArguments = <F extends (...args: never[]) => unknown>(
  method: F,
  args: readonly unknown[],
  ...named: readonly (Named | Readonly<Record<string, unknown>>)[]
): Parameters<F> => placed(method, args, named) as unknown as Parameters<F>;

/** The arguments in the order in which the function takes them here: its parameters, the dict of the keywords, the rest. */
function placed(
  f: object,
  args: readonly unknown[],
  named: readonly (Named | Readonly<Record<string, unknown>>)[],
): readonly unknown[] {
  const arity = arityOf(f) ?? inherited(f);
  if (!arity?.parameters) throw new UntranslatedError("U0105", "a call with keywords of a function that is not known");
  const pairs = named.flatMap((each) => (each instanceof Map ? [...each] : Object.entries(each)));
  return bind(arity, arity.parameters, args, pairs);
}

/** A class without an `__init__` of its own has its base's. */
function inherited(cls: object): Arity | undefined {
  const base = Reflect.getPrototypeOf(cls);
  return typeof base === "function" && base !== Function.prototype ? (arityOf(base) ?? inherited(base)) : undefined;
}

function bind(
  { name, least, most, given, collects }: Arity,
  parameters: readonly string[],
  args: readonly unknown[],
  pairs: readonly (readonly [unknown, unknown])[],
): readonly unknown[] {
  const count = args.length + given;
  const all = count + pairs.length;
  if (most === 0 && all > 0 && collects !== true) throw wrongNumber(name, 0, 0, all);
  if (count > most) throw wrongNumber(name, least, most, all);
  const own = parameters.length;
  const slots: unknown[] = args.slice(0, own);
  const filled = new Set(slots.keys());
  const collected = new Dict<string, unknown>();
  const seen = new Set<unknown>();
  for (const [key, value] of pairs) {
    if (typeof key !== "string") throw new PyTypeError(`${name}() keywords must be strings`);
    const at = parameters.indexOf(key);
    if (at < 0 && collects !== true) throw new PyTypeError(`${name}() got an unexpected keyword argument '${key}'`);
    if (seen.has(key) || filled.has(at))
      throw new PyTypeError(`${name}() got multiple values for keyword argument '${key}'`);
    seen.add(key);
    if (at < 0) collected.set(key, value);
    else {
      slots[at] = value;
      filled.add(at);
    }
  }
  const needed = least - given;
  for (let at = 0; at < needed; at++)
    if (!filled.has(at)) {
      // Python counts what it has found so far, and says "at least" where there are more than these.
      const wanted = most > least ? "at least" : "exactly";
      throw new PyTypeError(
        `${name}() takes ${wanted} ${least} argument${least === 1 ? "" : "s"} (${filled.size + given} given)`,
      );
    }
  const rest = args.slice(own);
  if (collects !== true && rest.length === 0) return Array.from(slots);
  slots.length = own;
  return [...Array.from(slots), ...(collects === true ? [collected] : []), ...rest];
}
