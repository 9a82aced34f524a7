import { IOError } from "../exceptions/IOError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { openFile } from "../files/openFile.ts";
import { parseFloatText } from "../numbers/parseFloatText.ts";
import { parseInteger } from "../numbers/parseInteger.ts";
import { reprStr } from "../repr/reprStr.ts";
import { lower } from "../text/lower.ts";
import { DuplicateSectionError, NoOptionError, NoSectionError } from "./configErrors.ts";
import { interpolate, interpolateSafely } from "./interpolate.ts";
import { type ConfigInput, OWN_NAME, readConfig, type Section } from "./readConfig.ts";

const DEFAULT = "DEFAULT";

const truths: Readonly<Record<string, boolean>> = {
  1: true,
  yes: true,
  true: true,
  on: true,
  0: false,
  no: false,
  false: false,
  off: false,
};

/** `ConfigParser.RawConfigParser`: sections of options in the order of the file, names of options in lower case. */
export class RawConfigParser {
  readonly #sections = new Map<string, Section>();
  readonly #defaults: Section = new Map();

  constructor(defaults: Iterable<readonly [string, string]> | null = null) {
    for (const [name, value] of defaults ?? []) this.#defaults.set(lower(name), value);
  }

  /** Fills `%(name)s` in: not here. */
  protected filled(_section: string, _option: string, raw: string, _options: Section): string {
    return raw;
  }

  /** `read(names)`: what cannot be opened is passed over. Gives the names of the files that were read. */
  read(names: string | Iterable<string>): string[] {
    const done: string[] = [];
    for (const name of typeof names === "string" ? [names] : names) {
      let file;
      try {
        file = openFile(name);
      } catch (error) {
        if (error instanceof IOError) continue;
        throw error;
      }
      this.readfp(file, name);
      file.close();
      done.push(name);
    }
    return done;
  }

  readfp(file: ConfigInput & { readonly name?: string }, name: string = file.name ?? "<???>"): void {
    readConfig(file, name, this.#sections, this.#defaults);
  }

  sections(): string[] {
    return [...this.#sections.keys()];
  }

  /** The defaults themselves: what is stored in them counts. */
  defaults(): Map<string, string> {
    return this.#defaults;
  }

  hasSection(section: string): boolean {
    return this.#sections.has(section);
  }

  addSection(section: string): void {
    if (lower(section) === "default") throw new ValueError(`Invalid section name: ${section}`);
    if (this.#sections.has(section)) throw new DuplicateSectionError(section);
    this.#sections.set(section, new Map());
  }

  removeSection(section: string): boolean {
    return this.#sections.delete(section);
  }

  options(section: string): string[] {
    const own = this.#sections.get(section);
    if (!own) throw new NoSectionError(section);
    return [...new Map([...own, ...this.#defaults]).keys()].filter((name) => name !== OWN_NAME);
  }

  hasOption(section: string, option: string): boolean {
    const name = lower(option);
    if (section === "" || section === DEFAULT) return this.#defaults.has(name);
    const own = this.#sections.get(section);
    return own !== undefined && (own.has(name) || this.#defaults.has(name));
  }

  get(
    section: string,
    option: string,
    raw = false,
    variables: Iterable<readonly [string, string]> | null = null,
  ): string {
    const own = this.#own(section);
    const options = new Map([...this.#defaults, ...own, ...lowered(variables)]);
    const value = options.get(lower(option));
    if (value === undefined) throw new NoOptionError(this.shownOption(option), section);
    return raw ? value : this.filled(section, lower(option), value, options);
  }

  /** The name of an option that is not there: as it was asked for. */
  protected shownOption(option: string): string {
    return option;
  }

  getint(section: string, option: string): number {
    return Number(parseInteger(this.get(section, option)));
  }

  getfloat(section: string, option: string): number {
    return parseFloatText(this.get(section, option));
  }

  getboolean(section: string, option: string): boolean {
    const value = this.get(section, option);
    const truth = Object.hasOwn(truths, lower(value)) ? truths[lower(value)] : undefined;
    if (truth === undefined) throw new ValueError(`Not a boolean: ${value}`);
    return truth;
  }

  items(
    section: string,
    raw = false,
    variables: Iterable<readonly [string, string]> | null = null,
  ): [string, string][] {
    const options = new Map([...this.#defaults, ...this.#own(section), ...lowered(variables)]);
    return [...options]
      .filter(([name]) => name !== OWN_NAME)
      .map(([name, value]) => [name, raw ? value : this.filled(section, name, value, options)]);
  }

  set(section: string, option: string, value: string): void {
    this.#writable(section).set(lower(option), value);
  }

  removeOption(section: string, option: string): boolean {
    return this.#writable(section).delete(lower(option));
  }

  write(file: { write(text: string): void }): void {
    if (this.#defaults.size > 0) file.write(sectionText(DEFAULT, this.#defaults));
    for (const [name, section] of this.#sections) file.write(sectionText(name, section));
  }

  #own(section: string): Section {
    const own = this.#sections.get(section);
    if (!own && section !== DEFAULT) throw new NoSectionError(section);
    return own ?? new Map();
  }

  #writable(section: string): Section {
    if (section === "" || section === DEFAULT) return this.#defaults;
    const own = this.#sections.get(section);
    if (!own) throw new NoSectionError(section);
    return own;
  }
}

const lowered = (variables: Iterable<readonly [string, string]> | null): [string, string][] =>
  Array.from(variables ?? [], ([name, value]) => [lower(name), value]);

function sectionText(name: string, section: Section): string {
  const lines = [...section]
    .filter(([option]) => option !== OWN_NAME)
    .map(([option, value]) => `${option} = ${value.replaceAll("\n", "\n\t")}\n`);
  return `[${name}]\n${lines.join("")}\n`;
}

/** `ConfigParser.ConfigParser`. */
export class ConfigParser extends RawConfigParser {
  protected override filled(section: string, option: string, raw: string, options: Section): string {
    return interpolate(section, option, raw, options);
  }

  protected override shownOption(option: string): string {
    return lower(option);
  }
}

/** `ConfigParser.SafeConfigParser`. */
export class SafeConfigParser extends ConfigParser {
  protected override filled(section: string, option: string, raw: string, options: Section): string {
    return interpolateSafely(section, option, raw, options);
  }

  override set(section: string, option: string, value: string): void {
    const rest = value.replaceAll("%%", "").replace(/%\([^)]+\)s/g, "");
    if (rest.includes("%"))
      throw new ValueError(`invalid interpolation syntax in ${reprStr(value)} at position ${rest.indexOf("%")}`);
    super.set(section, option, value);
  }
}
