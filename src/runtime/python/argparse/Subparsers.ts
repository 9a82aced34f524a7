import { Argument } from "./Argument.ts";
import type { ArgumentParser, ArgumentParserSettings } from "./ArgumentParser.ts";
import { SUPPRESS } from "./ArgumentSettings.ts";

/** What `add_subparsers` takes, besides the heading that it stands under. */
export interface SubparserSettings {
  readonly prog?: string | null;
  readonly dest?: string | null;
  readonly help?: string | null;
  readonly metavar?: string | null;
}

/** `add_subparsers`: a positional argument that names a command, whose own parser reads all that follows. */
export class Subparsers extends Argument {
  readonly parsers: Map<string, ArgumentParser>;
  /** The commands as the help lists them: those that have a help of their own. */
  readonly described: Argument[] = [];
  readonly #prefix: string;
  readonly #make: (settings: ArgumentParserSettings) => ArgumentParser;

  constructor(prefix: string, settings: SubparserSettings, make: (settings: ArgumentParserSettings) => ArgumentParser) {
    const parsers = new Map<string, ArgumentParser>();
    const choices = { [Symbol.iterator]: () => parsers.keys() };
    const dest = settings.dest ?? SUPPRESS;
    super([], { ...settings, dest, action: "parsers", nargs: "A...", choices }, new Map());
    this.parsers = parsers;
    this.#prefix = prefix;
    this.#make = make;
  }

  /** `add_parser`: the parser of a command, which goes by its name behind the program's. */
  addParser(name: string, settings: ArgumentParserSettings & { readonly help?: string | null } = {}): ArgumentParser {
    if (settings.help !== undefined) this.described.push(new Argument([name], { help: settings.help }, new Map()));
    const parser = this.#make({ ...settings, prog: settings.prog ?? `${this.#prefix} ${name}` });
    this.parsers.set(name, parser);
    return parser;
  }

  /** Reads a command and its arguments into `values`; gives those that its parser does not know. */
  read([name = "", ...args]: readonly string[], values: Map<string, unknown>): string[] {
    if (this.dest !== SUPPRESS) values.set(this.dest, name);
    const parser = this.parsers.get(name);
    if (!parser) return [];
    const [own, extras] = parser.parseKnownArgs<Record<string, unknown>>(args);
    for (const [dest, value] of Object.entries(own)) values.set(dest, value);
    return extras;
  }
}
