import type { Expression, Span } from "../ast.ts";
import type { Context } from "./context.ts";
import { lowerPlainString } from "./strings.ts";

/** A number, or a string that is no f-string. */
export function lowerLiteral(span: Span, context: Context): Expression {
  return context.isString(span.end) ? lowerPlainString(span, context) : lowerNumber(span, context);
}

export function lowerNumber({ start, end }: Span, context: Context): Expression {
  const number = context.numberOf({ start, end });
  if (number === null)
    return context.invalidExpression("this is not a number: an octal digit is 0 to 7", { start, end });
  return { kind: "Num", start, end, number };
}
