/** Thrown where the translator left something undone. Not a Python exception: no handler of the program catches it. */
export class UntranslatedError extends Error {
  override readonly name = "UntranslatedError";
  /** The diagnostic, which `urllib2-to-fetch explain` describes. */
  readonly code: string;

  constructor(code: string, python: string) {
    super(`${code}: not translated from Python: ${python}`);
    this.code = code;
  }
}
