import { AttributeError } from "../exceptions/AttributeError.ts";

/** The values of a parser with commands: each command has its own, and asking for another's raises Python's AttributeError. */
export function namespaceOf(values: Record<string, unknown>): Record<string, unknown> {
  return new Proxy(values, {
    get(target, key): unknown {
      // `then` is what `await` asks for.
      if (typeof key === "string" && key !== "then" && !Object.hasOwn(target, key))
        throw new AttributeError(`'Namespace' object has no attribute '${key}'`);
      return Reflect.get(target, key);
    },
  });
}
