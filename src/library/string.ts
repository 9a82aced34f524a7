import { inPlaces } from "./signature.ts";
import { asciiStr, str, type Type } from "../analysis/types.ts";
import { call, string as literal } from "../emit/build.ts";
import {
  type CallTypes,
  type Emitted,
  type Entry,
  fn,
  type FunctionEntry,
  type LibraryModule,
  value,
} from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { builtins } from "./builtins.ts";
import { template } from "./string-template.ts";
import { textMethods } from "./text-methods.ts";
import { isAscii, only } from "../analysis/kinds.ts";

const lower = "abcdefghijklmnopqrstuvwxyz";
const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const digits = "0123456789";
const punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

/** In the C locale, which a script has unless it sets another. */
const constants: Readonly<Record<string, string>> = {
  ascii_letters: lower + upper,
  ascii_lowercase: lower,
  ascii_uppercase: upper,
  letters: lower + upper,
  lowercase: lower,
  uppercase: upper,
  digits,
  hexdigits: `${digits}abcdefABCDEF`,
  octdigits: "01234567",
  punctuation,
  printable: `${digits}${lower}${upper}${punctuation} \t\n\r\v\f`,
  whitespace: "\t\n\v\f\r ",
};

/** `string.split(s, …)` is `s.split(…)`. */
function ofMethod(name: string): Entry {
  const entry = textMethods[name];
  if (entry?.kind !== "function") throw new Error(`text has no method ${name}`);
  const receiver = <C extends CallTypes>(c: C): C => ({ ...c, receiver: c.type("s") });
  return fn(
    `s:text!${name === "zfill" ? "^" : name}${entry.params === "" ? "" : `, ${entry.params}`}`,
    (c) => (typeof entry.result === "function" ? entry.result(receiver(c)) : entry.result),
    (c) => entry.emit({ ...receiver(c), receiverTs: c.ts("s") }),
  );
}

const separator = (c: CallTypes): Type => (c.has("sep") ? c.type("sep") : asciiStr);

/** `string.join(words)` puts a blank between. */
const join = fn(
  "words, sep?:text",
  (c) => {
    const entry = textMethods["join"];
    if (entry?.kind !== "function" || typeof entry.result !== "function") return asciiStr;
    return entry.result({ ...c, receiver: separator(c), type: () => c.type("words"), has: () => true });
  },
  (c) => {
    const { join: entry } = textMethods;
    if (entry?.kind !== "function") return "text has no join";
    const words = { type: () => c.type("words"), ts: () => c.ts("words"), node: () => c.node("words") };
    return entry.emit({
      ...c,
      ...words,
      receiver: separator(c),
      receiverTs: c.has("sep") ? c.ts("sep") : literal(" "),
    });
  },
);

const ofClass = (name: string): FunctionEntry => {
  const entry = builtins.members[name];
  if (entry?.kind !== "class" || !entry.constructor) throw new Error(`no built-in ${name}`);
  const made = entry.constructor;
  return { ...made, params: made.params.replace("x?", name === "int" ? "x:text!=based" : "x:text") };
};

export const string: LibraryModule = {
  name: "string",
  members: {
    ...Object.fromEntries(
      Object.entries(constants).map(([name, text]) => [name, value(asciiStr, () => literal(text))]),
    ),
    ...Object.fromEntries(
      "lower upper swapcase strip lstrip rstrip split rsplit replace find rfind index rindex count ljust rjust center zfill expandtabs capitalize"
        .split(" ")
        .map((name) => [name, ofMethod(name)]),
    ),
    splitfields: ofMethod("split"),
    join,
    joinfields: join,
    atoi: ofClass("int"),
    atof: ofClass("float"),
    ...refusedAll("atol", "long integers have no counterpart that prints the same"),
    capwords: fn(
      "s:text!split, sep?:text|none",
      (c) => (isAscii(c.type("s")) ? asciiStr : str),
      (c): Emitted =>
        only(c.type("s"), "str")
          ? call(c.runtime("python", "capwords"), inPlaces(c, ["s", "sep"]))
          : "capwords() of unicode",
    ),
    maketrans: fn("from:text, to:text", str, (c): Emitted =>
      only(c.type("from"), "str") && only(c.type("to"), "str")
        ? call(c.runtime("python", "maketrans"), [c.ts("from"), c.ts("to")])
        : "maketrans() of unicode",
    ),
    translate: ofMethod("translate"),
    Template: template,
    ...refusedAll("Formatter", "use % or str.format"),
    ...refusedAll("index_error atoi_error atof_error atol_error", "use ValueError"),
  },
};
