import { UntranslatedError } from "./exceptions/UntranslatedError.ts";

/**
 * Stands for a class, function or module that was not translated: whatever is done with it throws. Defining it does nothing, nor does
 * deriving a class from it, so the rest of the file works.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- as for `untranslated`: nothing is known of it
export function untranslatedLater(code: string, python: string): any {
  const fail = (): never => {
    throw new UntranslatedError(code, python);
  };
  const get = (target: object, key: string | symbol): unknown =>
    key === "prototype" ? Reflect.get(target, key) : fail();
  const base = function base(): void {};
  return new Proxy(base, { get, set: fail, has: fail, apply: fail, construct: fail, getPrototypeOf: fail });
}
