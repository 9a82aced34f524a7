import { BaseException } from "../exceptions/BaseException.ts";
import { className } from "../exceptions/className.ts";
import { textOfClass } from "../exceptions/classText.ts";

/** `sys.exc_info()[0]`: the class of what was caught. */
export class CaughtType {
  readonly #error: unknown;

  constructor(error: unknown) {
    this.#error = error;
  }

  get name(): string {
    return this.#error instanceof BaseException ? className(this.#error) : "Exception";
  }

  /** `et == KeyError`: it is that class, and none derived from it. */
  is(cls: abstract new (...args: never[]) => unknown): boolean {
    return this.#error instanceof Error && this.#error.constructor === cls;
  }

  /** As Python shows a class: `<type 'exceptions.ValueError'>`, `<class 'urllib2.HTTPError'>`. */
  toString(): string {
    return textOfClass(this.#error instanceof BaseException ? this.#error.qualifiedName : this.name);
  }
}

/** `sys.exc_info()` in the clause that has caught something: its class, it and no traceback. */
export const caughtNow = (error: unknown): [type: CaughtType, value: BaseException, traceback: null] => [
  new CaughtType(error),
  error as BaseException,
  null,
];
