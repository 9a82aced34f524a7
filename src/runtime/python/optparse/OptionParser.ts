import { basename } from "../files/basename.ts";
import { Float } from "../numbers/Float.ts";
import { writeStderr } from "../output/writeStderr.ts";
import { writeStdout } from "../output/writeStdout.ts";
import { argv } from "../process/argv.ts";
import { exit } from "../process/exit.ts";
import { BadOptionError } from "./BadOptionError.ts";
import { HelpFormatter } from "./HelpFormatter.ts";
import type { Option } from "./Option.ts";
import { OptionContainer, type OptionTable } from "./OptionContainer.ts";
import { OptionGroup } from "./OptionGroup.ts";
import { OptionValueError } from "./OptionValueError.ts";
import { readArguments } from "./readArguments.ts";

/** What `OptionParser()` takes. */
export interface ParserSettings {
  readonly usage?: string | null;
  readonly optionList?: readonly Option[] | null;
  readonly version?: string | null;
  readonly conflictHandler?: string;
  readonly description?: string | null;
  readonly formatter?: HelpFormatter | null;
  readonly addHelpOption?: boolean;
  readonly prog?: string | null;
  readonly epilog?: string | null;
}

/** `optparse.OptionParser`: reads the command line, and writes its help and errors as Python's does. */
export class OptionParser extends OptionContainer {
  /** Options may come after arguments. */
  interspersed = true;
  readonly #groups: OptionGroup[] = [];
  readonly #settings: ParserSettings;
  readonly #formatter: HelpFormatter;
  #usage: string | null = null;

  constructor(settings: ParserSettings = {}) {
    const conflictHandler = settings.conflictHandler ?? "error";
    super({ byName: new Map(), defaults: new Map(), conflictHandler }, settings.description ?? null);
    this.#settings = settings;
    this.#formatter = settings.formatter ?? new HelpFormatter();
    this.setUsage(settings.usage ?? null);
    this.addOptions(settings.optionList ?? []);
    if (settings.version)
      this.addOption("--version", { action: "version", help: "show program's version number and exit" });
    if (settings.addHelpOption ?? true) {
      this.addOption("-h", "--help", { action: "help", help: "show this help message and exit" });
    }
  }

  /** For groups, which share the parser's options. */
  get optionTable(): OptionTable {
    return this.table;
  }

  setUsage(usage: string | null): void {
    if (usage === null) this.#usage = "%prog [options]";
    else if (usage === "SUPPRESSUSAGE") this.#usage = null;
    else this.#usage = usage.replace(/^usage: /i, "");
  }

  setDefault(dest: string, value: unknown): void {
    this.table.defaults.set(dest, value);
  }

  setDefaults(values: Readonly<Record<string, unknown>>): void {
    for (const [dest, value] of Object.entries(values)) this.setDefault(dest, value);
  }

  addOptionGroup(group: OptionGroup | string, description: string | null = null): OptionGroup {
    const made = typeof group === "string" ? new OptionGroup(this, group, description) : group;
    this.#groups.push(made);
    return made;
  }

  enableInterspersedArgs(): void {
    this.interspersed = true;
  }

  disableInterspersedArgs(): void {
    this.interspersed = false;
  }

  /** The options' values, as the script has named and typed them, and the arguments left over. Ends the program on a usage error. */
  parseArgs<T extends object>(args: readonly string[] | null = null): [T, string[]] {
    const values = this.#defaultValues();
    try {
      const rest = readArguments(this, this.table, args ?? argv.slice(1), values);
      return [Object.fromEntries(values) as T, rest];
    } catch (error) {
      if (error instanceof BadOptionError || error instanceof OptionValueError) return this.error(error.message);
      throw error;
    }
  }

  /** Writes the usage and the message to stderr, and ends the program with status 2. */
  error(message: string): never {
    this.printUsage("stderr");
    return this.exit(2, `${this.getProgName()}: error: ${message}\n`);
  }

  exit(status: number | null = 0, message: string | null = null): never {
    if (message) writeStderr(message);
    return exit(status);
  }

  getProgName(): string {
    return this.#settings.prog ?? basename(argv[0] ?? "");
  }

  getUsage(): string {
    return this.#usage ? `Usage: ${this.#named(this.#usage)}\n` : "";
  }

  getVersion(): string {
    return this.#settings.version ? this.#named(this.#settings.version) : "";
  }

  printUsage(to: "stdout" | "stderr" = "stdout"): void {
    if (this.#usage) write(to, `${this.getUsage()}\n`);
  }

  printVersion(to: "stdout" | "stderr" = "stdout"): void {
    if (this.#settings.version) write(to, `${this.getVersion()}\n`);
  }

  printHelp(to: "stdout" | "stderr" = "stdout"): void {
    write(to, this.formatHelp());
  }

  formatHelp(): string {
    const formatter = this.#formatter;
    const { epilog } = this.#settings;
    let text = this.#usage ? `${this.getUsage()}\n` : "";
    if (this.description) text += `${formatter.paragraph(this.#named(this.description))}\n\n`;
    text += this.#formatOptions();
    return epilog ? `${text}\n${formatter.paragraph(epilog)}\n` : text;
  }

  #formatOptions(): string {
    const formatter = this.#formatter;
    formatter.measure(
      this.options,
      this.#groups.flatMap((group) => group.options),
    );
    const sections = [formatter.heading("Options")];
    formatter.indented(() => {
      if (this.options.length > 0) sections.push(this.#formatList(this.options), "\n");
      for (const group of this.#groups) {
        const heading = formatter.heading(group.title);
        const parts = formatter.indented(() => [
          ...(group.description ? [`${formatter.paragraph(group.description)}\n`] : []),
          ...(group.options.length > 0 ? [this.#formatList(group.options)] : []),
        ]);
        sections.push(heading + parts.join("\n"), "\n");
      }
    });
    return sections.slice(0, -1).join("");
  }

  #formatList(options: readonly Option[]): string {
    const shown = options.filter((option) => option.help !== "SUPPRESSHELP");
    return shown.map((option) => this.#formatter.option(option, this.table.defaults.get(option.dest ?? ""))).join("");
  }

  #named(text: string): string {
    return text.replaceAll("%prog", () => this.getProgName());
  }

  /** A default that is text is read as the command line's would be. */
  #defaultValues(): Map<string, unknown> {
    const values = new Map(this.table.defaults);
    for (const option of [...this.options, ...this.#groups.flatMap((group) => group.options)]) {
      const value = values.get(option.dest ?? "");
      if (option.dest === null) continue;
      if (typeof value === "string")
        values.set(option.dest, option.check(option.long[0] ?? option.short[0] ?? "", value));
      // Boxed for the help text only, where 2.0 reads otherwise than 2.
      if (value instanceof Float) values.set(option.dest, value.valueOf());
    }
    return values;
  }
}

function write(to: "stdout" | "stderr", text: string): void {
  if (to === "stdout") writeStdout(text);
  else writeStderr(text);
}
