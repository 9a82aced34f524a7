import process from "node:process";
import { GetoptError } from "./GetoptError.ts";

type Options = [option: string, value: string][];

/** `getopt.getopt(args, short, long)`: options and their values, up to the first argument that is none, and the rest. */
export function getopt(
  args: readonly string[],
  short: string,
  long: string | Iterable<string> = [],
): [Options, string[]] {
  const options: Options = [];
  const known = typeof long === "string" ? [long] : [...long];
  const rest = [...args];
  for (let [arg] = rest; arg?.startsWith("-") === true && arg !== "-"; [arg] = rest) {
    rest.shift();
    if (arg === "--") break;
    take(arg, rest, options, short, known);
  }
  return [options, rest];
}

/** `getopt.gnu_getopt(args, short, long)`: options may come after arguments. */
export function gnuGetopt(
  args: readonly string[],
  short: string,
  long: string | Iterable<string> = [],
): [Options, string[]] {
  const options: Options = [];
  const known = typeof long === "string" ? [long] : [...long];
  const optionsFirst = short.startsWith("+") || Boolean(process.env["POSIXLY_CORRECT"]);
  const letters = short.startsWith("+") ? short.slice(1) : short;
  const left: string[] = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === "--") return [options, [...left, ...rest]];
    if (arg.startsWith("-") && arg !== "-") take(arg, rest, options, letters, known);
    else if (optionsFirst) return [options, [...left, arg, ...rest]];
    else left.push(arg);
  }
  return [options, left];
}

/** Takes one argument's options, and their values off the rest. */
function take(arg: string, rest: string[], options: Options, short: string, long: readonly string[]): void {
  if (arg.startsWith("--")) takeLong(arg.slice(2), rest, options, long);
  else takeShort(arg.slice(1), rest, options, short);
}

function takeLong(text: string, rest: string[], options: Options, long: readonly string[]): void {
  const equals = text.indexOf("=");
  const [name, hasValue] = longName(equals < 0 ? text : text.slice(0, equals), long);
  let value = equals < 0 ? null : text.slice(equals + 1);
  if (hasValue) {
    value ??= rest.shift() ?? null;
    if (value === null) throw new GetoptError(`option --${name} requires argument`, name);
  } else if (value !== null) throw new GetoptError(`option --${name} must not have an argument`, name);
  options.push([`--${name}`, value ?? ""]);
}

/** The one option that a text is, or begins like no other, and whether it takes a value. */
function longName(text: string, long: readonly string[]): [string, boolean] {
  const possible = long.filter((name) => name.startsWith(text));
  const [first] = possible;
  if (first === undefined) throw new GetoptError(`option --${text} not recognized`, text);
  if (possible.includes(text)) return [text, false];
  if (possible.includes(`${text}=`)) return [text, true];
  if (possible.length > 1) throw new GetoptError(`option --${text} not a unique prefix`, text);
  return first.endsWith("=") ? [first.slice(0, -1), true] : [first, false];
}

function takeShort(letters: string, rest: string[], options: Options, short: string): void {
  let left = letters;
  while (left !== "") {
    const option = left.charAt(0);
    left = left.slice(1);
    const at = option === ":" ? -1 : short.indexOf(option);
    if (at < 0) throw new GetoptError(`option -${option} not recognized`, option);
    let value = "";
    if (short[at + 1] === ":") {
      const next = left === "" ? rest.shift() : left;
      if (next === undefined) throw new GetoptError(`option -${option} requires argument`, option);
      value = next;
      left = "";
    }
    options.push([`-${option}`, value]);
  }
}
