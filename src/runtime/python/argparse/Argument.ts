import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { equals } from "../dynamic/equals.ts";
import { parseFloatText } from "../numbers/parseFloatText.ts";
import { parseInteger } from "../numbers/parseInteger.ts";
import { repr } from "../repr/repr.ts";
import { reprArguments } from "../repr/reprArguments.ts";
import { ArgumentError } from "./ArgumentError.ts";
import { type ArgumentSettings, SUPPRESS } from "./ArgumentSettings.ts";
import { ArgumentTypeError } from "./ArgumentTypeError.ts";

/** An option or a positional argument: its names, how many values it takes and what becomes of them. */
export class Argument {
  /** None for a positional argument. */
  readonly names: readonly string[];
  readonly dest: string;
  readonly action: string;
  readonly nargs: number | string | null;
  readonly required: boolean;
  default: unknown;
  readonly settings: ArgumentSettings;

  constructor(given: readonly string[], settings: ArgumentSettings, defaults: ReadonlyMap<string, unknown>) {
    const isOption = given[0]?.startsWith("-") ?? true;
    this.settings = settings;
    this.action = settings.action ?? "store";
    const stores = this.action === "store" || this.action === "append";
    this.nargs = stores || this.action === "parsers" ? (settings.nargs ?? null) : 0;
    this.names = isOption ? given : [];
    this.dest = isOption ? optionDest(given, settings, this.action) : (given[0] ?? "");
    if (!isOption) checkPositional(settings);
    this.required = isOption ? (settings.required ?? false) : isRequired(settings);
    const own = Object.hasOwn(settings, "default") ? settings.default : defaults.get(this.dest);
    this.default = own === undefined ? standardDefault(this.action) : own;
    if (stores) checkStore(this.action, settings);
  }

  /** As errors name it. */
  get title(): string | null {
    if (this.names.length > 0) return this.names.join("/");
    const { metavar } = this.settings;
    if (typeof metavar === "string" && metavar !== SUPPRESS) return metavar;
    return metavar ? reprArguments(metavar as readonly string[]) : this.dest === SUPPRESS ? null : this.dest;
  }

  get help(): string | null {
    return this.settings.help ?? (this.action === "version" ? "show program's version number and exit" : null);
  }

  get typeName(): string | null {
    const { type } = this.settings;
    return type === undefined || typeof type === "string" ? (type ?? null) : type.name;
  }

  /** The value that a text of the command line is; an ArgumentError for one that it cannot be. */
  convert(text: string): unknown {
    const { type } = this.settings;
    try {
      if (type === undefined || type === "str") return text;
      if (type === "int") return parseInteger(text);
      return type === "float" ? parseFloatText(text) : type.convert(text);
    } catch (error) {
      if (error instanceof ArgumentTypeError) throw new ArgumentError(this, error.message);
      if (!(error instanceof ValueError || error instanceof PyTypeError)) throw error;
      throw new ArgumentError(this, `invalid ${this.typeName} value: ${repr(text)}`);
    }
  }

  check(value: unknown): void {
    const { choices } = this.settings;
    if (!choices) return;
    const known = [...choices];
    if (known.some((choice) => equals(choice, value))) return;
    throw new ArgumentError(this, `invalid choice: ${repr(value)} (choose from ${known.map(repr).join(", ")})`);
  }
}

const isRequired = ({ nargs, ...settings }: ArgumentSettings): boolean =>
  (nargs !== "?" && nargs !== "*") || (nargs === "*" && !Object.hasOwn(settings, "default"));

function standardDefault(action: string): unknown {
  if (action === "store_true") return false;
  if (action === "store_false") return true;
  return action === "help" || action === "version" ? SUPPRESS : null;
}

function optionDest(names: readonly string[], settings: ArgumentSettings, action: string): string {
  for (const name of names) {
    if (!name.startsWith("-"))
      throw new ValueError(`invalid option string ${repr(name)}: must start with a character '-'`);
  }
  if (settings.dest) return settings.dest;
  if (action === "help" || action === "version") return SUPPRESS;
  const name = names.find((n) => n.startsWith("--")) ?? names[0] ?? "";
  const dest = name.replace(/^-+/, "");
  if (dest === "") throw new ValueError(`dest= is required for options like ${repr(names.at(-1))}`);
  return dest.replaceAll("-", "_");
}

function checkPositional(settings: ArgumentSettings): void {
  if (settings.dest !== undefined) throw new ValueError("dest supplied twice for positional argument");
  if (settings.required !== undefined) throw new PyTypeError("'required' is an invalid argument for positionals");
}

function checkStore(action: string, { nargs = null, const: value = null }: ArgumentSettings): void {
  if (nargs === 0) {
    throw new ValueError(
      action === "store"
        ? "nargs for store actions must be > 0; if you have nothing to store, actions such as store true or store const may be more appropriate"
        : "nargs for append actions must be > 0; if arg strings are not supplying the value to append, the append const action may be more appropriate",
    );
  }
  if (value !== null && nargs !== "?") throw new ValueError("nargs must be '?' to supply const");
}
