import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { convertPattern } from "./convertPattern.ts";
import { KnownPattern } from "./KnownPattern.ts";
import { UnsupportedPattern } from "./UnsupportedPattern.ts";

const compiled = new Map<string, RegExp>();

/** `re.compile` of a text that is known only when it runs. What has no JavaScript counterpart throws UntranslatedError. */
export function compilePattern(pattern: string, flags = 0, textType: "str" | "unicode" = "str"): RegExp {
  const key = `${textType} ${flags} ${pattern}`;
  const known = compiled.get(key);
  if (known) return known;
  try {
    const converted = convertPattern(pattern, flags, textType);
    const expression = new KnownPattern(converted.source, converted.flags, converted);
    compiled.set(key, expression);
    return expression;
  } catch (error) {
    if (!(error instanceof UnsupportedPattern)) throw error;
    throw new UntranslatedError("U0103", `the regular expression ${pattern}: ${error.message}`);
  }
}
