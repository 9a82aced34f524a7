import { encodingName } from "./encoding-name.ts";
import { asciiStr, bool, int, listOf, str, type Type, tupleOf, unicode, unicodeOrAscii } from "../analysis/types.ts";
import { arrow, binary, call, id, member, method, number, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type CallTypes, type Emitted, type Entry, fn, type FunctionEntry } from "./entry.ts";
import type * as py from "../python/ast.ts";
import { byPosition } from "./by-position.ts";
import { iterableTs } from "./iterable.ts";
import { asUnicode, countsCharacters, isLoose, mixes, namesKinds, readsUnicode, madeOf } from "./mixed-text.ts";
import { inPlaces, parameterNames } from "./signature.ts";
import { asText, has, isAscii, isText, only, without } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";
import { asUsed, usedBytes } from "./used-bytes.ts";
import { decoding, singleByteName } from "./decoding.ts";
import { type Ends, endsOf, trims } from "./text-ends.ts";
import { isAsciiText } from "../python/utf8.ts";
import { isOldInstance } from "../analysis/special-methods.ts";

const NOTHING: py.Expression = { kind: "Name", id: "None", start: 0, end: 0 };

/** Every value of the type is unicode, as a text of JSON is. */
const isUnicode = (type: Type): boolean => has(type, "unicode") && !has(type, "str");

/** The receiver's own flavour of text, less the body it came from; unicode where an argument is, and either where one may be. */
const same = (c: CallTypes): Type => {
  const types = textArguments(c).map((name) => c.type(name));
  const own = c.receiver.k === "str" ? { ...c.receiver, body: null } : c.receiver;
  // What comes from JSON is text rather than null.
  const mayBeNone = textArguments(c).some((name) => has(c.typeOf(c.node(name) ?? NOTHING), "none"));
  if (types.some(isUnicode)) return mayBeNone ? union([own, unicode]) : unicode;
  return types.some((type) => has(type, "unicode")) ? union([own, unicode]) : own;
};

/** The arguments that are text. */
const textArguments = (c: CallTypes): readonly string[] =>
  ["sub", "sep", "chars", "old", "new", "prefix"].filter((name) => c.has(name) && has(c.type(name), "str", "unicode"));

/** Whether the method works on unicode: the receiver or an argument is. */
const meetsUnicode = (c: CallTypes): boolean =>
  has(c.receiver, "unicode") || textArguments(c).some((name) => has(c.type(name), "unicode"));

/** The call with all its texts as what they meet as: beside unicode, `str` is decoded. */
function coerced(c: CallEmit, method: string): CallEmit {
  const names = textArguments(c);
  if (has(c.receiver, "str") && names.some((name) => has(c.type(name), "none") && has(c.typeOf(c.node(name)!), "json")))
    c.assume("A0103", `.${method}() with a null of JSON, which leaves a str as it is`);
  const all = [c.receiver, ...names.map((name) => c.type(name))];
  const clash = all.some((one, i) => all.slice(i + 1).some((other) => mixes(one, other)));
  if (!clash && (!isAscii(c.receiver) || !meetsUnicode(c))) return c;
  const types = new Map(names.map((name) => [name, c.type(name)]));
  const what = `.${method}() of str and unicode`;
  // Python makes all arguments before it decodes one.
  const given = c.names();
  const isEarly = (type: Type, later: readonly string[]): boolean =>
    isLoose(type) && later.some((name) => !isPlainNode(c.node(name)));
  if (isEarly(c.receiver, given) || given.some((name, i) => isEarly(c.type(name), given.slice(i + 1)))) {
    c.assume("A0106", what);
    return c;
  }
  const receiver = only(c.receiver, "str") && isText(c.receiver) ? unicode : c.receiver;
  return {
    ...c,
    receiver,
    receiverTs: asUnicode(c, c.receiverTs, c.receiver, what),
    ts: (name) => (types.has(name) ? asUnicode(c, c.ts(name), c.type(name), what) : c.ts(name)),
  };
}

/** Making it raises nothing. */
const isPlainNode = (node: py.Expression | null): boolean =>
  node !== null && (node.kind === "Str" || node.kind === "Num" || node.kind === "Name");

