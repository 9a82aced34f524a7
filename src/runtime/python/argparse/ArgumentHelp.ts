import process from "node:process";
import { Dict } from "../containers/Dict.ts";
import { IndexError } from "../exceptions/IndexError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { percent } from "../format/percent.ts";
import { parseInteger } from "../numbers/parseInteger.ts";
import { str } from "../repr/str.ts";
import { byteLength } from "../text/byteLength.ts";
import { fillText } from "../text/fillText.ts";
import { ljust } from "../text/ljust.ts";
import { splitlines } from "../text/splitlines.ts";
import { wrapText } from "../text/wrapText.ts";
import type { Argument } from "./Argument.ts";
import { argumentValues, metavarsOf } from "./argumentValues.ts";
import { SUPPRESS } from "./ArgumentSettings.ts";
import { Subparsers } from "./Subparsers.ts";

/** How help is laid out: wrapped, as it stands in descriptions or everywhere, or with the defaults of options. */
export type HelpLayout = "wrapped" | "rawDescription" | "rawText" | "defaults";

const INDENT = 2;
const MAX_HELP_POSITION = 24;

/** `argparse.HelpFormatter`: lays out help for a terminal of `$COLUMNS` columns, or 80. Widths count bytes. */
export class ArgumentHelp {
  readonly width: number;
  readonly #prog: string;
  readonly #layout: HelpLayout;
  readonly #maxPosition: number;

  constructor(prog: string, layout: HelpLayout) {
    this.#prog = prog;
    this.#layout = layout;
    this.width = columns() - 2;
    this.#maxPosition = Math.min(MAX_HELP_POSITION, Math.max(this.width - 20, INDENT * 2));
  }

  /** A paragraph: a description or epilog. */
  text(text: string | null, indent = 0): string {
    if (text === null || text === "" || text === SUPPRESS) return "";
    const named = text.includes("%(prog)") ? percent(text, new Dict([["prog", this.#prog]])) : text;
    const margin = " ".repeat(indent);
    const width = Math.max(this.width - indent, 11);
    const raw = this.#layout === "rawDescription" || this.#layout === "rawText";
    const filled = raw
      ? splitlines(named, true)
          .map((line) => margin + line)
          .join("")
      : fillText(squeezed(named), width, { initialIndent: margin, subsequentIndent: margin });
    return `${filled}\n\n`;
  }

  /** The parts as one help text. */
  joined(parts: readonly string[]): string {
    const help = parts.join("");
    if (help === "") return "";
    return `${help.replace(/\n\n\n+/g, "\n\n").replace(/^\n+|\n+$/g, "")}\n`;
  }

  /** A group under its heading; nothing for one without arguments or description. */
  section(title: string | null, description: string | null, members: readonly Argument[], position: number): string {
    const shown = members.filter((argument) => argument.help !== SUPPRESS);
    const help = this.text(description, INDENT) + shown.map((argument) => this.#argument(argument, position)).join("");
    if (help === "") return "";
    return `\n${title !== null && title !== SUPPRESS ? `${title}:\n` : ""}${help}\n`;
  }

  /** The column at which the help of arguments begins. */
  position(given: readonly Argument[]): number {
    const shown = given.filter((argument) => argument.help !== SUPPRESS);
    const all = shown.flatMap((argument) => [argument, ...commandsOf(argument)]);
    const longest = Math.max(0, ...all.map((argument) => byteLength(invocation(argument)) + INDENT));
    return Math.min(longest + 2, this.#maxPosition);
  }

  #argument(argument: Argument, position: number, indent = INDENT): string {
    const commands = commandsOf(argument).map((command) => this.#argument(command, position, indent + INDENT));
    return [this.#described(argument, position, indent), ...commands].join("");
  }

  #described(argument: Argument, position: number, indent: number): string {
    const header = invocation(argument);
    const margin = " ".repeat(indent);
    if (!argument.help) return `${margin}${header}\n`;
    const room = position - indent - 2;
    const beside = byteLength(header) <= room;
    const lines = this.#lines(this.#expand(argument), Math.max(this.width - position, 11));
    const [first, ...rest] = lines;
    if (first === undefined) throw new IndexError("list index out of range");
    const blank = " ".repeat(position);
    const start = beside ? `${margin}${ljust(header, room)}  ` : `${margin}${header}\n${blank}`;
    return `${start}${first}\n${rest.map((line) => `${blank}${line}\n`).join("")}`;
  }

  #lines(help: string, width: number): string[] {
    return this.#layout === "rawText" ? splitlines(help) : wrapText(squeezed(help), width);
  }

  #expand(argument: Argument): string {
    const { settings, names, dest, nargs, required } = argument;
    const choices = settings.choices ? [...settings.choices] : null;
    const all: [string, unknown][] = [
      ["option_strings", names],
      ["dest", dest],
      ["nargs", nargs],
      [
        "const",
        argument.action === "store_true" ? true : argument.action === "store_false" ? false : (settings.const ?? null),
      ],
      ["default", argument.default],
      ["type", argument.typeName],
      ["choices", choices === null ? null : choices.map(str).join(", ")],
      ["required", required],
      ["help", argument.help],
      ["metavar", settings.metavar ?? null],
      ["prog", this.#prog],
    ];
    return percent(this.#helpOf(argument), new Dict(all.filter(([, value]) => value !== SUPPRESS)));
  }

  #helpOf(argument: Argument): string {
    const help = argument.help ?? "";
    if (this.#layout !== "defaults" || help.includes("%(default)") || argument.default === SUPPRESS) return help;
    const optional = argument.names.length > 0 || argument.nargs === "?" || argument.nargs === "*";
    return optional ? `${help} (default: %(default)s)` : help;
  }
}

/** The commands that the help lists below the argument that names one. */
const commandsOf = (argument: Argument): readonly Argument[] =>
  argument instanceof Subparsers ? argument.described.filter((command) => command.help !== SUPPRESS) : [];

/** `-f FILE, --file FILE`. */
function invocation(argument: Argument): string {
  if (argument.names.length === 0) return metavarsOf(argument, argument.dest, 1)[0] ?? "";
  if (argument.nargs === 0) return argument.names.join(", ");
  const values = argumentValues(argument, argument.dest.toUpperCase());
  return argument.names.map((name) => `${name} ${values}`).join(", ");
}

const squeezed = (text: string): string => text.replace(/[\t-\r ]+/g, " ").replace(/^ | $/g, "");

function columns(): number {
  try {
    return parseInteger(process.env["COLUMNS"] ?? "");
  } catch (error) {
    if (error instanceof ValueError) return 80;
    throw error;
  }
}
