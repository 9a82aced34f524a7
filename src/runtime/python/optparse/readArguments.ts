import { exit } from "../process/exit.ts";
import { BadOptionError } from "./BadOptionError.ts";
import type { Option } from "./Option.ts";
import type { OptionTable } from "./OptionContainer.ts";
import type { OptionParser } from "./OptionParser.ts";

/** Reads a command line into `values`, by destination, and gives the arguments that are no options. */
export function readArguments(
  parser: OptionParser,
  table: OptionTable,
  args: readonly string[],
  values: Map<string, unknown>,
): string[] {
  const rest = [...args];
  const positional: string[] = [];
  for (let arg = rest[0]; arg !== undefined; arg = rest[0]) {
    if (arg.startsWith("-") && arg.length > 1) {
      rest.shift();
      if (arg === "--") break;
      if (arg.startsWith("--")) readLong(arg);
      else readShort(arg);
    } else if (parser.interspersed) {
      rest.shift();
      positional.push(arg);
    } else break;
  }
  return [...positional, ...rest];

  function readLong(arg: string): void {
    const equals = arg.indexOf("=");
    if (equals >= 0) rest.unshift(arg.slice(equals + 1));
    const name = fullName(equals >= 0 ? arg.slice(0, equals) : arg, table);
    const option = table.byName.get(name)?.option;
    if (!option) throw noSuchOption(name);
    if (option.type === null && equals >= 0) parser.error(`${name} option does not take a value`);
    act(parser, option, takeValues(option, name), values);
  }

  function readShort(arg: string): void {
    for (let i = 1; i < arg.length; i++) {
      const name = `-${arg.charAt(i)}`;
      const option = table.byName.get(name)?.option;
      if (!option) throw noSuchOption(name);
      const attached = option.type !== null && i + 1 < arg.length;
      if (attached) rest.unshift(arg.slice(i + 1));
      act(parser, option, takeValues(option, name), values);
      if (attached) break;
    }
  }

  /** The option's values off the command line, converted; null where it takes none. */
  function takeValues(option: Option, name: string): unknown {
    if (option.type === null) return null;
    const { nargs } = option;
    if (rest.length < nargs) {
      parser.error(nargs === 1 ? `${name} option requires an argument` : `${name} option requires ${nargs} arguments`);
    }
    return option.convert(name, rest.splice(0, nargs));
  }
}

const noSuchOption = (name: string): BadOptionError => new BadOptionError(`no such option: ${name}`);

/** The long option that a text is, or begins like no other. */
function fullName(text: string, table: OptionTable): string {
  if (text.startsWith("--") && table.byName.has(text)) return text;
  const possible = [...table.byName.keys()].filter((name) => name.startsWith("--") && name.startsWith(text));
  if (possible.length > 1) throw new BadOptionError(`ambiguous option: ${text} (${possible.sort().join(", ")}?)`);
  const [only] = possible;
  if (only === undefined) throw noSuchOption(text);
  return only;
}

/** `Option.take_action`. */
function act(parser: OptionParser, option: Option, value: unknown, values: Map<string, unknown>): void {
  const dest = option.dest ?? "";
  const list = (): unknown[] => {
    const present = values.get(dest);
    if (Array.isArray(present)) return present;
    const made: unknown[] = [];
    values.set(dest, made);
    return made;
  };
  switch (option.action) {
    case "store":
      return void values.set(dest, value);
    case "store_const":
      return void values.set(dest, option.settings.const ?? null);
    case "store_true":
      return void values.set(dest, true);
    case "store_false":
      return void values.set(dest, false);
    case "append":
      return void list().push(value);
    case "append_const":
      return void list().push(option.settings.const ?? null);
    case "count":
      return void values.set(dest, Number(values.get(dest) ?? 0) + 1);
    case "help":
      parser.printHelp();
      return exit(0);
    case "version":
      parser.printVersion();
      return exit(0);
  }
}
