import { asciiStr, type Type, unicode } from "../analysis/types.ts";
import { call, boolean } from "../emit/build.ts";
import { type CallEmit, type Emitted, type Entry, fn } from "./entry.ts";
import { describe } from "../analysis/describe.ts";
import { has } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";
import { madeOf } from "./mixed-text.ts";

/** Text that is `unicode` in Python, as JSON's is. */
const isUnicode = (type: Type): boolean => has(type, "unicode", "json");
/** Unicode is given back where there is nothing to quote in it; else what comes of it is a `str`. */
const asItCame: Type = union([asciiStr, unicode]);
const isMixed = (type: Type): boolean => isUnicode(type) && has(type, "str");

/** `quote` of `unicode` knows ASCII alone: any other character is a KeyError. */
function assumeAscii(c: CallEmit, name: string, what: string): void {
  if (isUnicode(c.type(name)))
    c.assume("A0105", `${what} of unicode text: in Python 2 characters other than ASCII raise an error here`);
}

/** `method` is what Python asks first of what is no text: a method of text, or an error by its word in `refusals`. */
const quoting = (feature: string, method: string): Entry =>
  // A text of which nothing has to be quoted is given back.
  fn(
    `s:text|none!${method}^, safe?:text`,
    (c) => (isUnicode(c.type("s")) ? asItCame : asciiStr),
    (c) => {
      assumeAscii(c, "s", "quoting");
      const safe = c.has("safe") ? [c.ts("safe")] : [];
      return call(c.runtime("http", feature), [c.ts("s"), ...safe]);
    },
  );

/** `method` is the one of text that Python calls first. */
const unquoting = (feature: string, ofUnicode: string, method = "split"): Entry =>
  fn(
    `s:text!${method}`,
    (c) => madeOf([c.type("s")]),
    (c): Emitted => {
      if (isMixed(c.type("s"))) return "text that may be str or unicode: Python unquotes the two in different ways";
      return call(c.runtime("http", isUnicode(c.type("s")) ? ofUnicode : feature), [c.ts("s")]);
    },
  );

/** The values of a query, whatever holds them; null where the query is no mapping and no sequence of pairs. */
function queryValues(type: Type): readonly Type[] | null {
  const found: Type[] = [];
  for (const m of members(type)) {
    if (m.k === "dict") found.push(m.key.type, m.value.type);
    else if (m.k === "json") found.push(m);
    else {
      const pairs = m.k === "list" || m.k === "sequence" ? [m.elem.type] : m.k === "tuple" ? m.items : null;
      if (!pairs?.every((pair) => pair.k === "never" || isPair(pair))) return null;
      found.push(...pairs.flatMap((pair) => (pair.k === "tuple" ? pair.items : [])));
    }
  }
  return found;
}

const isPair = (type: Type): boolean => type.k === "poison" || (type.k === "tuple" && type.items.length === 2);

function emitUrlencode(c: CallEmit): Emitted {
  const values = queryValues(c.type("query"));
  if (!values) return "a query that is neither a mapping nor a sequence of pairs: Python raises TypeError";
  const parts = values.flatMap((value) => [value, ...itemsOf(value)]);
  if (parts.some((part) => has(part, "unknown")))
    c.assume("A0103", "the type of a value in the query is not known: a whole float would be written without its `.0`");
  // Such an item is shown as a tuple is.
  if (values.flatMap(itemsOf).some((item) => has(item, "tuple", "sequence")))
    return "a tuple among the values of a query";
  const opaque = parts.flatMap(members).find((part) => !isShown(part));
  if (opaque) return `text of ${describe(opaque)} in a query is not known`;
  const doseq = c.node("doseq");
  const always =
    doseq?.kind === "Num" ? Number(doseq.number.value) !== 0 : doseq?.kind === "Name" && doseq.id === "True";
  if (!always && values.some((value) => has(value, "tuple", "sequence"))) return "a tuple as one value of a query";
  if (parts.some((part) => has(part, "unicode", "json"))) {
    c.assume("A0105", "urlencode of unicode text: in Python 2 characters other than ASCII are an error or become `?`");
  }
  if (parts.some((part) => has(part, "float"))) {
    c.assume("A0103", "a whole float in the query is written without its `.0`");
  }
  // Containers in JSON show its texts as unicode; one of the program shows its own as what they are.
  const isJson = parts.some((part) => has(part, "json"));
  if (isJson && parts.some((part) => has(part, "list", "dict", "tuple", "sequence")))
    c.assume("A0103", "a container in the query, and others from JSON, which shows its texts as unicode");
  const shown = isJson
    ? [doseq ? c.truth(doseq) : boolean(false), c.runtime("python", "strJson")]
    : doseq
      ? [c.truth(doseq)]
      : [];
  const query = has(c.type("query"), "json", "none")
    ? call(c.runtime("http", "queryOf"), [c.ts("query")])
    : c.ts("query");
  return call(c.runtime("http", "urlencode"), [query, ...shown]);
}

/** Whether the runtime writes a value as Python's `str` does. */
const isShown = (type: Type): boolean =>
  [
    "str",
    "unicode",
    "json",
    "unknown",
    "int",
    "float",
    "bool",
    "none",
    "list",
    "tuple",
    "sequence",
    "dict",
    "set",
    "poison",
  ].includes(type.k) ||
  (type.k === "instance" && Boolean(type.cls.findMethod("__str__")) && !type.cls.findMethod("__len__"));

/** What is in a value that is a container. */
const itemsOf = (type: Type): readonly Type[] =>
  members(type).flatMap((m) => ("elem" in m ? [m.elem.type] : m.k === "tuple" ? m.items : []));

/** What urllib2 has of urllib's under the same names. */
export const sharedQuoting: Readonly<Record<string, Entry>> = {
  quote: quoting("quote", "rstrip"),
  unquote: unquoting("unquote", "unquoteUnicode"),
};

export const quotingFunctions: Readonly<Record<string, Entry>> = {
  ...sharedQuoting,
  quote_plus: quoting("quotePlus", "=iterable"),
  unquote_plus: unquoting("unquotePlus", "unquotePlusUnicode", "replace"),
  urlencode: fn("query:dict|list|tuple|sequence|json, doseq?", asciiStr, emitUrlencode, { asksMethods: ["items"] }),
  // Not on Windows or a Mac of old: those have modules of their own for it.
  pathname2url: fn(
    "pathname:text|none!rstrip^",
    (c) => (isUnicode(c.type("pathname")) ? asItCame : asciiStr),
    (c) => {
      assumeAscii(c, "pathname", "quoting");
      return call(c.runtime("http", "quote"), [c.ts("pathname")]);
    },
  ),
  url2pathname: unquoting("unquote", "unquoteUnicode"),
};
