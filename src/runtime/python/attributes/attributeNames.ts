import { attributeName } from "./attributeKey.ts";

/** `dir(object)`: the names of what it holds itself, and of what its class has, in order. */
export function attributeNames(object: object, ofClass: readonly string[]): string[] {
  const own = Object.keys(object).filter((key) => Reflect.get(object, key) !== undefined);
  return [...new Set([...own.map(attributeName), ...ofClass])].sort();
}
