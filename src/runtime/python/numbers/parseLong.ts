import { ValueError } from "../exceptions/ValueError.ts";
import { reprStr } from "../repr/reprStr.ts";
import { decodeText } from "../text/decodeText.ts";
import { encodeText } from "../text/encodeText.ts";

const prefixes: Readonly<Record<string, number>> = { x: 16, o: 8, b: 2 };

/** `int(text, base)` of any size. Base 0 goes by the prefix: 0x, 0o or 0, 0b. White space around it, and after the sign, is skipped. */
export function parseLong(text: string, base = 10): bigint {
  if (base !== 0 && (base < 2 || base > 36)) throw new ValueError("int() base must be >= 2 and <= 36, or 0");
  const [, sign = "", literal = ""] = /^[ \t-\r]*([+-]?)[ \t-\r]*([^]*?)[ \t-\r]*$/.exec(text) ?? [];
  const [, mark = "", rest = ""] = /^0([xob])([^]+)$/i.exec(literal) ?? [];
  const marked = prefixes[mark.toLowerCase()];
  const [digits, radix] =
    marked !== undefined && (base === 0 || base === marked)
      ? [rest, marked]
      : [literal, base === 0 ? (literal.startsWith("0") ? 8 : 10) : base];
  const magnitude = readDigits(digits, radix);
  if (magnitude === null) throw invalid(text, base);
  return sign === "-" ? -magnitude : magnitude;
}

function readDigits(digits: string, radix: number): bigint | null {
  if (!/^[0-9a-z]+$/i.test(digits)) return null;
  let value = 0n;
  for (const character of digits) {
    const digit = Number.parseInt(character, 36);
    if (digit >= radix) return null;
    value = value * BigInt(radix) + BigInt(digit);
  }
  return value;
}

/**
 * The message shows 200 bytes at most, without the space before; a null byte ends the text for C, and is complained of where
 * that text is a number.
 */
function invalid(text: string, base: number): ValueError {
  const [shown = "", ...more] = text.replace(/^[ \t-\r]+/, "").split("\0");
  if (more.length > 0 && isLiteral(shown, base)) {
    return new ValueError("null byte in argument for int()");
  }
  const bytes = encodeText(shown).subarray(0, 200);
  return new ValueError(`invalid literal for int() with base ${base}: ${reprStr(decodeText(bytes))}`);
}

function isLiteral(text: string, base: number): boolean {
  try {
    parseLong(text, base);
    return true;
  } catch {
    return false;
  }
}