/** The flavour of the receiver and an argument joined. */
const joined = (c: CallTypes, ...names: string[]): Type => {
  const types = [c.receiver, ...names.filter((n) => c.has(n)).map((n) => c.type(n))];
  if (types.some(isUnicode)) return unicode;
  const flat = types.every(isAscii) ? asciiStr : str;
  return types.some((t) => has(t, "unicode")) ? union([flat, unicode]) : flat;
};

/**
 * A method's function in the runtime: those of a `str` count bytes and know ASCII only, those of a `unicode` count characters and know
 * Unicode. Of a text that may be either it is `str`'s, which is the same for ASCII.
 */
const featureOf = (c: CallEmit, method: string): ts.Expression => {
  const { receiver } = c;
  const isUnicode = countsCharacters(receiver);
  if (has(receiver, "unicode") && !isUnicode)
    c.assume("A0109", `.${method}() of text that may be str or unicode: the two differ beyond ASCII`);
  return c.runtime("python", isUnicode ? `unicode${method.charAt(0).toUpperCase()}${method.slice(1)}` : method);
};

/** A runtime function over the receiver and the arguments that are given. */
const runtime = (method: string, params: string, result: FunctionEntry["result"]): FunctionEntry =>
  fn(params, result, (given) => {
    const c = coerced(given, method);
    return call(featureOf(c, method), [c.receiverTs, ...inPlaces(c, parameterNames(params))]);
  });

/** One that does the same for both flavours of text. */
const plain = (method: string, params: string, result: FunctionEntry["result"]): FunctionEntry =>
  fn(params, result, (given) => {
    const c = coerced(given, method);
    return call(c.runtime("python", method), [c.receiverTs, ...inPlaces(c, parameterNames(params))]);
  });

/** `text.rstrip('/')` → `text.replace(/\/+$/, "")`, of ASCII text `text.strip()` → `text.trim()`. */
const strip = (name: Ends): FunctionEntry =>
  fn(`chars?:text|none!=${name}`, same, (given) => {
    const c = coerced(given, name);
    const chars = c.node("chars");
    const ends = chars?.kind === "Str" ? endsOf(name, chars.value) : null;
    if (ends) return method(c.receiverTs, "replace", [ends, string("")]);
    if (!c.has("chars") && isAscii(c.receiver)) return method(c.receiverTs, trims[name]);
    return call(featureOf(c, name), c.has("chars") ? [c.receiverTs, c.ts("chars")] : [c.receiverTs]);
  });

const predicate = (native: "startsWith" | "endsWith", feature: string): FunctionEntry =>
  fn(`prefix:text|tuple!=${feature}, start?:int|none, end?:int|none`, bool, (given): Emitted => {
    const c = coerced(given, feature);
    const prefix = c.type("prefix");
    if (prefix.k === "tuple" && !prefix.items.every((item) => only(item, "str", "unicode", "poison")))
      return `.${feature}() of a tuple of other than text`;
    if (prefix.k === "tuple" && prefix.items.some((item) => mixes(c.receiver, item)))
      c.assume("A0106", `.${feature}() of str and unicode`);
    if (!c.has("start") && only(c.type("prefix"), "str", "unicode"))
      return method(c.receiverTs, native, [c.ts("prefix")]);
    const args = inPlaces(c, ["prefix", "start", "end"]);
    return call(featureOf(c, feature), [c.receiverTs, ...args]);
  });

/** Positions count bytes in a `str`: native only where characters are bytes. */
const search = (native: "indexOf" | "lastIndexOf", feature: string): FunctionEntry =>
  fn("sub:text, start?:int|none, end?:int|none", int, (given) => {
    const c = coerced(given, feature);
    if (isAscii(c.receiver) && !c.has("start")) return method(c.receiverTs, native, [c.ts("sub")]);
    const args = inPlaces(c, ["sub", "start", "end"]);
    return call(featureOf(c, feature), [c.receiverTs, ...args]);
  });

/** `text.center(20, '*')`. */
const filled = (name: "center" | "ljust" | "rjust"): FunctionEntry => {
  const general = runtime(name, `width:int, fill?:text!=${name}`, same);
  return {
    ...general,
    emit: (c) =>
      has(c.receiver, "str") && c.has("fill") && has(c.type("fill"), "unicode")
        ? "a unicode character that a str is filled with: Python raises TypeError"
        : general.emit(c),
  };
};

