import { SINKS, writeText } from "./sinks.ts";
import { ANSWERS, answerOrElse, isAnswer } from "./answers.ts";
import { asciiStr, json as jsonType, none, str, type Type, unicode } from "../analysis/types.ts";
import { array, awaited, call, id, method, object, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type CallTypes, type Emitted, fn, type LibraryModule, refused } from "./entry.ts";
import { isUtf8 } from "./encoding-name.ts";
import { isNone } from "./is-none.ts";
import { floatPlaces } from "./json-floats.ts";
import { refusedAll } from "./refusals.ts";
import { asTextThroughout, only } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";

const DUMP =
  "obj, skipkeys?, ensure_ascii?, check_circular?, allow_nan?, cls?, indent?:int|none, separators?, encoding?, default?, sort_keys?";

type Flavour = "json" | "simplejson";

/** The text of a value, or why it cannot be made. */
function dump(c: CallEmit, flavour: Flavour): Emitted {
  for (const name of ["skipkeys", "check_circular", "allow_nan", "cls", "encoding", "default"]) {
    if (c.has(name)) return `${flavour}.dumps with ${name}`;
  }
  if (flavour === "simplejson" && c.has("ensure_ascii")) return "simplejson.dumps with ensure_ascii gives unicode";
  const options: [string, ts.Expression][] = [];
  const sort = c.node("sort_keys");
  if (sort) options.push(["sortKeys", c.truth(sort)]);
  if (c.has("indent")) options.push(["indent", c.ts("indent")]);
  // simplejson leaves no blank at the end of a line.
  const tight = flavour === "simplejson" && c.has("indent") && !c.has("separators");
  if (tight && !only(c.type("indent"), "int")) return "simplejson.dumps with an indent that may be None";
  if (tight) options.push(["separators", array([string(","), string(": ")])]);
  if (c.has("separators")) options.push(["separators", c.ts("separators")]);
  const ascii = c.node("ensure_ascii");
  if (ascii) options.push(["ensureAscii", c.truth(ascii)]);
  const floats = floatPlaces(c.type("obj"));
  if (floats === "everywhere") options.push(["floats", id("true")]);
  else if (typeof floats === "object") options.push(["floats", array(floats.map(string))]);
  else if (floats === "unsure" && holdsFloat(c.type("obj")))
    c.assume("A0103", "a whole float beside integers would be written without its `.0`");
  return call(c.runtime("python", "dumpJson"), options.length > 0 ? [c.ts("obj"), object(options)] : [c.ts("obj")]);
}

const holdsFloat = (type: Type): boolean => holds(type, (t) => t.k === "float" || t.k === "unknown");

/** Whether a value is, or has in it, what a test is for. */
function holds(type: Type, test: (t: Type) => boolean, seen = new Set<Type>()): boolean {
  if (seen.has(type)) return false;
  seen.add(type);
  if (test(type)) return true;
  switch (type.k) {
    case "union":
      return type.members.some((t) => holds(t, test, seen));
    case "list":
      return holds(type.elem.type, test, seen);
    case "dict":
      return holds(type.key.type, test, seen) || holds(type.value.type, test, seen);
    case "tuple":
      return type.items.some((t) => holds(t, test, seen));
    default:
      return false;
  }
}

const OTHER_ENCODING = "JSON in another encoding than UTF-8: decode the text first";

/** The encoding of the bytes is the one that is taken for granted. */
function isAsExpected(c: CallEmit): boolean {
  const node = c.node("encoding");
  return isNone(node) || isUtf8(node);
}

const load = fn(
  `fp:${ANSWERS.join("|")}|file|sys.stdin|StringIO.StringIO, encoding?`,
  jsonType,
  (c): Emitted => {
    if (!isAsExpected(c)) return OTHER_ENCODING;
    const text = answerOrElse(
      c,
      "fp",
      (fp) => call(c.runtime("http", "readText"), [fp]),
      (fp) => method(fp, "read"),
    );
    const waits = members(c.type("fp")).some(isAnswer);
    return call(c.runtime("python", "parseJson"), [waits ? awaited(text) : text]);
  },
  { async: "inside", waitsFor: { parameter: "fp", types: ANSWERS } },
);

/** What is written is text, however deep it is held. */
function dumped(c: CallTypes): Type {
  const type = c.type("obj");
  asTextThroughout(type);
  if (!c.has("ensure_ascii")) return asciiStr;
  // Unescaped, one unicode in it makes all of it unicode.
  if (only(type, "unicode")) return unicode;
  const mayBe = holds(type, (t) => t.k === "unicode" || t.k === "json" || t.k === "unknown");
  return mayBe ? union([str, unicode]) : str;
}

function writtenOut(c: CallTypes): Type {
  asTextThroughout(c.type("obj"));
  return none;
}

const entries = (flavour: Flavour): LibraryModule["members"] => ({
  loads: fn("s:text, encoding?", jsonType, (c): Emitted =>
    isAsExpected(c) ? call(c.runtime("python", "parseJson"), [c.ts("s")]) : OTHER_ENCODING,
  ),
  load,
  dumps: fn(DUMP, dumped, (c) => dump(c, flavour)),
  dump: fn(DUMP.replace("obj,", `obj, fp:${SINKS.join("|")},`), writtenOut, (c): Emitted => {
    if (holds(c.type("obj"), (t) => t.k === "dict" && members(t.key.type).some((k) => k.k === "bool")))
      return "json.dump of a dict whose keys are True and False";
    const text = dump(c, flavour);
    if (typeof text === "string") return text;
    return writeText(c.runtime, () => c.ts("fp"), c.type("fp"), text);
  }),
  ...refusedAll("JSONEncoder JSONDecoder", "an encoder or decoder of one's own: convert the values before or after"),
  ...refusedAll("decoder encoder scanner tool", "the module's parts"),
});

export const json: LibraryModule = { name: "json", members: entries("json") };

/** Not of Python's library, but what everybody used before it had `json`. */
export const simplejson: LibraryModule = {
  name: "simplejson",
  members: {
    ...entries("simplejson"),
    JSONDecodeError: refused("simplejson's own error: catch ValueError, which it is"),
  },
  assumes: { code: "A0118", message: "simplejson is taken for json" },
};
