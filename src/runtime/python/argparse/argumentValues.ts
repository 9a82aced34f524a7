import { ValueError } from "../exceptions/ValueError.ts";
import { str } from "../repr/str.ts";
import type { Argument } from "./Argument.ts";

/** What an argument's one value, or each of several, is called in the help. */
export function metavarsOf({ settings }: Argument, standard: string, count: number): readonly string[] {
  const { metavar, choices } = settings;
  if (metavar !== undefined && metavar !== null && typeof metavar !== "string") return metavar;
  const one = metavar ?? (choices ? `{${Array.from(choices, str).join(",")}}` : standard);
  return Array.from({ length: count }, () => one);
}

/** The values that an argument takes, as the usage shows them: `FILE [FILE ...]`. */
export function argumentValues(argument: Argument, standard: string): string {
  const { nargs } = argument;
  const named = (count: number): readonly string[] => {
    const names = metavarsOf(argument, standard, count);
    if (names.length !== count) throw new ValueError("length of metavar tuple does not match nargs");
    return names;
  };
  switch (nargs) {
    case null:
      return named(1).join(" ");
    case "?":
      return `[${named(1).join(" ")}]`;
    case "*": {
      const [first, second] = named(2);
      return `[${first} [${second} ...]]`;
    }
    case "+": {
      const [first, second] = named(2);
      return `${first} [${second} ...]`;
    }
    case "...":
      return "...";
    case "A...":
      return `${named(1).join(" ")} ...`;
    default:
      return named(Number(nargs)).join(" ");
  }
}
