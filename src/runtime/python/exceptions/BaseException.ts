import { reprMethod } from "../repr/reprMethod.ts";
import { argumentsRepr, argumentText } from "./argumentText.ts";

/**
 * The root of Python's exceptions, as a JavaScript Error.
 *
 * Python keeps the arguments and makes the text from them when asked: no argument gives "", one gives its `str`, several
 * give the `repr` of the tuple. So `message` is computed too, and follows a later assignment to `args` and a `toString` of a subclass.
 */
export class BaseException extends Error {
  override readonly name: string = "BaseException";
  #args: unknown[];
  /** `e.message`: the only argument it was made from, else "", until it is assigned. Unlike `str(e)`, it does not follow `args`. */
  soleArgument: unknown;

  constructor(...args: unknown[]) {
    super();
    this.#args = args;
    this.soleArgument = args.length === 1 ? args[0] : "";
    const trace: { stack?: string } = {};
    Error.captureStackTrace(trace, new.target);
    // Deleted first: replacing the native property would read it, and so ask for the text of a half-made exception.
    Reflect.deleteProperty(this, "stack");
    const get = (): string => this.#heading() + (trace.stack ?? "").replace(/^(?!\s+at ).*/, "");
    Object.defineProperty(this, "stack", { configurable: true, get });
  }

  /** `e.args`: what the exception was made from. A program may assign it. */
  get args(): unknown[] {
    return this.#args;
  }

  set args(args: readonly unknown[]) {
    this.#args = [...args];
  }

  /** The class as an uncaught exception's last line names it: with its module, unless built in. */
  get qualifiedName(): string {
    return this.name;
  }

  /** `str(e)`, under the name JavaScript has for it. */
  override get message(): string {
    return this.toString();
  }

  /** `str(e)`. */
  override toString(): string {
    if (this.#args.length === 0) return "";
    return this.#args.length === 1 ? argumentText(this.#args[0]) : argumentsRepr(this.#args);
  }

  /** `repr(e)`: `ValueError('x',)`. */
  [reprMethod](): string {
    return this.name + argumentsRepr(this.#args);
  }

  /** What Python ends a traceback with, and the stack begins with. */
  #heading(): string {
    const text = this.message;
    return text === "" ? this.qualifiedName : `${this.qualifiedName}: ${text}`;
  }
}
