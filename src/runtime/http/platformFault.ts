/** What Node tells of a failure; "" for what it does not tell. */
export interface PlatformFault {
  readonly code: string;
  readonly syscall: string;
  readonly message: string;
  /** The innermost error, which holds the above. */
  readonly error: Error;
}

/** Reads a failure of fetch or of a body. fetch wraps the error of the connection: "fetch failed" with a `cause`. */
export function platformFault(failure: unknown): PlatformFault {
  const outer = failure instanceof Error ? failure : new Error(String(failure));
  const error = outer.cause instanceof Error ? outer.cause : outer;
  const { code = "", syscall = "" }: { code?: unknown; syscall?: unknown } = error as object;
  return { code: String(code), syscall: String(syscall), message: error.message, error };
}
