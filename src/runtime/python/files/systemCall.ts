import { IOError } from "../exceptions/IOError.ts";
import type { OSError } from "../exceptions/OSError.ts";
import { systemErrors } from "./systemErrors.ts";

type ErrorClass = new (...args: unknown[]) => IOError | OSError;

/** Does something with the file system; Node's error becomes Python's, an IOError unless told otherwise, with the file's name if given. */
export function systemCall<T>(filename: string | null, call: () => T, errorClass: ErrorClass = IOError): T {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && typeof error.code === "string")) throw error;
    const known = systemErrors[error.code];
    if (known === undefined) throw error;
    const raised = new errorClass(...known, ...(filename === null ? [] : [filename]));
    raised.cause = error;
    throw raised;
  }
}
