import { KeyError } from "../exceptions/KeyError.ts";
import { percent } from "../format/percent.ts";
import { reprStr } from "../repr/reprStr.ts";
import { lower } from "../text/lower.ts";
import { InterpolationDepthError, InterpolationMissingOptionError, InterpolationSyntaxError } from "./configErrors.ts";
import type { Section } from "./readConfig.ts";

const DEPTH = 10;

/** `ConfigParser`: `%(name)s` by Python's own `%`, up to ten times. */
export function interpolate(section: string, option: string, raw: string, options: Section): string {
  let value = raw;
  for (let depth = DEPTH; depth > 0 && value.includes("%("); depth--) {
    const lowered = value.replace(/%\(([^)]*)\)s/g, (_, name: string) => `%(${lower(name)})s`);
    try {
      value = percent(lowered, options);
    } catch (error) {
      if (!(error instanceof KeyError)) throw error;
      throw new InterpolationMissingOptionError(option, section, raw, String(error.args[0]));
    }
  }
  if (value.includes("%(")) throw new InterpolationDepthError(option, section, raw);
  return value;
}

/** `SafeConfigParser`: `%(name)s` and `%%`, anything else after a `%` is an error. */
export function interpolateSafely(section: string, option: string, raw: string, options: Section, depth = 1): string {
  if (depth > DEPTH) throw new InterpolationDepthError(option, section, raw);
  let made = "";
  let rest = raw;
  while (rest !== "") {
    const at = rest.indexOf("%");
    if (at < 0) return made + rest;
    made += rest.slice(0, at);
    rest = rest.slice(at);
    if (rest[1] === "%") {
      made += "%";
      rest = rest.slice(2);
      continue;
    }
    if (rest[1] !== "(")
      throw new InterpolationSyntaxError(
        option,
        section,
        `'%' must be followed by '%' or '(', found: ${reprStr(rest)}`,
      );
    const match = /^%\(([^)]+)\)s/.exec(rest);
    if (!match)
      throw new InterpolationSyntaxError(option, section, `bad interpolation variable reference ${reprStr(rest)}`);
    const name = lower(match[1] ?? "");
    rest = rest.slice(match[0].length);
    const value = options.get(name);
    if (value === undefined) throw new InterpolationMissingOptionError(option, section, rest, name);
    made += value.includes("%") ? interpolateSafely(section, option, value, options, depth + 1) : value;
  }
  return made;
}
