import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { typeName } from "./typeName.ts";

/** The error of an operator whose operands do not go together. */
export function unsupported(operator: string, a: unknown, b: unknown): PyTypeError {
  return new PyTypeError(`unsupported operand type(s) for ${operator}: '${typeName(a)}' and '${typeName(b)}'`);
}
