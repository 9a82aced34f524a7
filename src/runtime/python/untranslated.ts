import { UntranslatedError } from "./exceptions/UntranslatedError.ts";

/**
 * Stands where the translator left something undone, and throws when it is reached.
 *
 * Declared `any`, so that the code around it compiles until a person has replaced it.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- the one place where a value's type is not known to anybody
export function untranslated(code: string, python: string): any {
  throw new UntranslatedError(code, python);
}
