import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { bindMethod } from "../functions/takes.ts";
import { attributeKey } from "./attributeKey.ts";

/** Members of every function. */
const ofFunctions: ReadonlySet<string> = new Set(["name", "length", "prototype", "caller", "arguments"]);

type AnyFunction = (...args: never[]) => unknown;

/**
 * What an object has under Python's name for it: its own attribute, a property, a method bound to it, or an attribute of its class.
 * Undefined where there is none.
 */
export function findAttribute(object: object, name: string): unknown {
  if (/^__.*__$/.test(name)) throw new UntranslatedError("U0102", `.${name} of an object`);
  const key = attributeKey(name);
  if (Object.hasOwn(object, key)) return Reflect.get(object, key) as unknown;
  for (let at = Reflect.getPrototypeOf(object); at && at !== Object.prototype; at = Reflect.getPrototypeOf(at)) {
    if (isContainer(at)) return ofContainer(name);
    const member = Object.getOwnPropertyDescriptor(at, key);
    if (!member) continue;
    if (typeof member.value === "function") return bindMethod(object, member.value as AnyFunction);
    return Reflect.get(object, key) as unknown;
  }
  return ofClass(object.constructor, key);
}

/** What the program's class derives from is the runtime's own dict or list, whose members have other names in Python. */
const isContainer = (prototype: object): boolean => Object.hasOwn(prototype.constructor, "typeName");

/** Python's methods of dicts and lists. */
const ofContainers: ReadonlySet<string> = new Set(
  (
    "append clear copy count extend fromkeys get has_key index insert items iteritems iterkeys itervalues keys pop popitem remove reverse " +
    "setdefault sort update values viewitems viewkeys viewvalues"
  ).split(" "),
);

function ofContainer(name: string): undefined {
  if (ofContainers.has(name)) throw new UntranslatedError("U0102", `.${name} of a container, by its name`);
}

/** A static member: a method of the class, or an attribute. */
function ofClass(cls: unknown, key: string): unknown {
  if (ofFunctions.has(key)) return undefined;
  for (let at = cls; typeof at === "function" && at !== Function.prototype; at = Reflect.getPrototypeOf(at)) {
    if (isContainer(at.prototype as object)) return undefined;
    if (!Object.hasOwn(at, key)) continue;
    const value: unknown = Reflect.get(at, key);
    const isMethod = typeof value === "function" && !isClass(value as AnyFunction);
    return isMethod ? bindMethod(cls as object, value as AnyFunction) : value;
  }
  return undefined;
}

const isClass = (f: AnyFunction): boolean => Object.getOwnPropertyDescriptor(f, "prototype")?.writable === false;
