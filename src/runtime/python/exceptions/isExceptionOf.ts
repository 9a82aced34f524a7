import type { BaseException } from "./BaseException.ts";

/** An exception class, or a tuple of such classes and tuples: what `except` takes from a variable. */
export type ClassInfo = (abstract new (...args: never[]) => unknown) | readonly ClassInfo[];

/** Whether an error is an instance of a class, or of one of a tuple of classes. */
export function isExceptionOf(error: unknown, classes: ClassInfo): error is BaseException {
  return typeof classes === "function" ? error instanceof classes : classes.some((cls) => isExceptionOf(error, cls));
}