/** Of ASCII text, where a character is a byte, `text.rjust(6)` → `text.padStart(6)`. */
const justify = (name: "ljust" | "rjust"): FunctionEntry => {
  const general = filled(name);
  return {
    ...general,
    emit: (c) =>
      isAscii(c.receiver) && !c.has("fill")
        ? method(c.receiverTs, name === "ljust" ? "padEnd" : "padStart", [c.ts("width")])
        : general.emit(c),
  };
};

/** `text.count('\n')` → `text.split("\n").length - 1`: neither counts what overlaps. */
const count = runtime("count", "sub:text, start?:int|none, end?:int|none", int);
const countNative: FunctionEntry = {
  ...count,
  emit: (c) => {
    const sub = c.node("sub");
    const isPlain = sub?.kind === "Str" && sub.value !== "" && isAsciiText(sub.value) && !c.has("start");
    if (!isPlain) return count.emit(c);
    const { receiverTs, ts: given } = coerced(c, "count");
    return binary("-", member(method(receiverTs, "split", [given("sub")]), "length"), number(1));
  },
};

const changeCase = (name: "upper" | "lower"): FunctionEntry =>
  fn("", same, (c) => {
    const native = name === "upper" ? "toUpperCase" : "toLowerCase";
    if (isAscii(c.receiver)) return method(c.receiverTs, native);
    return call(featureOf(c, name), [c.receiverTs]);
  });

const JOINS = "can only join an iterable";

const join_ = fn(
  "items",
  (c) => {
    const elem = c.type("items");
    const inner =
      only(elem, "list", "set", "iter") && "elem" in elem ? elem.elem.type : elem.k === "tuple" ? elem.items : elem;
    const types = Array.isArray(inner) ? (inner as readonly Type[]) : [inner as Type];
    // Bodies that are joined are text, whatever comes of the whole.
    for (const m of members(elem)) {
      if ("elem" in m) asText(m.elem.type);
      else if (m.k === "tuple") m.items.forEach(asText);
      else if (m.k === "dict") asText(m.key.type);
    }
    if (only(c.receiver, "unicode")) return unicode;
    const plain = isAscii(c.receiver) && types.every((t) => isAscii(t) || readsUnicode(t)) ? asciiStr : str;
    const made = madeOf([...(has(c.receiver, "unicode") ? [c.receiver] : []), ...types], plain);
    // Of no items at all it is `str`; the texts of a JSON value are unicode.
    const node = c.node("items");
    const written = node?.kind === "List" || node?.kind === "Tuple" ? node.elts.map((e) => c.typeOf(e)) : [];
    if (written.length > 0) return madeOf([...(has(c.receiver, "unicode") ? [c.receiver] : []), ...written], plain);
    return made === unicode ? unicodeOrAscii : made;
  },
  (c): Emitted => {
    const type = c.type("items");
    const elem = type.k === "list" || type.k === "iter" || type.k === "set" ? type.elem.type : null;
    const held = type.k === "tuple" ? union(type.items) : (elem ?? type);
    namesKinds(c, held);
    if (members(held).some(isOldInstance)) return "a text joined from objects of an old-style class";
    const isAsked = has(type, "none", "int", "long", "float", "bool", "unknown", "json");
    const asked = isAsked ? call(c.runtime("python", "iterableOr"), [c.ts("items"), string(JOINS)]) : c.ts("items");
    const pieces = iterableTs(c, asked, type);
    if (typeof pieces === "string") return pieces;
    if (has(c.resultType, "unicode") && isLoose(held)) {
      // Each `str` among them is decoded.
      if (only(held, "str") && (type.k === "list" || type.k === "tuple")) {
        const decoded = method(c.ts("items"), "map", [
          arrow([id("text")], call(c.runtime("python", "decodeAscii"), [id("text")])),
        ]);
        return method(decoded, "join", [asUnicode(c, c.receiverTs, c.receiver, ".join() of str and unicode")]);
      }
      c.assume("A0106", ".join() of str and unicode");
    }
    const it = pieces;
    // What is known only when running is asked for what it goes over in the same call.
    const isAny = isAsked && pieces.type === "CallExpression" && pieces.arguments.length === 1 && pieces !== asked;
    const joinedBy = (separator: ts.Expression, ...kind: ts.Expression[]): ts.Expression =>
      isAny && pieces.callee === c.runtime("python", "iterate")
        ? call(c.runtime("python", "joinAny"), [separator, c.ts("items"), ...kind])
        : call(c.runtime("python", "join"), [separator, it, ...kind]);
    if (has(c.resultType, "unicode")) {
      const separator = asUnicode(c, c.receiverTs, c.receiver, ".join() of str and unicode");
      // It is decoded once there is something to stand between.
      if (separator !== c.receiverTs) return joinedBy(c.receiverTs, string("unicode items"));
      if (has(c.receiver, "unicode") && has(c.receiver, "str"))
        c.assume("A0103", "an error of .join() that names the kind of its separator");
      const kind = has(c.receiver, "unicode") ? "unicode" : "unicode items";
      return joinedBy(separator, string(kind));
    }
    if (type.k === "list" && elem && members(elem).every((m) => m.k === "str" || m.k === "unicode")) {
      return method(c.ts("items"), "join", [c.receiverTs]);
    }
    return joinedBy(c.receiverTs);
  },
);

