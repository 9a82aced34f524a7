import { Dict } from "../containers/Dict.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { Keywords } from "./Keywords.ts";
import { parametersOf } from "./withParameters.ts";

/** `f(*args, **kwargs)`: each keyword goes to the parameter of its name; another wrapper takes them as they are. */
export function callWith<A extends unknown[], R>(
  f: (...args: A) => R,
  args: readonly unknown[],
  kwargs: ReadonlyMap<string, unknown>,
): R {
  const call = (...given: readonly unknown[]): R => Reflect.apply(f, undefined, given) as R;
  const parameters = parametersOf(f);
  const collecting = parameters?.indexOf("**") ?? -1;
  // The dict of the other keywords stands before what `*rest` collects.
  const isSplit = parameters?.includes("*") === true && args.length > collecting;
  const slots: unknown[] = isSplit ? args.toSpliced(collecting, 0, undefined) : [...args];
  if (kwargs.size === 0) return call(...slots);
  if (!parameters) return call(...args, new Keywords(Object.fromEntries(kwargs)));
  const collected = new Dict<string, unknown>();
  for (const [name, value] of kwargs) {
    const at = parameters.indexOf(name);
    if (at >= 0 && slots[at] !== undefined)
      throw new PyTypeError(`${f.name}() got multiple values for keyword argument '${name}'`);
    if (at >= 0) slots[at] = value;
    else if (collecting >= 0) collected.set(name, value);
    else throw new PyTypeError(`${f.name}() got an unexpected keyword argument '${name}'`);
  }
  if (collected.size > 0) slots[collecting] = collected;
  return call(...Array.from(slots));
}
