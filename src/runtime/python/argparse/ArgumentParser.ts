import { Dict } from "../containers/Dict.ts";
import { basename } from "../files/basename.ts";
import { percent } from "../format/percent.ts";
import { Float } from "../numbers/Float.ts";
import { writeStderr } from "../output/writeStderr.ts";
import { writeStdout } from "../output/writeStdout.ts";
import { argv } from "../process/argv.ts";
import { exit } from "../process/exit.ts";
import { Argument } from "./Argument.ts";
import { ArgumentError } from "./ArgumentError.ts";
import {
  type ArgumentDefinition,
  ArgumentGroup,
  type ArgumentOwner,
  MutuallyExclusiveGroup,
  splitDefinition,
} from "./ArgumentGroup.ts";
import { ArgumentHelp, type HelpLayout } from "./ArgumentHelp.ts";
import { type ArgumentSettings, SUPPRESS } from "./ArgumentSettings.ts";
import { argumentValues } from "./argumentValues.ts";
import { type CommandLine, readCommandLine } from "./readCommandLine.ts";
import { commandPrefix, usageOf } from "./usageOf.ts";
import { namespaceOf } from "./namespaceOf.ts";
import { type SubparserSettings, Subparsers } from "./Subparsers.ts";

/** What `ArgumentParser()` takes. */
export interface ArgumentParserSettings {
  readonly prog?: string | null;
  readonly usage?: string | null;
  readonly description?: string | null;
  readonly epilog?: string | null;
  readonly layout?: HelpLayout;
  readonly addHelp?: boolean;
}

/** `argparse.ArgumentParser`: reads the command line, and writes its help and errors as Python's does. */
export class ArgumentParser implements CommandLine, ArgumentOwner {
  readonly all: Argument[] = [];
  readonly exclusive: MutuallyExclusiveGroup[] = [];
  /** Options by their names: in the order of a dict, as an error about an ambiguous one lists them. */
  readonly byName = new Dict<string, Argument>();
  hasNegativeNames = false;
  description: string | null;
  epilog: string | null;
  usage: string | null;
  prog: string;
  readonly #layout: HelpLayout;
  readonly #defaults = new Map<string, unknown>();
  readonly #groups: ArgumentGroup[] = [];
  readonly #positionals: ArgumentGroup;
  readonly #options: ArgumentGroup;
  #hasCommands = false;

  constructor(settings: ArgumentParserSettings = {}) {
    this.description = settings.description ?? null;
    this.epilog = settings.epilog ?? null;
    this.usage = settings.usage ?? null;
    this.prog = settings.prog ?? basename(argv[0] ?? "");
    this.#layout = settings.layout ?? "wrapped";
    this.#positionals = this.addArgumentGroup("positional arguments");
    this.#options = this.addArgumentGroup("optional arguments");
    if (settings.addHelp ?? true)
      this.addArgument("-h", "--help", { action: "help", help: "show this help message and exit" });
  }

  addArgument(...given: ArgumentDefinition): void {
    this.add(this.make(...splitDefinition(given)));
  }

  addArgumentGroup(title: string | null = null, description: string | null = null): ArgumentGroup {
    const group = new ArgumentGroup(this, title, description);
    this.#groups.push(group);
    return group;
  }

  addMutuallyExclusiveGroup({ required = false }: { required?: boolean } = {}): MutuallyExclusiveGroup {
    const group = new MutuallyExclusiveGroup(this, required);
    this.addExclusive(group);
    return group;
  }

