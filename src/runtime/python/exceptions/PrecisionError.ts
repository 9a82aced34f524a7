/**
 * Thrown when an int grows beyond 2^53, where a JavaScript number would lose digits that Python's long keeps. Not a Python
 * exception: no handler of the program catches it.
 */
export class PrecisionError extends Error {
  override readonly name = "PrecisionError";

  constructor(x: number | bigint) {
    super(`${x} is beyond the integers that a number holds exactly; use bigint here`);
  }
}
