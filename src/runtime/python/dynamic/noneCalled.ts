import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** Stands for a None that is called, once the arguments are made: the TypeError that Python raises. */
export const noneCalled: (...args: readonly unknown[]) => never = () => {
  throw new PyTypeError("'NoneType' object is not callable");
};
