import { UntranslatedError } from "./exceptions/UntranslatedError.ts";

/**
 * Stands for a class or function that was not translated: whatever is done with it throws. Defining it does nothing, so the rest of
 * the file works.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- as for `untranslated`: nothing is known of it
export function untranslatedLater(code: string, python: string): any {
  const fail = (): never => {
    throw new UntranslatedError(code, python);
  };
  return new Proxy(fail, { get: fail, set: fail, has: fail, apply: fail, construct: fail, getPrototypeOf: fail });
}
