import { typeName } from "../dynamic/typeName.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** Python's TypeError for a `__str__` or `__repr__` that returns something else than text. */
class TextlessError extends PyTypeError {
  readonly object: object;
  readonly value: unknown;

  constructor(method: string, object: object, value: unknown) {
    super(`${method} returned non-string (type ${typeName(value)})`);
    this.object = object;
    this.value = value;
  }
}

/** What `__str__` or `__repr__` of an object returns, which must be text. */
export function shownText(value: unknown, method: string, object: object): string {
  if (typeof value === "string") return value;
  throw new TextlessError(method, object, value);
}

/** `str(x)` of an object that has `__repr__` alone, which may return no text: Python says then that it is `__str__` that does. */
export function textByRepr(object: object, repr: () => string): string {
  try {
    return repr.call(object);
  } catch (error) {
    if (error instanceof TextlessError && error.object === object)
      throw new TextlessError("__str__", object, error.value);
    throw error;
  }
}