/** `split('x')` of a non-empty separator is native. */
const split = fn(
  "sep?:text|none, count?:int",
  (c) => listOf(c.clock, same(c)),
  (given): Emitted => {
    const c = coerced(given, "split");
    const sep = c.node("sep");
    if (sep?.kind === "Str" && sep.value !== "" && !c.has("count")) return method(c.receiverTs, "split", [c.ts("sep")]);
    const args = inPlaces(c, ["sep", "count"]);
    return call(featureOf(c, "split"), [c.receiverTs, ...args]);
  },
);

const replace = fn(
  "old:text, new:text, count?:int",
  (c) => joined(c, "old", "new"),
  (given): Emitted => {
    const c = coerced(given, "replace");
    const old = c.node("old");
    const next = c.node("new");
    // `$` is special in the replacement of replaceAll, and an empty pattern differs on text beyond ASCII.
    if (
      old?.kind === "Str" &&
      old.value !== "" &&
      next?.kind === "Str" &&
      !next.value.includes("$") &&
      !c.has("count")
    ) {
      return method(c.receiverTs, "replaceAll", [c.ts("old"), c.ts("new")]);
    }
    const args = inPlaces(c, ["old", "new", "count"]);
    return call(featureOf(c, "replace"), [c.receiverTs, ...args]);
  },
);

const format = fn(
  "*args, **fields",
  (c) => (has(c.receiver, "unicode") ? unicode : str),
  () => "format() of a text that is not a literal",
);

const isNamed = (node: py.Expression | null, encoding: string): boolean =>
  node?.kind === "Str" && node.value.toLowerCase() === encoding;

const isRot13 = (node: py.Expression | null): boolean => node?.kind === "Str" && /^rot[-_ ]?13$/i.test(node.value);

const encode = fn(
  "encoding?:text, errors?:text",
  (c) => {
    if (isNamed(c.node("encoding"), "hex") || isNamed(c.node("encoding"), "base64")) return asciiStr;
    return has(c.receiver, "unicode") && isText(c.receiver) ? str : c.receiver;
  },
  (c): Emitted => {
    const node = c.node("encoding");
    const name = encodingName(node);
    // A `str` is made unicode first.
    const source = asUnicode(c, c.receiverTs, c.receiver, `.encode() of a str`);
    if (name === "utf8") return source;
    if (name === "ascii" && node) {
      if (source !== c.receiverTs) return source;
      const errors = c.node("errors");
      if (errors?.kind === "Str") return call(c.runtime("python", "encodeAscii"), [c.receiverTs, string(errors.value)]);
      return call(c.runtime("python", "encodeAscii"), [c.receiverTs]);
    }
    const errors = c.node("errors");
    const single = node?.kind === "Str" ? singleByteName(node.value) : null;
    if (single && (isAscii(c.receiver) || source !== c.receiverTs)) return source;
    if (single && readsUnicode(c.receiver) && (!errors || errors.kind === "Str"))
      return call(c.runtime("python", "encodeSingleByte"), [
        c.receiverTs,
        string(single),
        ...(errors ? [string(errors.value)] : []),
      ]);
    // Of unicode with other than ASCII characters Python raises UnicodeEncodeError.
    if ((isNamed(node, "hex") || isNamed(node, "base64")) && !errors && (c.receiver.k === "str" || isAscii(c.receiver)))
      return call(c.runtime("python", name === "hex" ? "hexDigits" : "base64EncodeLines"), [c.receiverTs]);
    if (isRot13(node) && !errors && isAscii(c.receiver)) return call(c.runtime("python", "rot13"), [c.receiverTs]);
    return name === null ? "encoding to Python's default or an encoding that is not a literal" : `encoding to ${name}`;
  },
);

