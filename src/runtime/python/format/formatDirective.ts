import { ValueError } from "../exceptions/ValueError.ts";
import { repr } from "../repr/repr.ts";
import { str } from "../repr/str.ts";
import type { Directive } from "./Directive.ts";
import type { PercentArguments } from "./PercentArguments.ts";
import { cutText } from "./cutText.ts";
import { formatCharacter } from "./formatCharacter.ts";
import { formatFloat, type FloatConversion } from "./formatFloat.ts";
import { formatInteger, type IntegerConversion } from "./formatInteger.ts";
import { padText } from "./padText.ts";
import { requireFloat } from "./requireFloat.ts";
import { requireInteger } from "./requireInteger.ts";

/** The text of one directive of `%`. */
export function formatDirective(directive: Directive, values: PercentArguments, textType: "str" | "unicode"): string {
  const { key, conversion } = directive;
  if (key !== null) values.select(key);
  let flags = directive.flags;
  let width = directive.width === "*" ? values.nextCount() : (directive.width ?? 0);
  if (width < 0) {
    flags += "-";
    width = -width;
  }
  const precision = directive.precision === "*" ? Math.max(values.nextCount(), 0) : directive.precision;
  const pad = (text: string): string => padText(text, width, flags.includes("-"), textType);
  if (conversion === "%") return pad("%");
  const value = values.next();
  switch (conversion) {
    case "s":
      return pad(cutText(str(value), precision, textType));
    case "r":
      return pad(cutText(repr(value), precision, textType));
    case "c":
      return pad(formatCharacter(value, textType));
    case "d":
    case "i":
    case "u":
    case "o":
    case "x":
    case "X": {
      const integer = requireInteger(value, conversion, textType);
      const [prefix, digits] = formatInteger(
        integer,
        conversion satisfies IntegerConversion,
        precision,
        flags.includes("#"),
      );
      return pad(signed(integer < 0, prefix, digits, flags, width));
    }
    case "e":
    case "E":
    case "f":
    case "F":
    case "g":
    case "G": {
      const float = requireFloat(value, textType);
      const digits = formatFloat(float, conversion satisfies FloatConversion, precision ?? 6, flags.includes("#"));
      return pad(signed(float < 0 || Object.is(float, -0), "", digits, flags, width));
    }
    default: {
      const code = conversion.charCodeAt(0).toString(16);
      throw new ValueError(`unsupported format character '${conversion}' (0x${code}) at index ${directive.at}`);
    }
  }
}

/** Sign, prefix and digits, with the zeros that the flag `0` puts between. */
function signed(negative: boolean, prefix: string, digits: string, flags: string, width: number): string {
  const start = (negative ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "") + prefix;
  return start + (flags.includes("0") && !flags.includes("-") ? digits.padStart(width - start.length, "0") : digits);
}
