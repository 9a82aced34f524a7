import { typeName } from "../dynamic/typeName.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
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
  const apart = ofSequences(a, b, operator, textType);
  if (apart !== null) throw apart;
  throw new PyTypeError(
    `unsupported operand type(s) for ${operator}: '${typeName(a, textType)}' and '${typeName(b, textType)}'`,
  );
}

const isText = (x: unknown): boolean => typeof x === "string" || x instanceof Uint8Array;
const isSequence = (x: unknown): boolean => isText(x) || Array.isArray(x);

/** What Python says of a sequence that no method of the other operand takes: it is asked itself then. Null where neither is asked. */
function ofSequences(a: unknown, b: unknown, operator: string, textType: "str" | "unicode"): Error | null {
  if (operator === "*" || operator === "*=") {
    const other = isSequence(a) ? b : operator === "*" && isSequence(b) ? a : null;
    return other === null ? null : new PyTypeError(`can't multiply sequence by non-int of type '${typeName(other)}'`);
  }
  if ((operator !== "+" && operator !== "+=") || !isSequence(a)) return null;
  // Of an array it is not seen whether it is a list or a tuple.
  if (!isText(a)) return new UntranslatedError("U0104", `${operator} of a list or tuple and a ${typeName(b)}`);
  return new PyTypeError(
    textType === "unicode"
      ? `coercing to Unicode: need string or buffer, ${typeName(b)} found`
      : `cannot concatenate 'str' and '${typeName(b)}' objects`,
  );
}