/** All but `encode` and `decode` take no keywords, and `format` has those of its text. */
const byPlace: Readonly<Record<string, Entry>> = {
  strip: strip("strip"),
  lstrip: strip("lstrip"),
  rstrip: strip("rstrip"),
  split,
  rsplit: runtime("rsplit", "sep?:text|none, count?:int", (c) => listOf(c.clock, same(c))),
  splitlines: runtime("splitlines", "keepends?:int|bool!^", (c) => listOf(c.clock, same(c))),
  replace,
  join: join_,
  startswith: predicate("startsWith", "startswith"),
  endswith: predicate("endsWith", "endswith"),
  find: search("indexOf", "find"),
  rfind: search("lastIndexOf", "rfind"),
  index: runtime("index", "sub:text, start?:int|none, end?:int|none", int),
  rindex: runtime("rindex", "sub:text, start?:int|none, end?:int|none", int),
  count: countNative,
  upper: changeCase("upper"),
  lower: changeCase("lower"),
  title: runtime("title", "", same),
  capitalize: runtime("capitalize", "", same),
  swapcase: runtime("swapcase", "", same),
  zfill: runtime("zfill", "width:int", same),
  center: filled("center"),
  ljust: justify("ljust"),
  rjust: justify("rjust"),
  expandtabs: runtime("expandtabs", "size?:int", same),
  // The same for characters and bytes.
  partition: plain("partition", "sep:text", (c) => tupleOf([same(c), joined(c, "sep"), same(c)])),
  rpartition: plain("rpartition", "sep:text", (c) => tupleOf([same(c), joined(c, "sep"), same(c)])),
  isdigit: runtime("isdigit", "", bool),
  isalpha: runtime("isalpha", "", bool),
  isalnum: runtime("isalnum", "", bool),
  isspace: runtime("isspace", "", bool),
  isupper: runtime("isupper", "", bool),
  islower: runtime("islower", "", bool),
  istitle: runtime("istitle", "", bool),
  translate: fn(
    "table:text|none|dict, deleted?:text",
    (c) =>
      only(c.receiver, "unicode") ? unicode : isAscii(c.receiver) && only(c.type("table"), "none") ? asciiStr : str,
    (c): Emitted => {
      const table = c.type("table");
      if (only(c.receiver, "unicode") && table.k === "dict" && !c.has("deleted")) {
        const fits = [table.key.type, without(table.value.type, "none", "unicode")].every(
          (t) => only(t, "int") || t.k === "never",
        );
        if (!fits) return "translate() of unicode by what is no dict of code points";
        return call(c.runtime("python", "translateUnicode"), [c.receiverTs, c.ts("table")]);
      }
      const names = ["table", "deleted"].filter((name) => c.has(name));
      if (!only(c.receiver, "str") || names.some((name) => has(c.type(name), "unicode")))
        return "translate() of unicode: its table is a dict of code points";
      return call(c.runtime("python", "translate"), [c.receiverTs, ...names.map((name) => c.ts(name))]);
    },
  ),
};

export const textMethods: Readonly<Record<string, Entry>> = {
  ...byPosition(byPlace),
  format,
  encode,
  decode: fn(
    "encoding?:text, errors?:text",
    (c) => {
      const encoding = c.node("encoding");
      return isNamed(encoding, "base64") ? usedBytes(c) : isNamed(encoding, "hex") ? str : unicode;
    },
    (c): Emitted => {
      // Unicode is made `str` first, as ASCII.
      const isUnicode = readsUnicode(c.receiver);
      const text = isUnicode ? call(c.runtime("python", "encodeAscii"), [c.receiverTs]) : c.receiverTs;
      const encoding = c.node("encoding");
      if (isNamed(encoding, "base64") && !c.has("errors"))
        return asUsed(c, call(c.runtime("python", "bytesFromBase64"), [text]));
      if (isRot13(encoding) && !c.has("errors") && isAscii(c.receiver))
        return call(c.runtime("python", "rot13"), [text]);
      return decoding(c, text, isUnicode ? asciiStr : c.receiver, c.node("encoding"), c.node("errors"));
    },
  ),
};
