import { ValueError } from "../exceptions/ValueError.ts";
import { reprStr } from "../repr/reprStr.ts";
import { decodeText } from "../text/decodeText.ts";
import { encodeText } from "../text/encodeText.ts";

const prefixes: Readonly<Record<string, number>> = { x: 16, o: 8, b: 2 };

/**
 * `int(text, base)` of any size, or `long(text, base)`, which takes an L at the end. Base 0 goes by the prefix: 0x, 0o or 0, 0b. White
 * space around it, and after the sign, is skipped.
 */
export function parseLong(text: string, base = 10, name: "int" | "long" = "int"): bigint {
  if (base !== 0 && (base < 2 || base > 36)) throw new ValueError(`${name}() base must be >= 2 and <= 36, or 0`);
  const [, sign = "", literal = ""] = /^[ \t-\r]*([+-]?)[ \t-\r]*([^]*?)[ \t-\r]*$/.exec(text) ?? [];
  const [, mark = "", rest = ""] = /^0([xob])([^]+)$/i.exec(literal) ?? [];
  const marked = prefixes[mark.toLowerCase()];
  const [digits, radix] =
    marked !== undefined && (base === 0 || base === marked)
      ? [rest, marked]
      : [literal, base === 0 ? (literal.startsWith("0") ? 8 : 10) : base];
  const isMarked = name === "long" && radix < 22 && /^[^]+l$/i.test(digits);
  const magnitude = readDigits(isMarked ? digits.slice(0, -1) : digits, radix);
  if (magnitude === null) throw invalid(text, name === "long" ? radix : base, name);
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
function invalid(text: string, base: number, name: "int" | "long"): ValueError {
  const [shown = "", ...more] = text.replace(/^[ \t-\r]+/, "").split("\0");
  if (more.length > 0 && isLiteral(shown, base, name)) {
    return new ValueError(`null byte in argument for ${name}()`);
  }
  const bytes = encodeText(shown).subarray(0, 200);
  return new ValueError(`invalid literal for ${name}() with base ${base}: ${reprStr(decodeText(bytes))}`);
}

function isLiteral(text: string, base: number, name: "int" | "long"): boolean {
  try {
    parseLong(text, base, name);
    return true;
  } catch {
    return false;
  }
}
