import { repr } from "../repr/repr.ts";
import { ArgumentError } from "./ArgumentError.ts";
import type { Argument } from "./Argument.ts";
import type { MutuallyExclusiveGroup } from "./ArgumentGroup.ts";
import { SUPPRESS } from "./ArgumentSettings.ts";
import { Subparsers } from "./Subparsers.ts";

/** What reading needs of a parser. */
export interface CommandLine {
  readonly all: readonly Argument[];
  readonly exclusive: readonly MutuallyExclusiveGroup[];
  readonly byName: ReadonlyMap<string, Argument>;
  readonly hasNegativeNames: boolean;
  error(message: string): never;
  showHelp(): never;
  showVersion(version: string): never;
}

interface OptionUse {
  readonly argument: Argument | null;
  readonly name: string;
  readonly explicit: string | null;
}

const NEGATIVE = /^-\d+$|^-\d*\.\d+$/;

/** Reads a command line into `values`, by destination, and gives what is left over: `_parse_known_args` of CPython's argparse.py. */
export function readCommandLine(parser: CommandLine, args: readonly string[], values: Map<string, unknown>): string[] {
  const uses = new Map<number, OptionUse>();
  const pattern = patternOf(parser, args, uses);
  const seen = new Set<Argument>();
  const given = new Set<Argument>();
  const extras: string[] = [];
  const extrasOfCommand: string[] = [];
  let positionals = parser.all.filter((argument) => argument.names.length === 0);

  const last = Math.max(-1, ...uses.keys());
  let at = 0;
  while (at <= last) {
    const next = Math.min(...[...uses.keys()].filter((index) => index >= at));
    if (at !== next) {
      const end = takePositionals(at);
      if (end > at) {
        at = end;
        continue;
      }
    }
    if (!uses.has(at)) {
      extras.push(...args.slice(at, next));
      at = next;
    }
    at = takeOption(at);
  }
  extras.push(...args.slice(takePositionals(at)));
  if (positionals.length > 0) parser.error("too few arguments");
  finish();
  return [...extras, ...extrasOfCommand];

  function take(argument: Argument, texts: readonly string[]): void {
    seen.add(argument);
    const { value, isDefault } = valueOf(argument, texts);
    if (!isDefault) {
      given.add(argument);
      for (const { members } of parser.exclusive) {
        if (!members.includes(argument)) continue;
        const other = members.find((member) => member !== argument && given.has(member));
        if (other) throw new ArgumentError(argument, `not allowed with argument ${other.title}`);
      }
    }
    if (argument instanceof Subparsers) extrasOfCommand.push(...argument.read(value as string[], values));
    else if (value !== SUPPRESS) act(parser, argument, value, values);
  }

  function takeOption(start: number): number {
    let { argument, name, explicit } = uses.get(start) ?? { argument: null, name: "", explicit: null };
    const found: [Argument, readonly string[]][] = [];
    for (;;) {
      if (argument === null) {
        extras.push(args[start] ?? "");
        return start + 1;
      }
      if (explicit === null) {
        const count = countFor(argument, pattern.slice(start + 1));
        found.push([argument, args.slice(start + 1, start + 1 + count)]);
        for (const [one, texts] of found) take(one, texts);
        return start + 1 + count;
      }
      const count = countFor(argument, "A");
      if (count === 0 && name[1] !== "-") {
        // Several short options in one: -vx.
        found.push([argument, []]);
        const following = parser.byName.get(`-${explicit[0] ?? ""}`);
        if (following === undefined) throw new ArgumentError(argument, ignored(explicit));
        name = `-${explicit[0] ?? ""}`;
        argument = following;
        explicit = explicit.slice(1) || null;
      } else if (count === 1) {
        found.push([argument, [explicit]]);
        for (const [one, texts] of found) take(one, texts);
        return start + 1;
      } else throw new ArgumentError(argument, ignored(explicit));
    }
  }

  function takePositionals(start: number): number {
    const counts = countsFor(positionals, pattern.slice(start));
    let from = start;
    for (const [i, count] of counts.entries()) {
      const argument = positionals[i];
      if (argument) take(argument, args.slice(from, from + count));
      from += count;
    }
    positionals = positionals.slice(counts.length);
    return from;
  }

  /** What was not given: an error, or a default that is text and is read as the command line's would be. */
  function finish(): void {
    for (const argument of parser.all) {
      if (seen.has(argument)) continue;
      if (argument.required) parser.error(`argument ${argument.title} is required`);
      const { dest, default: value } = argument;
      if (typeof value === "string" && value !== SUPPRESS && values.get(dest) === value)
        values.set(dest, argument.convert(value));
    }
    for (const { members, required } of parser.exclusive) {
      if (!required || members.some((member) => given.has(member))) continue;
      const titles = members.filter((member) => member.help !== SUPPRESS).map((member) => member.title);
      parser.error(`one of the arguments ${titles.join(" ")} is required`);
    }
  }
}

/** A letter for each argument of the command line: O for options, A for others, - for `--`. */
function patternOf(parser: CommandLine, args: readonly string[], uses: Map<number, OptionUse>): string {
  const end = args.indexOf("--");
  return args
    .map((arg, i) => {
      if (end >= 0 && i >= end) return i === end ? "-" : "A";
      const use = optionUse(parser, arg);
      if (use) uses.set(i, use);
      return use ? "O" : "A";
    })
    .join("");
}

