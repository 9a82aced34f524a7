import { bigint, call, id, method, number, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { escapedUtf8, utf8 } from "../python/utf8.ts";
import type { Context } from "./context.ts";
import { isBytes } from "../analysis/kinds.ts";

/** From here on an integer is a `long`. */
const LONG = 2n ** 63n;

/**
 * A number as it is written; an integer beyond what a number holds is a bigint, of which the runtime is told whether it is an int or a `long`
 * where its size does not say it.
 */
export function numberLiteral(context: Context, node: py.Num): ts.Expression {
  const { number: n } = node;
  switch (n.type) {
    case "int":
      if (n.value > BigInt(Number.MAX_SAFE_INTEGER)) return sized(context, n.value, "longToInteger");
      return number(Number(n.value), spelling(context.source(node), Number(n.value)));
    case "long":
      return n.value > BigInt(Number.MAX_SAFE_INTEGER) ? sized(context, n.value, "toLong") : bigint(n.value);
    case "float":
      return number(n.value, spelling(context.source(node), n.value));
    case "imag":
      return context.untranslated("U0103", "complex numbers", node);
  }
}

const sized = (context: Context, value: bigint, feature: string): ts.Expression =>
  value < LONG ? call(context.runtime("python", feature), [bigint(value)]) : bigint(value);

/** A text as it is written: of a `str` the characters that its bytes are in UTF-8. */
export function textLiteral(context: Context, node: py.Str): ts.Expression {
  const text = node.type === "unicode" ? node.value : utf8(node.value);
  return text === null ? byteString(context, node) : string(text);
}

/** A literal's own spelling where TypeScript reads it as the same number. */
function spelling(source: string, value: number): string {
  const plain = source.replace(/^0+(?=\d)/, "0").toLowerCase();
  if (
    /^(\d+|\d*\.\d+|\d+\.\d*|0x[0-9a-f]+)(e[-+]?\d+)?$/.test(plain) &&
    !/^0\d/.test(plain) &&
    Number(plain) === value
  ) {
    return plain.replace(/^\./, "0.").replace(/\.$/, ".0");
  }
  return String(value);
}

/** A byte string that is no UTF-8: bytes where it is used as such, else text as the runtime holds it. */
function byteString(context: Context, node: py.Str): ts.Expression {
  if (isBytes(context.typeOf(node))) {
    const values = Array.from(node.value, (c) => number(c.charCodeAt(0)));
    return method(id("Uint8Array"), "of", values);
  }
  context.report("A0109", "a byte string that is not text, where bytes of characters count", node);
  return string(escapedUtf8(node.value));
}
