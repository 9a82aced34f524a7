import { BaseException } from "./BaseException.ts";

/** The class of an exception, for `__exit__`; what is none of Python's goes on as it is. */
export function exceptionClass(error: unknown): typeof BaseException {
  if (!(error instanceof BaseException)) throw error;
  return error.constructor as typeof BaseException;
}
