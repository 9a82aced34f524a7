import { Counter } from "../containers/Counter.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { isPlain } from "./isPlain.ts";
import { typeName } from "./typeName.ts";

/**
 * The error of an operator whose operands do not go together. An object with operators of its own may go with the other operand: what
 * Python does then is not known here.
 */
export function unsupported(operator: string, a: unknown, b: unknown, textType: "str" | "unicode" = "str"): Error {
  const own = [a, b].find(hasOperators);
  if (own !== undefined) return new UntranslatedError("U0104", `${operator} of a ${typeName(own)}`);
  const [left, right] = [typeName(a, textType), typeName(b, textType)];
  return new PyTypeError(`unsupported operand type(s) for ${operator}: '${left}' and '${right}'`);
}

/** Of the program's classes, or of the runtime's: dates, durations, Counters. */
const hasOperators = (x: unknown): boolean =>
  x instanceof Counter ||
  (!isPlain(x) && operatorMethods.some((name) => typeof Reflect.get(x as object, name) === "function"));

const operatorMethods: readonly string[] = [
  "plus",
  "minus",
  "add",
  "subtract",
  ..."add sub mul div truediv floordiv mod pow lshift rshift and or xor"
    .split(" ")
    .flatMap((name) => [`__${name}__`, `__r${name}__`]),
];
