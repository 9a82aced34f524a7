import { Exception } from "../exceptions/Exception.ts";
import { reprMethod } from "../repr/reprMethod.ts";
import { reprStr } from "../repr/reprStr.ts";

/** `ConfigParser.Error`: its text is not made from its arguments. */
export class ConfigError extends Exception {
  static override readonly name: string = "Error";
  override readonly name: string = "Error";
  #text: string;

  constructor(text = "", args: readonly unknown[] = [text]) {
    super();
    this.#text = text;
    this.args = args;
  }

  override get qualifiedName(): string {
    return `ConfigParser.${this.name}`;
  }

  override toString(): string {
    return this.#text;
  }

  override [reprMethod](): string {
    return this.#text;
  }

  protected extend(text: string): void {
    this.#text += text;
  }
}

export class NoSectionError extends ConfigError {
  override readonly name: string = "NoSectionError";
  readonly section: string;

  constructor(section: string) {
    super(`No section: ${reprStr(section)}`, [section]);
    this.section = section;
  }
}

export class DuplicateSectionError extends ConfigError {
  override readonly name: string = "DuplicateSectionError";
  readonly section: string;

  constructor(section: string) {
    super(`Section ${reprStr(section)} already exists`, [section]);
    this.section = section;
  }
}

export class NoOptionError extends ConfigError {
  override readonly name: string = "NoOptionError";
  readonly option: string;
  readonly section: string;

  constructor(option: string, section: string) {
    super(`No option ${reprStr(option)} in section: ${reprStr(section)}`, [option, section]);
    this.option = option;
    this.section = section;
  }
}

/** A value whose `%(name)s` cannot be filled in. */
export class InterpolationError extends ConfigError {
  override readonly name: string = "InterpolationError";
  readonly option: string;
  readonly section: string;

  constructor(option: string, section: string, text: string, args: readonly unknown[] = [option, section, text]) {
    super(text, args);
    this.option = option;
    this.section = section;
  }
}

export class InterpolationMissingOptionError extends InterpolationError {
  override readonly name: string = "InterpolationMissingOptionError";
  readonly reference: string;

  constructor(option: string, section: string, raw: string, reference: string) {
    const text = `Bad value substitution:\n\tsection: [${section}]\n\toption : ${option}\n\tkey    : ${reference}\n\trawval : ${raw}\n`;
    super(option, section, text, [option, section, raw, reference]);
    this.reference = reference;
  }
}

export class InterpolationSyntaxError extends InterpolationError {
  override readonly name: string = "InterpolationSyntaxError";
}

export class InterpolationDepthError extends InterpolationError {
  override readonly name: string = "InterpolationDepthError";

  constructor(option: string, section: string, raw: string) {
    const text = `Value interpolation too deeply recursive:\n\tsection: [${section}]\n\toption : ${option}\n\trawval : ${raw}\n`;
    super(option, section, text, [option, section, raw]);
  }
}

/** Lines that say nothing; it is raised once the whole file is read. */
export class ParsingError extends ConfigError {
  override readonly name: string = "ParsingError";
  readonly filename: string;
  readonly errors: [line: number, text: string][] = [];

  constructor(
    filename: string,
    text = `File contains parsing errors: ${filename}`,
    args: readonly unknown[] = [filename],
  ) {
    super(text, args);
    this.filename = filename;
  }

  append(line: number, shown: string): void {
    this.errors.push([line, shown]);
    this.extend(`\n\t[line ${String(line).padStart(2)}]: ${shown}`);
  }
}

export class MissingSectionHeaderError extends ParsingError {
  override readonly name: string = "MissingSectionHeaderError";
  readonly lineno: number;
  readonly line: string;

  constructor(filename: string, lineno: number, line: string) {
    const text = `File contains no section headers.\nfile: ${filename}, line: ${lineno}\n${reprStr(line)}`;
    super(filename, text, [filename, lineno, line]);
    this.lineno = lineno;
    this.line = line;
  }
}
