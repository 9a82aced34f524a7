import { PyTypeError } from "../python/exceptions/PyTypeError.ts";

/** What `**kwargs` holds, as a dict or an object. */
export type NamedArguments = ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>>;

/** A function of Python's library, as a TypeError of its arguments says: `self` counts as one. */
interface Callee {
  readonly name: string;
  readonly self: 0 | 1;
}

/**
 * The arguments of a function that takes these, the first of which it needs, as `*args`, keywords and `**kwargs` tell them: a TypeError
 * for one that it does not take, takes twice, or needs.
 */
export function givenArguments(
  names: readonly string[],
  args: readonly unknown[],
  kwargs: readonly NamedArguments[],
  callee: Callee = { name: "__init__", self: 1 },
): ReadonlyMap<string, unknown> {
  const { name: fn, self } = callee;
  const most = names.length + self;
  const named = kwargs
    .flatMap((some) => (some instanceof Map ? [...some] : Object.entries(some)) as [name: string, value: unknown][])
    .filter((entry) => entry[1] !== undefined);
  const count = args.length + named.length + self;
  if (args.length > names.length) throw new PyTypeError(`${fn}() takes at most ${most} arguments (${count} given)`);
  const given = new Map(args.map((value, at) => [names[at] ?? "", value]));
  for (const [name, value] of named) {
    if (!names.includes(name)) throw new PyTypeError(`${fn}() got an unexpected keyword argument '${name}'`);
    if (given.has(name)) throw new PyTypeError(`${fn}() got multiple values for keyword argument '${name}'`);
    given.set(name, value);
  }
  if (!given.has(names[0] ?? "")) {
    const least = 1 + self;
    throw new PyTypeError(`${fn}() takes at least ${least} argument${least > 1 ? "s" : ""} (${count} given)`);
  }
  return given;
}
