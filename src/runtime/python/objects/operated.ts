import { typeName } from "../dynamic/typeName.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { ask } from "./compared.ts";
import { NotImplemented } from "./NotImplemented.ts";

/** `a + b` by `__add__` of the one, or, where that does not know the other, `__radd__` of the other. The error calls a text what it is said to be. */
export function operated(
  a: unknown,
  b: unknown,
  own: string,
  reflected: string,
  operator: string,
  textType: "str" | "unicode" = "str",
): unknown {
  const result = ask(a, own, b);
  if (result !== NotImplemented) return result;
  // Objects of one class are not asked twice.
  const isSame = typeof a === "object" && typeof b === "object" && a?.constructor === b?.constructor;
  const other = isSame ? NotImplemented : ask(b, reflected, a);
  if (other !== NotImplemented) return other;
  throw new PyTypeError(
    `unsupported operand type(s) for ${operator}: '${typeName(a, textType)}' and '${typeName(b, textType)}'`,
  );
}
