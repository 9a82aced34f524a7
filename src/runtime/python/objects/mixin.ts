import { AttributeError } from "../exceptions/AttributeError.ts";
import { bindMethod } from "../functions/takes.ts";
import { objectInit } from "./objectInit.ts";

type Class = abstract new (...args: never[]) => object;
type Instances<O extends readonly Class[]> = O extends readonly [
  infer First extends Class,
  ...infer Rest extends readonly Class[],
]
  ? InstanceType<First> & Instances<Rest>
  : unknown;
/** The base, whose constructor makes objects of them all. */
type Mixture<B extends Class, O extends readonly Class[]> = Omit<B, "prototype"> &
  (new (...args: ConstructorParameters<B>) => InstanceType<B> & Instances<O>);

/** The classes that a mixture takes members of without extending them. */
const mixedInto = new WeakMap<object, readonly Class[]>();

/**
 * What a class of several bases extends: the base that makes its objects, with the members of all, each from the first class in `order`,
 * which is Python's, that has it. Its objects are instances of them all.
 */
export function mixin<B extends new (...args: never[]) => object, const O extends readonly Class[]>(
  base: B,
  order: O,
): Mixture<B, O> {
  const made = function (...args: unknown[]): object {
    return Reflect.construct(base, args, new.target ?? base) as object;
  };
  Object.setPrototypeOf(made, base);
  made.prototype = Object.create(base.prototype as object, { constructor: { value: made } });
  take(
    made.prototype as object,
    base.prototype as object,
    order.map((cls) => cls.prototype as object),
    new Set(["constructor"]),
  );
  take(made, base, order, new Set(["length", "name", "prototype", "caller", "arguments"]));
  mixedInto.set(made, order);
  for (const cls of order) tellInstances(cls);
  const mixture: object = made;
  return mixture as Mixture<B, O>;
}

/** Members of the objects in `order` that are not, or are others, on what `target` inherits from. */
function take(target: object, base: object, order: readonly object[], skipped: Set<string | symbol>): void {
  for (const from of order) {
    for (const key of Reflect.ownKeys(from)) {
      if (skipped.has(key)) continue;
      skipped.add(key);
      const member = Object.getOwnPropertyDescriptor(from, key);
      if (member && !isSame(member, inherited(base, key)))
        Object.defineProperty(target, key, followed(from, key, member));
    }
  }
}

/** A value of a class follows what that class has, until it is given one of its own; what is called stays as it is. */
function followed(from: object, key: string | symbol, member: PropertyDescriptor): PropertyDescriptor {
  if (!("value" in member) || typeof member.value === "function") return { ...member, configurable: true };
  return {
    configurable: true,
    enumerable: true,
    get: () => Reflect.get(from, key) as unknown,
    set(this: object, value: unknown): void {
      Object.defineProperty(this, key, { value, writable: true, enumerable: true, configurable: true });
    },
  };
}

function inherited(base: object, key: string | symbol): PropertyDescriptor | null {
  for (let at: object | null = base; at; at = Reflect.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, key);
    if (found) return found;
  }
  return null;
}

const isSame = (a: PropertyDescriptor, b: PropertyDescriptor | null): boolean =>
  b !== null && a.value === b.value && a.get === b.get && a.set === b.set;

/** Makes `instanceof` know the objects of mixtures of the class. */
function tellInstances(cls: Class): void {
  if (Object.hasOwn(cls, Symbol.hasInstance)) return;
  Object.defineProperty(cls, Symbol.hasInstance, {
    value(this: Class, x: unknown): boolean {
      return (
        Function.prototype[Symbol.hasInstance].call(this, x) ||
        (typeof x === "object" && x !== null && isMixedFrom(x, this))
      );
    },
  });
}

function isMixedFrom(x: object, cls: Class): boolean {
  for (let at: unknown = x.constructor; typeof at === "function"; at = Reflect.getPrototypeOf(at)) {
    if (mixedInto.get(at)?.some((from) => from === cls)) return true;
  }
  return false;
}

/** `super(cls, self).name` where that may mean a class that `cls` does not extend: the next one in the order of what `self` is made of. */
export function superMethod<F>(cls: Class, self: object, name: string): F {
  for (let at: unknown = self.constructor; typeof at === "function"; at = Reflect.getPrototypeOf(at)) {
    const order = mixedInto.get(at);
    if (!order?.includes(cls)) continue;
    const next = order.slice(order.indexOf(cls) + 1).find((other) => Object.hasOwn(other.prototype as object, name));
    if (next) return bound(next.prototype as object, self, name);
  }
  return bound(Reflect.getPrototypeOf(cls.prototype as object) as object, self, name);
}

/**
 * The `__init__` of the next class behind `cls`, in the order of what `self` is made of, that has one, by what the classes call theirs;
 * object's, which does nothing, where none has.
 */
export function nextInit<F>(cls: Class, self: object, names: readonly string[]): F {
  const order = orderOf(self);
  for (const { prototype } of order.slice(order.indexOf(cls) + 1)) {
    const own: unknown = names
      .map((name) => Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown)
      .find(Boolean);
    if (typeof own === "function") return bindMethod(self, own as (...args: never[]) => unknown) as F;
  }
  return objectInit as F;
}

function orderOf(self: object): readonly Class[] {
  const found: Class[] = [];
  for (
    let at: unknown = self.constructor;
    typeof at === "function" && "prototype" in at;
    at = Reflect.getPrototypeOf(at)
  ) {
    const order = mixedInto.get(at);
    if (order) return [...found, ...order];
    found.push(at as Class);
  }
  return found;
}

function bound<F>(from: object, self: object, name: string): F {
  const found: unknown = Reflect.get(from, name);
  if (typeof found !== "function") throw new AttributeError(`'super' object has no attribute '${name}'`);
  return found.bind(self) as F;
}
