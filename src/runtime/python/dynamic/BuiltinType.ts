import { reprMethod } from "../repr/reprMethod.ts";
import { typeName } from "./typeName.ts";

/** One of Python's built-in types as a value: it shows itself, and is equal to itself. */
export class BuiltinType {
  readonly name: string;

  private static readonly known = new Map<string, BuiltinType>();

  constructor(name: string) {
    this.name = name;
  }

  static of(name: string): BuiltinType {
    let type = this.known.get(name);
    if (!type) this.known.set(name, (type = new BuiltinType(name)));
    return type;
  }

  [reprMethod](): string {
    return `<type '${this.name}'>`;
  }

  toString(): string {
    return this[reprMethod]();
  }
}

/** `type(x)` of a value that tells by itself what it is, or that is known to be of the type `name`. */
export const typeOf = (x: unknown, name = typeName(x)): BuiltinType => BuiltinType.of(name);

/** `type(x)` of a value of JSON, whose text is unicode. */
export const typeOfJson = (x: unknown): BuiltinType => BuiltinType.of(typeName(x, "unicode"));