function optionUse(parser: CommandLine, arg: string): OptionUse | null {
  if (!arg.startsWith("-")) return null;
  const exact = parser.byName.get(arg);
  if (exact) return { argument: exact, name: arg, explicit: null };
  if (arg.length === 1) return null;
  const equals = arg.indexOf("=");
  const [name, value] = equals < 0 ? [arg, null] : [arg.slice(0, equals), arg.slice(equals + 1)];
  const named = equals < 0 ? undefined : parser.byName.get(name);
  if (named) return { argument: named, name, explicit: value };
  const possible = possibleUses(parser, arg, name, value);
  if (possible.length > 1)
    parser.error(`ambiguous option: ${arg} could match ${possible.map((use) => use.name).join(", ")}`);
  const [only] = possible;
  if (only) return only;
  if (NEGATIVE.test(arg) && !parser.hasNegativeNames) return null;
  return arg.includes(" ") ? null : { argument: null, name: arg, explicit: null };
}

/** The options that an argument of the command line may be short for. */
function possibleUses(parser: CommandLine, arg: string, name: string, value: string | null): OptionUse[] {
  const possible: OptionUse[] = [];
  for (const [known, argument] of parser.byName) {
    if (arg.startsWith("--")) {
      if (known.startsWith(name)) possible.push({ argument, name: known, explicit: value });
    } else if (known === arg.slice(0, 2)) possible.push({ argument, name: known, explicit: arg.slice(2) });
    else if (known.startsWith(arg)) possible.push({ argument, name: known, explicit: null });
  }
  return possible;
}

const ignored = (explicit: string): string => `ignored explicit argument ${repr(explicit)}`;

/** A regular expression for the letters that an argument takes. */
function lettersOf({ nargs, names }: Argument): string {
  const letters =
    nargs === null
      ? "(-*A-*)"
      : nargs === "?"
        ? "(-*A?-*)"
        : nargs === "*"
          ? "(-*[A-]*)"
          : nargs === "+"
            ? "(-*A[A-]*)"
            : nargs === "..."
              ? "([-AO]*)"
              : nargs === "A..."
                ? "(-*A[-AO]*)"
                : `(-*${Array.from({ length: Number(nargs) }, () => "A").join("-*")}-*)`;
  return names.length > 0 ? letters.replaceAll("-*", "").replaceAll("-", "") : letters;
}

/** How many of the arguments that follow an option are its own. */
function countFor(argument: Argument, pattern: string): number {
  const match = new RegExp(`^${lettersOf(argument)}`).exec(pattern);
  if (match) return match[1]?.length ?? 0;
  const { nargs } = argument;
  const wanted =
    nargs === null
      ? "expected one argument"
      : nargs === "?"
        ? "expected at most one argument"
        : nargs === "+"
          ? "expected at least one argument"
          : `expected ${nargs} argument(s)`;
  throw new ArgumentError(argument, wanted);
}

/** How many each of as many positional arguments as possible take. */
function countsFor(positionals: readonly Argument[], pattern: string): number[] {
  for (let n = positionals.length; n > 0; n--) {
    const letters = positionals.slice(0, n).map(lettersOf).join("");
    const match = new RegExp(`^${letters}`).exec(pattern);
    if (match) return match.slice(1).map((group) => group.length);
  }
  return [];
}

/** The value of what the command line has for an argument, and whether it is the very default. */
function valueOf(argument: Argument, texts: readonly string[]): { value: unknown; isDefault: boolean } {
  const { nargs, names, settings } = argument;
  const dashes = nargs === "..." || nargs === "A..." ? -1 : texts.indexOf("--");
  const given = dashes < 0 ? texts : texts.toSpliced(dashes, 1);
  const [first] = given;
  if (first === undefined && nargs === "?") {
    const left = names.length > 0 ? (settings.const ?? null) : argument.default;
    if (typeof left !== "string") return { value: left, isDefault: Object.is(left, argument.default) };
    const value = argument.convert(left);
    argument.check(value);
    return { value, isDefault: value === argument.default };
  }
  if (first === undefined && nargs === "*" && names.length === 0) {
    const value = argument.default ?? [];
    argument.check(value);
    return { value, isDefault: argument.default !== null };
  }
  if (first !== undefined && given.length === 1 && (nargs === null || nargs === "?")) {
    const value = argument.convert(first);
    argument.check(value);
    return { value, isDefault: isSame(value, argument.default, argument) };
  }
  const value = given.map((text) => argument.convert(text));
  // Of a command and its arguments only the command is one of the choices.
  const checked = nargs === "..." ? [] : nargs === "A..." ? value.slice(0, 1) : value;
  for (const one of checked) argument.check(one);
  return { value, isDefault: false };
}

/** Whether CPython has one object for both: for short texts, small ints and what there is once. */
function isSame(value: unknown, other: unknown, { settings }: Argument): boolean {
  if (value !== other) return false;
  if (typeof value === "string") return value.length <= 1;
  return typeof value !== "number" || (settings.type !== "float" && value >= -5 && value <= 256);
}

function act(parser: CommandLine, argument: Argument, value: unknown, values: Map<string, unknown>): void {
  const { dest, settings } = argument;
  const present = values.get(dest) ?? null;
  const list = (): unknown[] => (present === null ? [] : [...(present as unknown[])]);
  switch (argument.action) {
    case "store":
      return void values.set(dest, value);
    case "store_const":
      return void values.set(dest, settings.const ?? null);
    case "store_true":
      return void values.set(dest, true);
    case "store_false":
      return void values.set(dest, false);
    case "append":
      return void values.set(dest, [...list(), value]);
    case "append_const":
      return void values.set(dest, [...list(), settings.const ?? null]);
    case "count":
      return void values.set(dest, Number(present ?? 0) + 1);
    case "help":
      return parser.showHelp();
    case "version":
      return parser.showVersion(settings.version ?? "");
  }
}
