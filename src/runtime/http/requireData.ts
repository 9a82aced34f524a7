import { UntranslatedError } from "../python/exceptions/UntranslatedError.ts";

/** The data of a request, where a variable may hold what they are made of as well: anything else is not sent. */
export function requireData(x: unknown): string | Uint8Array | null {
  if (x === null || typeof x === "string" || x instanceof Uint8Array) return x;
  throw new UntranslatedError("U0104", "data that are neither text nor None");
}
