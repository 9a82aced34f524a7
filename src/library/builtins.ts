import { sliceClass } from "./slices.ts";
import { everyHas } from "../analysis/class-support.ts";
import { hasPlainLength } from "../analysis/plain-length.ts";
import { isDynamic } from "../analysis/dynamic.ts";
import {
  asciiStr,
  bool,
  float,
  int,
  iterOf,
  type Kind,
  lib,
  listOf,
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
import { array, arrow, call, construct, id, member, method, number, spread, string } from "../emit/build.ts";
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
import { byPosition } from "./by-position.ts";
import { arrayOf, elementOf, isArray, iterable } from "./iterable.ts";
import { iterationFunctions } from "./iteration.ts";
import { pow } from "./pow.ts";
import { dictConstructor } from "./dict-constructor.ts";
import { PLAIN_OBJECT } from "./system-modules.ts";
import { sizedTypes } from "./sized-types.ts";
import {
  asUnicode,
  countsBytes,
  countsCharacters,
  isEither,
  isLoose,
  mixes,
  namedText,
  namesKinds,
  readsUnicode,
  namesText,
} from "./mixed-text.ts";
import { MESSAGE } from "./urllib2-names.ts";
import { namedItems } from "./named-tuples.ts";
import { has, isAscii, isBytes, isLong, isText, only, without } from "../analysis/kinds.ts";
import { toInt, toldApart, toLong, toFloat } from "./numeric-conversions.ts";
import { range, xrange } from "./range.ts";
import { sorted } from "./sorting.ts";
import { union, members } from "../analysis/join.ts";
import { hash } from "./hashing.ts";
import { decoding } from "./decoding.ts";

/** A date, a time or what lies between two, which Python compares with its like alone. */
const isTime = (type: Type): boolean => type.k === "lib" && type.name.startsWith("datetime.");

const len = fn(
  "x",
  int,
  (c) => {
    const type = c.type("x");
    const node = c.node("x");
    // len(xrange(a, b, c)): the list has as many items.
    if (
      node?.kind === "Call" &&
      only(c.typeOf(node.func), "libfn") &&
      members(c.typeOf(node.func)).every((m) => m.k === "libfn" && m.name === "builtins.xrange")
    )
      return member(array([spread(c.ts("x"))]), "length");
    if (only(type, "list", "tuple", "sequence") || isBytes(type) || isAscii(type)) return member(c.ts("x"), "length");
    if (only(type, "dict", "set")) return member(c.ts("x"), "size");
    if (countsCharacters(type)) return call(c.runtime("python", "characterLength"), [c.ts("x")]);
    if (isText(type) && only(type, "str")) return call(c.runtime("python", "byteLength"), [c.ts("x")]);
    if (isDynamic(type)) {
      if (isEither(type)) c.assume("A0109", "len() of a value that may be str or unicode: the two differ beyond ASCII");
      namesKinds(c, type);
      return call(c.runtime("python", "length"), countsBytes(type) ? [c.ts("x"), string("str")] : [c.ts("x")]);
    }
    if (type.k === "lib" && sizedTypes.has(type.name)) return member(c.ts("x"), "size");
    const named = namedItems(type);
    if (named) return number(named.length);
    if (type.k === "lib" && type.name === MESSAGE)
      return member(call(c.runtime("http", "headerNames"), [c.ts("x")]), "length");
    if (everyHas(type, "__len__") && hasPlainLength(type)) return method(c.ts("x"), "__len__");
    const perhaps = has(type, "none") ? without(type, "none") : null;
    const present = (): ts.Expression => call(c.runtime("python", "requireSized"), [c.ts("x")]);
    if (perhaps?.k === "lib" && sizedTypes.has(perhaps.name)) return member(present(), "size");
    if (perhaps && everyHas(perhaps, "__len__") && hasPlainLength(perhaps)) return method(present(), "__len__");
    if (everyHas(perhaps ?? type, "__len__")) return call(c.runtime("python", "length"), [c.ts("x")]);
    return "len() of this type is not known";
  },
  { counts: true },
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

const itemsOf = (type: Type): readonly Type[] | null => (type.k === "tuple" ? type.items : namedItems(type));

/** A tuple that is of no class of `namedtuple`: `tuple()` gives it back. */
const isPlainTuple = (type: Type): boolean => type.k === "tuple" && !type.of;

/** What both parts of `divmod(a, b)` are. */
function divmodPart(c: CallTypes): Type {
  const types = [c.type("a"), c.type("b")];
  if (types.some(isLong)) return mixedLong;
  if (types.some((type) => only(type, "float"))) return float;
  return types.some((type) => has(type, "float")) ? union([int, float]) : int;
}

/** What a set is made of: a dict itself, for whose keys room is made at once. */
const ofSet = (c: CallEmit): ts.Expression | string =>
  only(c.type("items"), "dict") ? c.ts("items") : iterable(c, "items");

/** `frozenset(items)`: a set that says what it is. */
const frozenset = fn(
  "items?",
  (c) => setOf(c.clock, c.has("items") ? elementOf(c, c.type("items")) : never),
  (c): Emitted => {
    const it = c.has("items") ? ofSet(c) : array([]);
    return typeof it === "string" ? it : construct(c.runtime("python", "PySet"), [it, id("true")]);
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
      "x?, /",
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
          readsUnicode(type) ||
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
    constructor: fn("x?, /, encoding?:text, errors?:text", unicode, (c): Emitted => {
      if (!c.has("x")) return string("");
      const type = c.type("x");
      if (c.has("encoding") && only(type, "unicode", "json"))
        return "unicode() of unicode with an encoding: Python raises TypeError";
      if (c.has("encoding")) return decoding(c, c.ts("x"), type, c.node("encoding"), c.node("errors"));
      if (isText(type)) return asUnicode(c, c.ts("x"), type, "unicode() of a str");
      if (!isLoose(type)) return c.text("x");
      // Of all else than text the text is ASCII, which is decoded as itself.
      if (only(type, "str", "int", "long", "bool", "none", "float"))
        return call(c.runtime("python", "decodeAscii"), [c.text("x")]);
      c.assume("A0106", "unicode() of what may be a str");
      return c.text("x");
    }),
  },
  basestring: { kind: "class", name: "builtins.basestring", constructor: null },
  object: {
    kind: "class",
    name: "object",
    constructor: fn("", lib(PLAIN_OBJECT), (c) => construct(c.runtime("python", "PlainObject"), [])),
  },
  hash,
  slice: sliceClass,
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
          const it = ofSet(c);
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
  xrange,
  abs: fn(
    "x",
    (c) => (has(c.type("x"), "bool") ? union([without(c.type("x"), "bool"), int]) : c.type("x")),
    (c): Emitted => {
      if (isLong(c.type("x"))) return call(c.runtime("python", "longAbs"), [c.ts("x")]);
      const made = has(c.type("x"), "bool") ? call(id("Number"), [c.ts("x")]) : c.ts("x");
      if (only(c.type("x"), "int", "float", "bool")) return call(member(id("Math"), "abs"), [made]);
      return has(c.type("x"), "instance", "lib", "unicode", "tuple", "sequence")
        ? "abs() of what is no number"
        : call(c.runtime("python", "absolute"), [c.ts("x"), ...namedText(c.type("x"))]);
    },
  ),
  round: fn("number:number, ndigits?:int!=index", float, (c) =>
    call(c.runtime("python", "roundHalfAway"), c.has("ndigits") ? [c.ts("number"), c.ts("ndigits")] : [c.ts("number")]),
  ),
  any: quantifier("any"),
  all: quantifier("all"),
  sorted,
  enumerate: fn(
    "items, /, start?:int",
    (c) => iterOf(c.clock, tupleOf([int, elementOf(c, c.type("items"))])),
    (c): Emitted => {
      const it = iterable(c, "items");
      return typeof it === "string"
        ? it
        : call(c.runtime("python", "enumerate"), c.has("start") ? [it, c.ts("start")] : [it]);
    },
  ),
  // Of what may be made anew when it is used, a number or a tuple say, it is CPython's own affair.
  id: fn(
    "x, /",
    int,
    (c): Emitted =>
      only(c.type("x"), "instance", "list", "dict", "set", "func", "class")
        ? call(c.runtime("python", "identity"), [c.ts("x")])
        : "id() of what is not known to be an object",
    { asksClass: true },
  ),
  repr: fn("x", asciiStr, (c) => call(c.reprOf(c.type("x")), [c.ts("x")]), { asksClass: true }),
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
  ord: fn("c:text!=character", int, (c) => {
    if (isEither(c.type("c")))
      c.assume("A0109", "ord() of a value that may be str or unicode: the two differ beyond ASCII");
    return call(c.runtime("python", "ord"), isLoose(c.type("c")) ? [c.ts("c")] : [c.ts("c"), string("unicode")]);
  }),
  hex: fn("x:int|long!=hex", asciiStr, (c) => call(c.runtime("python", "hex"), [toldApart(c)])),
  bin: fn("x:int|long!=index", asciiStr, (c) => call(c.runtime("python", "bin"), [toldApart(c)])),
  oct: fn("x:int|long!=oct", asciiStr, (c) => call(c.runtime("python", "oct"), [toldApart(c)])),
  divmod: fn(
    "a:number|long|none, b:number|long|none",
    (c) => {
      const part = divmodPart(c);
      return tupleOf([part, part]);
    },
    (c): Emitted => {
      const part = divmodPart(c);
      // What is said of a division by zero tells the two apart.
      const divisor = c.node("b");
      const isNonZero = divisor?.kind === "Num" && Number(divisor.number.value) !== 0;
      if (has(c.type("a"), "json", "unknown") || has(c.type("b"), "json", "unknown"))
        return "divmod() of what may be an int or a float";
      if (has(c.type("a"), "none") || has(c.type("b"), "none")) return "divmod() of what may be None";
      if (part.k === "union" && !isNonZero) return "divmod() of what may be an int or a float";
      if (part.k === "union") c.assume("A0103", "divmod() of what may be an int or a float");
      const isLarge = part.k === "long";
      if (isLarge && (has(c.type("a"), "float") || has(c.type("b"), "float"))) return "divmod() of a long and a float";
      const feature = isLarge ? "longDivmod" : part.k === "int" ? "divmod" : "divmodFloat";
      return call(c.runtime("python", feature), [c.ts("a"), c.ts("b")]);
    },
  ),
  // When what is written gets there can be seen by another program alone.
  open: fn("path:text!=path, /, mode?:text, ~buffering?:int", { k: "lib", name: "file" }, (c) => {
    const kind = namedText(c.type("path"));
    namesText(c, c.type("path"));
    const mode = c.has("mode") ? [c.ts("mode")] : kind.map(() => id("undefined"));
    return call(c.runtime("python", "openFile"), [c.ts("path"), ...mode, ...kind]);
  }),
  exit: fn("code?", never, (c) => call(c.runtime("python", "exit"), c.has("code") ? [c.ts("code")] : [])),
  quit: fn("code?", never, (c) => call(c.runtime("python", "exit"), c.has("code") ? [c.ts("code")] : [])),
  cmp: fn("a, b", int, (c): Emitted => {
    const [a, b] = [c.type("a"), c.type("b")];
    if ([a, b].some((type) => members(type).some(isTime)) && !(only(a, "lib", "none") && only(b, "lib")))
      return "cmp() of a date or time and another value: Python raises TypeError";
    if (holds(a, "set") || holds(b, "set")) return "cmp() of sets: Python raises TypeError";
    if (confusesSequences(a, b)) return "cmp() of a list and a tuple";
    if (ordersByName(a, b)) return "cmp() of a tuple and another value";
    if (mixes(a, b)) c.assume("A0106", "str and unicode compared");
    // Of a NaN it goes by addresses, in a tuple as well.
    const isFloating = [a, b].some((type) => FLOATING.some((kind) => holds(type, kind)));
    return call(c.runtime("python", isFloating ? "compareAll" : "compare"), [c.ts("a"), c.ts("b")]);
  }),
  pow,
  raw_input: fn("prompt?", str, (c) =>
    call(c.runtime("python", "rawInput"), c.has("prompt") ? [c.text("prompt")] : []),
  ),
  input: refused("input() runs what is typed as Python text: use raw_input()"),
  format: refused("format() handed on as a value: write a lambda"),
  apply: refused("apply() of what is no plain call: write f(*args)"),
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

/** What may be a NaN. */
const FLOATING: readonly Kind[] = ["float", "json", "unknown"];

/** Those that take no keyword in Python. */
const BY_POSITION =
  "map filter reduce sum reversed next iter len hash set frozenset range xrange list tuple abs any all repr chr unichr ord hex bin oct " +
  "divmod cmp pow raw_input";

export const builtins: LibraryModule = { name: "builtins", members: byPosition(members_, BY_POSITION) };
