import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** The TypeError of a call by position that a function does not take, in the words of CPython's `PyEval_EvalCodeEx`. */
export function wrongNumber(name: string, least: number, most: number, given: number): PyTypeError {
  if (most === 0) return new PyTypeError(`${name}() takes no arguments (${given} given)`);
  const bound = given < least ? least : most;
  const wanted = least === most ? "exactly" : given < least ? "at least" : "at most";
  return new PyTypeError(`${name}() takes ${wanted} ${bound} argument${bound === 1 ? "" : "s"} (${given} given)`);
}
