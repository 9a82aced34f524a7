import { everyHas } from "../analysis/class-support.ts";
import { isDynamic } from "../analysis/dynamic.ts";
import {
  asciiStr,
  bool,
  float,
  int,
  iterOf,
  lib,
  listOf,
  long,
  mixedLong,
  never,
  none,
  notImplemented,
  sequenceOf,
  setOf,
  str,
  type Type,
  tupleOf,
  unicode,
} from "../analysis/types.ts";
import { confusesSequences, holds, ordersByName } from "../analysis/comparable.ts";
import { array, arrow, bigint, call, construct, id, member, method, number, spread, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import {
  type CallEmit,
  type CallTypes,
  type Emitted,
  type Entry,
  fn,
  type FunctionEntry,
  type LibraryModule,
  refused,
} from "./entry.ts";
import { arrayOf, elementOf, isArray, iterable } from "./iterable.ts";
import { iterationFunctions, orderless } from "./iteration.ts";
import { pow } from "./pow.ts";
import { dictConstructor } from "./dict-constructor.ts";
import { PLAIN_OBJECT } from "./system-modules.ts";
import { sizedTypes } from "./sized-types.ts";
import { asUnicode, countsBytes, countsCharacters, holdsMixture, isEither, isLoose, mixes } from "./mixed-text.ts";
import { MESSAGE } from "./urllib2-names.ts";
import { namedItems } from "./named-tuples.ts";
import { has, isAscii, isBytes, isLong, isNumber, isText, only } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";

const len = fn("x", int, (c) => {
  const type = c.type("x");
  if (only(type, "list", "tuple", "sequence") || isBytes(type) || isAscii(type)) return member(c.ts("x"), "length");
  if (only(type, "dict", "set")) return member(c.ts("x"), "size");
  if (countsCharacters(type)) return call(c.runtime("python", "characterLength"), [c.ts("x")]);
  if (isText(type) && only(type, "str")) return call(c.runtime("python", "byteLength"), [c.ts("x")]);
  if (isDynamic(type)) {
    if (isEither(type)) c.assume("A0109", "len() of a value that may be str or unicode: the two differ beyond ASCII");
    return call(c.runtime("python", "length"), countsBytes(type) ? [c.ts("x"), string("str")] : [c.ts("x")]);
  }
  if (type.k === "lib" && sizedTypes.has(type.name)) return member(c.ts("x"), "size");
  if (type.k === "lib" && type.name === MESSAGE)
    return member(call(c.runtime("http", "headerNames"), [c.ts("x")]), "length");
  if (everyHas(type, "__len__")) return method(c.ts("x"), "__len__");
  return "len() of this type is not known";
});

/** The text of a number; one of unicode may have other digits, and characters that no number has. */
const numberText = (c: CallEmit): ts.Expression =>
  only(c.type("x"), "unicode") ? call(c.runtime("python", "decimalText"), [c.ts("x")]) : c.ts("x");

const toInt = fn(
  "x?, base?:int",
  (c) => (c.has("x") && (isLong(c.type("x")) || isLargeLiteral(c)) ? long : int),
  (c): Emitted => {
    if (!c.has("x")) return number(0);
    const type = c.type("x");
    if (isLong(type)) return call(c.runtime("python", "longToInteger"), [c.ts("x")]);
    if (isLargeLiteral(c))
      return call(c.runtime("python", "longToInteger"), [call(c.runtime("python", "parseLong"), [c.ts("x")])]);
    if (c.has("base"))
      return isText(type)
        ? call(c.runtime("python", "parseInteger"), [numberText(c), c.ts("base")])
        : "int() with a base needs text";
    if (only(type, "int")) return c.ts("x");
    if (only(type, "bool")) return call(id("Number"), [c.ts("x")]);
    if (isNumber(type)) return call(c.runtime("python", "truncate"), [c.ts("x")]);
    if (isText(type)) return call(c.runtime("python", "parseInteger"), [numberText(c)]);
    if (isDynamic(type))
      return call(c.runtime("python", "toInteger"), countsBytes(type) ? [c.ts("x"), string("str")] : [c.ts("x")]);
    return "int() of this type is not known";
  },
);

/** Digits, written out, of more than a number holds. */
const isLargeLiteral = (c: CallTypes): boolean => {
  const node = c.node("x");
  return node?.kind === "Str" && !c.has("base") && node.value.length > 15;
};

/** An integer of which it must be known whether it is a long. */
const toldApart = (c: CallEmit): ts.Expression =>
  members(c.type("x")).some((m) => m.k === "long" && m.mixed)
    ? call(c.runtime("python", "toldApart"), [c.ts("x")])
    : c.ts("x");

const toLong = fn("x?, base?:int", mixedLong, (c): Emitted => {
  if (!c.has("x")) return bigint(0n);
  const type = c.type("x");
  if (isText(type))
    return call(c.runtime("python", "parseLong"), c.has("base") ? [numberText(c), c.ts("base")] : [numberText(c)]);
  if (only(type, "int", "long", "bool")) return call(id("BigInt"), [c.ts("x")]);
  if (only(type, "float")) return call(id("BigInt"), [call(c.runtime("python", "truncate"), [c.ts("x")])]);
  return "long() of this type is not known";
});

const toFloat = fn("x?", float, (c): Emitted => {
  if (!c.has("x")) return number(0);
  const type = c.type("x");
  if (only(type, "int", "float")) return c.ts("x");
  if (isLong(type)) return call(c.runtime("python", "longToFloat"), [c.ts("x")]);
  if (only(type, "bool")) return call(id("Number"), [c.ts("x")]);
  if (isText(type)) return call(c.runtime("python", "parseFloatText"), [numberText(c)]);
  if (isDynamic(type))
    return call(c.runtime("python", "toFloat"), countsBytes(type) ? [c.ts("x"), string("str")] : [c.ts("x")]);
  return "float() of this type is not known";
});

const range = fn(
  "start:int, stop?:int, step?:int",
  (c) => listOf(c.clock, int),
  (c) =>
    call(
      c.runtime("python", "range"),
      ["start", "stop", "step"].filter((n) => c.has(n)).map((n) => c.ts(n)),
    ),
);

const quantifier = (name: "any" | "all"): FunctionEntry =>
  fn("items", bool, (c): Emitted => {
    const items = arrayOf(c, "items");
    if (typeof items === "string") return items;
    const type = elementOf(c, c.type("items"));
    // Of an iterator no more is asked for than decides.
    if (only(c.type("items"), "iter") && !isArray(c.ts("items")))
      return call(c.runtime("python", name), [c.ts("items")]);
    if (only(type, "bool")) return method(items, name === "any" ? "some" : "every", [arrow([id("ok")], id("ok"))]);
    return call(c.runtime("python", name), [items]);
  });

/** `sorted(xs)`, `xs.sort()`: options object for the runtime. */
export function sortOptions(c: CallEmit, elem: Type): ts.Expression[] | string {
  const entries: [string, ts.Expression][] = [];
  for (const [name, types] of [
    ["cmp", [elem, elem]],
    ["key", [elem]],
  ] as const) {
    if (!c.has(name) || only(c.type(name), "none")) continue;
    const made = c.callback(name, types);
    if (typeof made === "string") return made;
    entries.push([name, made]);
  }
  const bad = entries.length === 0 ? orderless(elem) : null;
  if (bad) return bad;
  if (!c.has("cmp") && !c.has("key") && holdsMixture(elem)) c.assume("A0106", "str and unicode compared");
  if (c.has("reverse")) {
    const node = c.node("reverse");
    if (!(node?.kind === "Name" && node.id === "False"))
      entries.push(["reverse", node ? c.truth(node) : c.ts("reverse")]);
  }
  if (entries.length === 0) return [];
  return [
    {
      type: "ObjectExpression",
      properties: entries.map(([key, value]) => ({
        type: "Property",
        key: id(key),
        value,
        kind: "init",
        computed: false,
        method: false,
        shorthand: false,
      })),
    },
  ];
}

/** Tells the callables of a sort what they are given. */
export function sortCallbacks(c: CallTypes, elem: Type): void {
  if (c.has("key")) c.callResult(c.type("key"), [elem]);
  if (c.has("cmp")) c.callResult(c.type("cmp"), [elem, elem]);
}

const sorted = fn(
  "items, cmp?:callable|none, key?:callable|none, reverse?",
  (c) => {
    const elem = elementOf(c, c.type("items"));
    sortCallbacks(c, elem);
    return listOf(c.clock, elem);
  },
  (c): Emitted => {
    const items = iterable(c, "items");
    if (typeof items === "string") return items;
    const options = sortOptions(c, elementOf(c, c.type("items")));
    return typeof options === "string" ? options : call(c.runtime("python", "sorted"), [items, ...options]);
  },
);

const itemsOf = (type: Type): readonly Type[] | null => (type.k === "tuple" ? type.items : namedItems(type));

/** A tuple that is of no class of `namedtuple`: `tuple()` gives it back. */
const isPlainTuple = (type: Type): boolean => type.k === "tuple" && !type.of;

/** `frozenset(items)`: a set that says what it is. */
const frozenset = fn(
  "items?",
  (c) => setOf(c.clock, c.has("items") ? elementOf(c, c.type("items")) : never),
  (c): Emitted => {
    const it = c.has("items") ? iterable(c, "items") : array([]);
    return typeof it === "string" ? it : construct(c.runtime("python", "PySet"), [it, id("true")]);
  },
);

/** Values that hash by what they are, texts of one kind only. */
const isHashedByValue = (type: Type): boolean =>
  type.k !== "never" &&
  members(type).every((m) =>
    m.k === "tuple" ? m.items.every(isHashedByValue) : ["int", "long", "float", "bool", "str", "unicode"].includes(m.k),
  );

const hash = fn(
  "x",
  (c) => (only(c.type("x"), "int", "bool") ? int : long),
  (c): Emitted => {
    const type = c.type("x");
    if (!isHashedByValue(type)) return "hash() of what may hash by its address";
    const isUnicode = holds(type, "unicode");
    if (isUnicode && holds(type, "str")) return "hash() of str and unicode";
    return call(c.runtime("python", only(type, "int", "bool") ? "hashInteger" : "hashValue"), [
      c.ts("x"),
      ...(isUnicode ? [string("unicode")] : []),
    ]);
  },
);

const members_: Record<string, Entry> = {
  ...iterationFunctions,
  len,
  int: { kind: "class", name: "builtins.int", constructor: toInt },
  long: { kind: "class", name: "builtins.long", constructor: toLong },
  float: { kind: "class", name: "builtins.float", constructor: toFloat },
  bool: {
    kind: "class",
    name: "builtins.bool",
    constructor: fn("x?", bool, (c): Emitted => {
      const node = c.node("x");
      return node ? c.truth(node) : id("false");
    }),
  },
  str: {
    kind: "class",
    name: "builtins.str",
    constructor: fn(
      "x?",
      (c) => {
        if (!c.has("x")) return asciiStr;
        const type = c.type("x");
        if (only(type, "str")) return type;
        return only(type, "unicode", "int", "float", "bool", "none", "long", "list", "dict", "tuple", "set")
          ? asciiStr
          : str;
      },
      (c) => {
        if (!c.has("x")) return string("");
        const type = c.type("x");
        // What is unicode in it is made `str` as ASCII.
        if (
          only(type, "unicode") ||
          (has(type, "unicode", "json") && only(type, "unicode", "json", "none", "bool", "int"))
        )
          return call(c.runtime("python", "encodeAscii"), [c.text("x")]);
        if (has(type, "unicode", "unknown", "json")) c.assume("A0105", "str() of what may be unicode");
        return c.text("x");
      },
    ),
  },
  unicode: {
    kind: "class",
    name: "builtins.unicode",
    constructor: fn("x?, encoding?:text, errors?:text", unicode, (c): Emitted => {
      if (!c.has("x")) return string("");
      const type = c.type("x");
      if (c.has("encoding")) return decoding(c, c.ts("x"), type, c.node("encoding"), c.node("errors"));
      return isText(type) ? asUnicode(c, c.ts("x"), type, "unicode() of a str") : c.text("x");
    }),
  },
  basestring: { kind: "class", name: "builtins.basestring", constructor: null },
  object: {
    kind: "class",
    name: "object",
    constructor: fn("", lib(PLAIN_OBJECT), (c) => construct(c.runtime("python", "PlainObject"), [])),
  },
  hash,
  list: {
    kind: "class",
    name: "builtins.list",
    constructor: fn(
      "items?",
      (c) => listOf(c.clock, c.has("items") ? elementOf(c, c.type("items")) : never),
      (c): Emitted => {
        if (!c.has("items")) return array([]);
        const it = iterable(c, "items");
        return typeof it === "string" ? it : array([spread(it)]);
      },
    ),
  },
  tuple: {
    kind: "class",
    name: "builtins.tuple",
    constructor: fn(
      "items?",
      (c) =>
        !c.has("items")
          ? tupleOf([])
          : isPlainTuple(c.type("items"))
            ? c.type("items")
            : itemsOf(c.type("items"))
              ? tupleOf(itemsOf(c.type("items")) ?? [])
              : sequenceOf(c.clock, elementOf(c, c.type("items"))),
      (c): Emitted => {
        if (!c.has("items")) return array([]);
        if (isPlainTuple(c.type("items"))) return c.ts("items");
        const it = iterable(c, "items");
        return typeof it === "string" ? it : array([spread(it)]);
      },
    ),
  },
  set: {
    kind: "class",
    name: "builtins.set",
    constructor: fn(
      "items?",
      (c) => setOf(c.clock, c.has("items") ? elementOf(c, c.type("items")) : never),
      (c): Emitted => {
        const args: ts.Expression[] = [];
        if (c.has("items")) {
          const it = iterable(c, "items");
          if (typeof it === "string") return it;
          args.push(it);
        }
        const elem = c.resultType.k === "set" ? c.resultType.elem.type : never;
        const types = c.has("items") || elem.k === "never" ? [] : [c.tsType(elem)];
        return construct(c.runtime("python", "PySet"), args, types.length > 0 ? types : undefined);
      },
    ),
  },
  dict: { kind: "class", name: "builtins.dict", constructor: dictConstructor },
  frozenset: { kind: "class", name: "builtins.frozenset", constructor: frozenset },
  range,
  xrange: fn(
    range.params,
    (c) => iterOf(c.clock, int),
    (c) =>
      call(
        c.runtime("python", "xrange"),
        c.has("stop")
          ? ["start", "stop", "step"].filter((n) => c.has(n)).map((n) => c.ts(n))
          : [number(0), c.ts("start")],
      ),
  ),
  abs: fn(
    "x:number|long",
    (c) => (only(c.type("x"), "bool") ? int : c.type("x")),
    (c) =>
      isLong(c.type("x"))
        ? call(c.runtime("python", "longAbs"), [c.ts("x")])
        : call(member(id("Math"), "abs"), [c.ts("x")]),
  ),
  round: fn("x:number, digits?:int", float, (c) =>
    call(c.runtime("python", "roundHalfAway"), c.has("digits") ? [c.ts("x"), c.ts("digits")] : [c.ts("x")]),
  ),
  any: quantifier("any"),
  all: quantifier("all"),
  sorted,
  enumerate: fn(
    "items, start?:int",
    (c) => iterOf(c.clock, tupleOf([int, elementOf(c, c.type("items"))])),
    (c): Emitted => {
      const it = iterable(c, "items");
      return typeof it === "string"
        ? it
        : call(c.runtime("python", "enumerate"), c.has("start") ? [it, c.ts("start")] : [it]);
    },
  ),
  repr: fn("x", asciiStr, (c) => call(c.reprOf(c.type("x")), [c.ts("x")])),
  chr: fn("code:int", str, (c) => {
    const node = c.node("code");
    if (node?.kind === "Num" && node.number.type === "int" && node.number.value < 128n)
      return string(String.fromCharCode(Number(node.number.value)));
    return call(c.runtime("python", "chr"), [c.ts("code")]);
  }),
  unichr: fn("code:int", unicode, (c) => {
    const node = c.node("code");
    if (node?.kind === "Num" && node.number.type === "int" && node.number.value < 0x110000n)
      return call(member(id("String"), "fromCodePoint"), [c.ts("code")]);
    return call(c.runtime("python", "unichr"), [c.ts("code")]);
  }),
  ord: fn("c:text", int, (c) => {
    if (isEither(c.type("c")))
      c.assume("A0109", "ord() of a value that may be str or unicode: the two differ beyond ASCII");
    return call(c.runtime("python", "ord"), isLoose(c.type("c")) ? [c.ts("c")] : [c.ts("c"), string("unicode")]);
  }),
  hex: fn("x:int|long", asciiStr, (c) => call(c.runtime("python", "hex"), [toldApart(c)])),
  bin: fn("x:int|long", asciiStr, (c) => call(c.runtime("python", "bin"), [toldApart(c)])),
  oct: fn("x:int|long", asciiStr, (c) => call(c.runtime("python", "oct"), [toldApart(c)])),
  divmod: fn(
    "a:int|long, b:int|long",
    (c) => (isLong(c.type("a")) || isLong(c.type("b")) ? tupleOf([mixedLong, mixedLong]) : tupleOf([int, int])),
    (c) => {
      const large = isLong(c.type("a")) || isLong(c.type("b"));
      return call(c.runtime("python", large ? "longDivmod" : "divmod"), [c.ts("a"), c.ts("b")]);
    },
  ),
  open: fn("path:text, mode?:text, buffering?:int", { k: "lib", name: "file" }, (c) =>
    call(c.runtime("python", "openFile"), c.has("mode") ? [c.ts("path"), c.ts("mode")] : [c.ts("path")]),
  ),
  exit: fn("code?", never, (c) => call(c.runtime("python", "exit"), c.has("code") ? [c.ts("code")] : [])),
  quit: fn("code?", never, (c) => call(c.runtime("python", "exit"), c.has("code") ? [c.ts("code")] : [])),
  cmp: fn("a, b", int, (c): Emitted => {
    const [a, b] = [c.type("a"), c.type("b")];
    if (holds(a, "set") || holds(b, "set")) return "cmp() of sets: Python raises TypeError";
    if (confusesSequences(a, b)) return "cmp() of a list and a tuple";
    if (ordersByName(a, b)) return "cmp() of a tuple and another value";
    if (mixes(a, b)) c.assume("A0106", "str and unicode compared");
    return call(c.runtime("python", "compare"), [c.ts("a"), c.ts("b")]);
  }),
  pow,
  raw_input: fn("prompt?", str, (c) =>
    call(c.runtime("python", "rawInput"), c.has("prompt") ? [c.text("prompt")] : []),
  ),
  input: refused("input() runs what is typed as Python text: use raw_input()"),
  eval: refused("eval runs Python text"),
  execfile: refused("execfile runs Python text"),
  compile: refused("compile works on Python text"),
  globals: refused("globals() has no counterpart"),
  locals: refused("locals() has no counterpart"),
  vars: refused("vars() has no counterpart"),
  __import__: refused("__import__ names a module at run time"),
  reload: refused("modules cannot be reloaded"),
  True: { kind: "value", type: bool, emit: () => id("true") },
  False: { kind: "value", type: bool, emit: () => id("false") },
  NotImplemented: {
    kind: "value",
    type: notImplemented,
    emit: ({ runtime }) => runtime("python", "NotImplemented"),
  },
  None: { kind: "value", type: none, emit: () => ({ type: "Literal", value: null, raw: "null" }) },
  __doc__: { kind: "value", type: str, emit: () => "the docstring" },
  __name__: { kind: "value", type: asciiStr, emit: () => "the name of the module at run time" },
  __file__: {
    kind: "value",
    type: str,
    emit: ({ nodeImport, assume }) => {
      assume("A0116", "__file__ is the whole path of the TypeScript file");
      return call(nodeImport("url", "fileURLToPath"), [
        member({ type: "MetaProperty", meta: id("import"), property: id("meta") }, "url"),
      ]);
    },
  },
};
members_["file"] = members_["open"] as Entry;

/** `bytes.decode('utf-8')`, `unicode(s, 'utf-8')`: text is UTF-8 already, so decoding it as UTF-8 changes nothing that is seen. */
export function decoding(
  c: CallEmit,
  ts_: ts.Expression,
  type: Type,
  encoding: { kind: string } | null,
  errorsNode: { kind: string } | null,
): Emitted {
  const name = literal(encoding)?.toLowerCase().replace(/[-_ ]/g, "");
  if (!isText(type)) return "decoding a value that is not known to be text";
  const errors = errorsNode ? literal(errorsNode) : "strict";
  const given = errors === "strict" || errors === null ? [] : [string(errors)];
  const single = singleByteName(literal(encoding));
  if (name === "utf8" || name === "ascii" || name === "usascii") {
    if (isAscii(type)) return ts_;
    if (errors !== "strict" && errors !== "ignore" && errors !== "replace")
      return "decoding with another way of handling errors than strict, ignore and replace";
    if (name !== "utf8" && only(type, "str")) return call(c.runtime("python", "decodeAscii"), [ts_, ...given]);
    if (errors !== "strict" && only(type, "str"))
      return name === "utf8"
        ? call(c.runtime("python", "decodeUtf8"), [call(c.runtime("python", "encodeText"), [ts_]), ...given])
        : call(c.runtime("python", "decodeAscii"), [ts_, ...given]);
    c.assume("A0107", `the text decodes as ${name}; bytes that do not would raise UnicodeDecodeError in Python`);
    return ts_;
  }
  if ((single || name === "hex") && !only(type, "str") && !isAscii(type)) return `decoding unicode text from ${name}`;
  if (single && errors !== null)
    return isAscii(type) ? ts_ : call(c.runtime("python", "decodeSingleByte"), [ts_, string(single), ...given]);
  if (literal(encoding)?.toLowerCase() === "hex" && !errorsNode) return call(c.runtime("python", "decodeHex"), [ts_]);
  return encoding
    ? `decoding from ${literal(encoding) ?? "an encoding that is not a literal"}`
    : "decoding from Python's default encoding";
}

const literal = (node: { kind: string; value?: unknown } | null): string | null =>
  node?.kind === "Str" ? String(node.value) : null;

/** The encodings of one byte a character that are translated, under the names that Python has for them. */
export function singleByteName(name: string | null): "latin-1" | "cp1252" | null {
  if (name === null) return null;
  if (/^(latin|latin[-_ ]?1|l1|iso8859|iso[-_ ]?8859[-_ ]1)$/i.test(name)) return "latin-1";
  return /^(cp1252|windows[-_]1252|1252)$/i.test(name) ? "cp1252" : null;
}

export const builtins: LibraryModule = { name: "builtins", members: members_ };
