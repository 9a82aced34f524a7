import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { typeName } from "./typeName.ts";

type AnyFunction = (...args: never[]) => unknown;

/** What a value does when it is called. */
type Callee<T> = T extends AnyFunction ? T : T extends { __call__: infer F } ? F : never;

/**
 * What is called, a function or an object's `__call__`, where it may be something else: then the call raises Python's TypeError, once the
 * arguments are made.
 */
export function asFunction<T>(x: T, textType: "str" | "unicode" = "str"): Callee<T> {
  return calleeOf(x, textType) as Callee<T>;
}

function calleeOf(x: unknown, textType: "str" | "unicode"): unknown {
  if (typeof x === "function") return x;
  if (typeof x === "object" && x !== null && "__call__" in x && typeof x.__call__ === "function")
    return x.__call__.bind(x);
  return () => {
    throw new PyTypeError(`'${typeName(x, textType)}' object is not callable`);
  };
}
