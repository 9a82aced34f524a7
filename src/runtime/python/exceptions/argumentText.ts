import { reprStr } from "../repr/reprStr.ts";
import { UntranslatedError } from "./UntranslatedError.ts";

/** What shows arguments other than one text: it comes along with `repr`, and with exceptions that the program makes itself. */
export const described: { str: (value: unknown) => string; repr: (items: readonly unknown[]) => string } = {
  str: refused,
  repr: refused,
};

function refused(): never {
  throw new UntranslatedError("U0104", "the text of what an exception was made from");
}

/** `str` of an argument of an exception. */
export function argumentText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null) return "None";
  return Number.isSafeInteger(value) || value instanceof Error ? String(value) : described.str(value);
}

/** `repr` of the tuple of an exception's arguments. */
export function argumentsRepr(args: readonly unknown[]): string {
  const [text] = args;
  return args.length === 1 && typeof text === "string" ? `(${reprStr(text)},)` : described.repr(args);
}
