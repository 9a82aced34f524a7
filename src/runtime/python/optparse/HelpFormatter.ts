import process from "node:process";
import { IndexError } from "../exceptions/IndexError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { parseInteger } from "../numbers/parseInteger.ts";
import { str } from "../repr/str.ts";
import { fillText } from "../text/fillText.ts";
import { ljust } from "../text/ljust.ts";
import { byteLength } from "../text/byteLength.ts";
import { wrapText } from "../text/wrapText.ts";
import type { Option } from "./Option.ts";

/** `IndentedHelpFormatter`: lays out help for a terminal of `$COLUMNS` columns, or 80. Widths count bytes. */
export class HelpFormatter {
  readonly #width: number;
  readonly #maxHelpPosition: number;
  #helpPosition: number;
  #indent = 0;

  constructor({ maxHelpPosition = 24, width = null }: { maxHelpPosition?: number; width?: number | null } = {}) {
    this.#width = width ?? columns() - 2;
    this.#maxHelpPosition = Math.min(maxHelpPosition, Math.max(this.#width - 20, 4));
    this.#helpPosition = this.#maxHelpPosition;
  }

  /** Runs `body` two columns further right. */
  indented<T>(body: () => T): T {
    this.#indent += 2;
    const result = body();
    this.#indent -= 2;
    return result;
  }

  heading(title: string): string {
    return `${" ".repeat(this.#indent)}${title}:\n`;
  }

  /** A paragraph at the current column. */
  paragraph(text: string): string {
    const indent = " ".repeat(this.#indent);
    const width = Math.max(this.#width - this.#indent, 11);
    return fillText(text, width, { initialIndent: indent, subsequentIndent: indent });
  }

  /** Finds the column where help texts begin, from all options and those of groups. */
  measure(options: readonly Option[], grouped: readonly Option[]): void {
    const longest = (list: readonly Option[], indent: number): number =>
      Math.max(0, ...list.map((option) => byteLength(optionText(option)) + indent));
    const needed = Math.max(longest(options, this.#indent + 2), longest(grouped, this.#indent + 4));
    this.#helpPosition = Math.min(needed + 2, this.#maxHelpPosition);
  }

  /** An option and its help; `defaultValue` stands for `%default`. */
  option(option: Option, defaultValue: unknown): string {
    const names = optionText(option);
    const room = this.#helpPosition - this.#indent - 2;
    const beside = byteLength(names) <= room;
    const start = " ".repeat(this.#indent) + (beside ? `${ljust(names, Math.max(room, 0))}  ` : `${names}\n`);
    if (!option.help) return beside ? `${start}\n` : start;
    const help = option.help.replaceAll("%default", () => str(defaultValue ?? "none"));
    const lines = wrapText(help, Math.max(this.#width - this.#helpPosition, 11));
    if (lines.length === 0) throw new IndexError("list index out of range");
    const margin = " ".repeat(this.#helpPosition);
    return start + lines.map((line, i) => `${i === 0 && beside ? "" : margin}${line}\n`).join("");
  }
}

/** `-n NAME, --name=NAME`. */
function optionText(option: Option): string {
  if (option.type === null) return [...option.short, ...option.long].join(", ");
  const metavar = option.settings.metavar || (option.dest ?? "").toUpperCase();
  return [...option.short.map((n) => `${n} ${metavar}`), ...option.long.map((n) => `${n}=${metavar}`)].join(", ");
}

function columns(): number {
  try {
    return parseInteger(process.env["COLUMNS"] ?? "");
  } catch (error) {
    if (error instanceof ValueError) return 80;
    throw error;
  }
}
