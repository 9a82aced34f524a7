import { arityOf } from "./takes.ts";
import { wrongNumber } from "./wrongNumber.ts";

/** `f(*args)` of one of several functions: a TypeError where this one takes another number of arguments. */
export function checkedCall<F extends (...args: never[]) => unknown>(f: F, ...args: readonly unknown[]): ReturnType<F> {
  const arity = arityOf(f);
  const given = args.length + (arity?.given ?? 0);
  if (arity && (given < arity.least || given > arity.most))
    throw wrongNumber(arity.name, arity.least, arity.most, given);
  return f(...(args as never[])) as ReturnType<F>;
}
