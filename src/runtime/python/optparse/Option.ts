import { ValueError } from "../exceptions/ValueError.ts";
import { parseFloatText } from "../numbers/parseFloatText.ts";
import { parseInteger } from "../numbers/parseInteger.ts";
import { repr } from "../repr/repr.ts";
import { actionAndType, optionNames } from "./checkOption.ts";
import type { OptionSettings } from "./OptionSettings.ts";
import { OptionValueError } from "./OptionValueError.ts";

/** `optparse.Option`: its names, what it takes and what it does. */
export class Option {
  readonly short: string[];
  readonly long: string[];
  readonly action: string;
  /** null: the option takes no value. */
  readonly type: string | null;
  readonly dest: string | null;
  readonly nargs: number;
  readonly settings: OptionSettings;

  constructor(...given: [...names: string[], settings: OptionSettings]) {
    this.settings = given.at(-1) as OptionSettings;
    const { short, long } = optionNames(given.slice(0, -1) as string[]);
    this.short = short;
    this.long = long;
    const { action, type } = actionAndType(this.settings, this.toString());
    this.action = action;
    this.type = type;
    this.nargs = this.settings.nargs ?? 1;
    const stores = type !== null || (action !== "help" && action !== "version");
    this.dest =
      this.settings.dest ?? (stores ? (long[0]?.slice(2).replaceAll("-", "_") ?? short[0]?.[1] ?? null) : null);
  }

  get help(): string | null {
    return this.settings.help ?? null;
  }

  toString(): string {
    return [...this.short, ...this.long].join("/");
  }

  /** The value of what the command line has; `name` is the option as it was written there. */
  convert(name: string, given: readonly string[]): unknown {
    return this.nargs === 1 ? this.check(name, given[0] ?? "") : given.map((text) => this.check(name, text));
  }

  check(name: string, text: string): unknown {
    try {
      if (this.type === "int") return parsePrefixed(text);
      if (this.type === "float") return parseFloatText(text);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      const what = this.type === "int" ? "integer" : "floating-point";
      throw new OptionValueError(`option ${name}: invalid ${what} value: ${repr(text)}`);
    }
    const choices = this.settings.choices ?? [];
    if (this.type === "choice" && !choices.includes(text)) {
      const known = choices.map(repr).join(", ");
      throw new OptionValueError(`option ${name}: invalid choice: ${repr(text)} (choose from ${known})`);
    }
    return text;
  }
}

/** Hexadecimal, binary or octal by its prefix. */
function parsePrefixed(text: string): number {
  if (/^0x/i.test(text)) return parseInteger(text, 16);
  if (/^0b/i.test(text)) return parseInteger(text.slice(2) || "0", 2);
  return parseInteger(text, text.startsWith("0") ? 8 : 10);
}
