import { SINKS, writeText } from "./sinks.ts";
import { ANSWERS, answerOrElse, isAnswer } from "./answers.ts";
import { dictOf, json as jsonType, listOf, none, tupleOf, type Type, unicode, unknown } from "../analysis/types.ts";
import { awaited, call, id, method, object } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type CallTypes, type Emitted, fn, type LibraryModule, refused } from "./entry.ts";
import { isUtf8 } from "./encoding-name.ts";
import { isNone } from "./is-none.ts";
import { DUMP, dump, dumped, encoder, type Flavour, holds, isGiven } from "./json-encoder.ts";
import { refusedAll } from "./refusals.ts";
import { members } from "../analysis/join.ts";

const OTHER_ENCODING = "JSON in another encoding than UTF-8: decode the text first";

/** The encoding of the bytes is the one that is taken for granted. */
function isAsExpected(c: CallEmit): boolean {
  const node = c.node("encoding");
  return isNone(node) || isUtf8(node);
}

/** `cls` and the functions for numbers are refused: they are rare. */
const LOAD =
  "encoding?, cls?:none, object_hook?:callable|none, parse_float?:none, parse_int?:none, parse_constant?:none, object_pairs_hook?:callable|none";

const ORDERED = "collections.OrderedDict";

const isOrdered = (type: Type): boolean => (type.k === "libclass" || type.k === "libfn") && type.name === ORDERED;

/** What a hook is called with: the dict of an object, or its pairs. */
const hooked = (c: CallTypes, name: string): Type =>
  name === "object_hook" ? dictOf(c.clock, unicode, unknown) : listOf(c.clock, tupleOf([unicode, unknown]));

/** A hook makes whatever it likes of an object. */
function loaded(c: CallTypes): Type {
  const hooks = ["object_hook", "object_pairs_hook"].filter((name) => isGiven(c, name));
  for (const name of hooks) if (!isOrdered(c.type(name))) c.callResult(c.type(name), [hooked(c, name)]);
  return hooks.every((name) => isOrdered(c.type(name))) ? jsonType : unknown;
}

/** The options of `parseJson`; the reason where a hook cannot be written. */
function decodingHooks(c: CallEmit): ts.Expression[] | string {
  // Of the two the one that takes pairs is asked.
  const name = ["object_pairs_hook", "object_hook"].find((each) => isGiven(c, each));
  if (name === undefined) return [];
  if (name === "object_pairs_hook" && isGiven(c, "object_hook")) return "both hooks of json.loads()";
  if (isOrdered(c.type(name))) return [object([["ordered", id("true")]])];
  const hook = c.callback(name, [hooked(c, name)]);
  return typeof hook === "string" ? hook : [object([[name === "object_hook" ? "objectHook" : "pairsHook", hook]])];
}

const load = fn(
  `fp:${ANSWERS.join("|")}|file|sys.stdin|StringIO.StringIO, ${LOAD}`,
  loaded,
  (c): Emitted => {
    if (!isAsExpected(c)) return OTHER_ENCODING;
    const text = answerOrElse(
      c,
      "fp",
      (fp) => call(c.runtime("http", "readText"), [fp]),
      (fp) => method(fp, "read"),
    );
    const hooks = decodingHooks(c);
    if (typeof hooks === "string") return hooks;
    const waits = members(c.type("fp")).some(isAnswer);
    return call(c.runtime("python", "parseJson"), [waits ? awaited(text) : text, ...hooks]);
  },
  { async: "inside", waitsFor: { parameter: "fp", types: ANSWERS } },
);

function writtenOut(c: CallTypes): Type {
  dumped(c);
  return none;
}

const entries = (flavour: Flavour): LibraryModule["members"] => ({
  loads: fn(`s:text!=buffer, ${LOAD}`, loaded, (c): Emitted => {
    if (!isAsExpected(c)) return OTHER_ENCODING;
    const hooks = decodingHooks(c);
    return typeof hooks === "string" ? hooks : call(c.runtime("python", "parseJson"), [c.ts("s"), ...hooks]);
  }),
  load,
  dumps: fn(DUMP, dumped, (c) => dump(c, flavour), { asksMethods: ["items", "iteritems"] }),
  dump: fn(DUMP.replace("obj,", `obj, fp:${SINKS.join("|")},`), writtenOut, (c): Emitted => {
    if (holds(c.type("obj"), (t) => t.k === "dict" && members(t.key.type).some((k) => k.k === "bool")))
      return "json.dump of a dict whose keys are True and False";
    const text = dump(c, flavour);
    if (typeof text === "string") return text;
    return writeText(c.runtime, () => c.ts("fp"), c.type("fp"), text);
  }),
  JSONEncoder: encoder(flavour),
  JSONDecoder: refused("a decoder of one's own: convert the values after"),
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
