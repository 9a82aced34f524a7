import { reprStr } from "../repr/reprStr.ts";
import { argumentText } from "./argumentText.ts";
import { StandardError } from "./StandardError.ts";

/**
 * Base of IOError and OSError: an error number of the system, its text and perhaps a file.
 *
 * Two or three arguments are taken as `errno, strerror[, filename]`; any other number is an ordinary exception. A file name
 * is not kept in `args`. They are what was given, whatever that is: `IOError('socket error', e)` of Python's urllib has a text for
 * its number and an exception for its text.
 */
export class EnvironmentError extends StandardError {
  override readonly name: string = "EnvironmentError";
  errno: number | null = null;
  strerror: string | null = null;
  filename: string | null = null;
  /** How `str(e)` shows the file name: as the `str` that it is, but for `open()` of a unicode one. */
  showFilename: (name: string) => string = reprStr;
  readonly #given: number;

  constructor(...args: unknown[]) {
    const described = args.length === 2 || args.length === 3;
    super(...(described ? args.slice(0, 2) : args));
    this.#given = described ? args.length : 0;
    if (!described) return;
    const [errno, strerror, filename] = args;
    this.errno = errno as number | null;
    this.strerror = strerror as string | null;
    if (typeof filename === "string") this.filename = filename;
  }

  /** `[Errno 2] No such file or directory: 'x'`. */
  override toString(): string {
    const hasFile = this.filename !== null || this.#given === 3;
    if (!hasFile && this.#given === 0 && (this.errno === null || this.strerror === null)) return super.toString();
    const errno = argumentText(this.errno ?? this.args[0] ?? null);
    const strerror = argumentText(this.strerror ?? this.args[1] ?? null);
    return `[Errno ${errno}] ${strerror}${hasFile ? `: ${this.filename === null ? "None" : this.showFilename(this.filename)}` : ""}`;
  }
}
