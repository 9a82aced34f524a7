import { PyTypeError } from "../python/exceptions/PyTypeError.ts";

/** What `**kwargs` holds, as a dict or an object. */
export type NamedArguments = ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>>;

/**
 * The arguments of an `__init__` that takes these, the first of which it needs, as `*args` and `**kwargs` tell them: a TypeError for one
 * that it does not take, takes twice, or needs.
 */
export function givenArguments(
  names: readonly string[],
  args: readonly unknown[],
  kwargs: NamedArguments,
): ReadonlyMap<string, unknown> {
  if (args.length > names.length) {
    throw new PyTypeError(`__init__() takes at most ${names.length + 1} arguments (${args.length + 1} given)`);
  }
  const given = new Map(args.map((value, at) => [names[at] ?? "", value]));
  const named = (kwargs instanceof Map ? [...kwargs] : Object.entries(kwargs)) as [name: string, value: unknown][];
  for (const [name, value] of named.filter((entry) => entry[1] !== undefined)) {
    if (!names.includes(name)) throw new PyTypeError(`__init__() got an unexpected keyword argument '${name}'`);
    if (given.has(name)) throw new PyTypeError(`__init__() got multiple values for keyword argument '${name}'`);
    given.set(name, value);
  }
  if (!given.has(names[0] ?? "")) {
    throw new PyTypeError(`__init__() takes at least 2 arguments (${args.length + named.length + 1} given)`);
  }
  return given;
}