  /** `add_subparsers`: the argument that names a command, under a heading of its own where it is given one. */
  addSubparsers(
    settings: SubparserSettings & { readonly title?: string; readonly description?: string | null } = {},
  ): Subparsers {
    if (this.#hasCommands) return this.error("cannot have multiple subparser arguments");
    this.#hasCommands = true;
    const { title, description, ...rest } = settings;
    const group =
      title === undefined && description === undefined
        ? this.#positionals
        : this.addArgumentGroup(title ?? "subcommands", description ?? null);
    const usage = this.usage === null ? null : percent(this.usage, new Dict([["prog", this.prog]]));
    const prefix = rest.prog ?? commandPrefix(this.prog, usage, this.all, this.exclusive, this.#help().width);
    const commands = new Subparsers(prefix, rest, (given) => new ArgumentParser(given));
    group.add(commands);
    return commands;
  }

  setDefaults(values: Readonly<Record<string, unknown>>): void {
    for (const [dest, value] of Object.entries(values)) {
      this.#defaults.set(dest, value);
      for (const argument of this.all) if (argument.dest === dest) argument.default = value;
    }
  }

  /** The values of the arguments, as the script has named and typed them. Ends the program on a usage error. */
  parseArgs<T extends object>(args: readonly string[] | null = null): T {
    const [values, extras] = this.parseKnownArgs<T>(args);
    if (extras.length > 0) this.error(`unrecognized arguments: ${extras.join(" ")}`);
    return values;
  }

  /** The values, and the arguments that the parser does not know. */
  parseKnownArgs<T extends object>(args: readonly string[] | null = null): [T, string[]] {
    const values = new Map<string, unknown>();
    for (const { dest, default: value } of this.all) {
      if (dest !== SUPPRESS && !values.has(dest) && value !== SUPPRESS) values.set(dest, unboxed(value));
    }
    for (const [dest, value] of this.#defaults) if (!values.has(dest)) values.set(dest, unboxed(value));
    try {
      const extras = readCommandLine(this, args ?? argv.slice(1), values);
      const named = Object.fromEntries(values);
      return [(this.#hasCommands ? namespaceOf(named) : named) as T, extras];
    } catch (error) {
      if (error instanceof ArgumentError) return this.error(error.message);
      throw error;
    }
  }

  formatUsage(): string {
    const help = this.#help();
    return help.joined([this.#usageText(help)]);
  }

  formatHelp(): string {
    const help = this.#help();
    const position = help.position(this.#groups.flatMap((group) => group.members));
    return help.joined([
      this.#usageText(help),
      help.text(this.description),
      ...this.#groups.map(({ title, description, members }) => help.section(title, description, members, position)),
      help.text(this.epilog),
    ]);
  }

  printUsage(to: "stdout" | "stderr" = "stdout"): void {
    write(to, this.formatUsage());
  }

  printHelp(to: "stdout" | "stderr" = "stdout"): void {
    write(to, this.formatHelp());
  }

  /** Writes the usage and the message to stderr, and ends the program with status 2. */
  error(message: string): never {
    this.printUsage("stderr");
    return this.exit(2, `${this.prog}: error: ${message}\n`);
  }

  exit(status: number | null = 0, message: string | null = null): never {
    if (message) writeStderr(message);
    return exit(status);
  }

  showHelp(): never {
    this.printHelp();
    return this.exit();
  }

  showVersion(version: string): never {
    const help = this.#help();
    return this.exit(0, help.joined([help.text(version)]));
  }

  make(given: readonly string[], settings: ArgumentSettings): Argument {
    const argument = new Argument(given, settings, this.#defaults);
    argumentValues(argument, "");
    return argument;
  }

  add(argument: Argument): void {
    (argument.names.length > 0 ? this.#options : this.#positionals).add(argument);
  }

  /** Takes an argument into the list of all; an ArgumentError for a name that another one has. */
  register(argument: Argument): void {
    const taken = argument.names.filter((name) => this.byName.has(name));
    // Python 2's list comprehension leaves its variable behind: the error names the argument that has the last of the names.
    const holder = this.byName.get(taken.at(-1) ?? "");
    if (holder) throw new ArgumentError(holder, `conflicting option string(s): ${taken.join(", ")}`);
    this.all.push(argument);
    for (const name of argument.names) {
      this.byName.set(name, argument);
      if (/^-\d+$|^-\d*\.\d+$/.test(name)) this.hasNegativeNames = true;
    }
  }

  addExclusive(group: MutuallyExclusiveGroup): void {
    this.exclusive.push(group);
  }

  #help(): ArgumentHelp {
    return new ArgumentHelp(this.prog, this.#layout);
  }

  #usageText(help: ArgumentHelp): string {
    if (this.usage === SUPPRESS) return "";
    const usage = this.usage === null ? null : percent(this.usage, new Dict([["prog", this.prog]]));
    return usageOf(this.prog, usage, this.all, this.exclusive, help.width);
  }
}

/** A whole float is boxed for the help, where 2.0 reads otherwise than 2. */
const unboxed = (value: unknown): unknown => (value instanceof Float ? value.valueOf() : value);

function write(to: "stdout" | "stderr", text: string): void {
  if (text === "") return;
  if (to === "stdout") writeStdout(text);
  else writeStderr(text);
}
