import { str, type Type, unicode } from "../analysis/types.ts";
import { call, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { Barrel } from "./entry.ts";
import { holdsHiddenKinds } from "../analysis/hidden-kinds.ts";
import { has, isAscii, isText, only } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";
import { holds } from "../analysis/comparable.ts";

/** What is asked of a place where `str` meets `unicode`. */
export interface MixtureEmit {
  runtime(barrel: Barrel, name: string): ts.Expression;
  assume(code: string, message: string): void;
}

/** Text of the type reads as unicode: it is that, or ASCII. */
export const readsUnicode = (type: Type): boolean =>
  has(type, "unicode") && members(type).every((m) => m.k === "unicode" || isAscii(m));

/** What is made of texts of these types: unicode where one of them is, either where one may be. */
export function madeOf(types: readonly Type[], plain: Type = str): Type {
  const mayBe = (type: Type): boolean => has(type, "unicode", "json");
  if (types.some((type) => mayBe(type) && !has(type, "str", "bytes", "unknown"))) return unicode;
  return types.some(mayBe) ? union([plain, unicode]) : plain;
}

/** A `str` that may hold a byte above 127. */
export const isLoose = (type: Type): boolean => members(type).some((m) => m.k === "str" && !m.ascii);

/** Whether a `str` beyond ASCII may meet `unicode` where values of the two types do, in containers too. */
export const mixes = (a: Type, b: Type): boolean => mixesOnce(a, b) || mixesOnce(b, a);

function mixesOnce(a: Type, b: Type, depth = 0): boolean {
  if (depth > 4) return false;
  if (has(a, "unicode", "json") && isLoose(b)) return true;
  return members(a).some((m) =>
    members(b).some((n) => {
      if ("elem" in m && "elem" in n) return eitherWay(m.elem.type, n.elem.type, depth);
      if (m.k === "tuple" && n.k === "tuple")
        return m.items.some((item, i) => n.items[i] && eitherWay(item, n.items[i], depth));
      return (
        m.k === "dict" &&
        n.k === "dict" &&
        (eitherWay(m.key.type, n.key.type, depth) || eitherWay(m.value.type, n.value.type, depth))
      );
    }),
  );
}

const eitherWay = (a: Type, b: Type, depth: number): boolean =>
  mixesOnce(a, b, depth + 1) || mixesOnce(b, a, depth + 1);

/** Types among whose values `str` beyond ASCII and `unicode` both are. */
export const holdsMixture = (type: Type): boolean => mixes(type, type);

/** Text where Python needs `unicode`: a `str` is decoded as ASCII, with a UnicodeDecodeError for other bytes. */
export function asUnicode(c: MixtureEmit, value: ts.Expression, type: Type, what: string): ts.Expression {
  if (!isLoose(type) || isAscii(type)) return value;
  if (only(type, "str") && isText(type)) return call(c.runtime("python", "decodeAscii"), [value]);
  c.assume("A0106", what);
  return value;
}

/** Text where Python needs `str`: unicode is encoded as ASCII, with a UnicodeEncodeError for other characters. */
export function asStr(c: MixtureEmit, value: ts.Expression, type: Type, what: string): ts.Expression {
  if (!has(type, "unicode", "json") || isAsciiLiteral(value)) return value;
  if (readsUnicode(type)) return call(c.runtime("python", "encodeAscii"), [value]);
  if (only(type, "unicode", "json", "none")) return call(c.runtime("python", "encodeAsciiText"), [value]);
  c.assume("A0105", what);
  return value;
}

const isAsciiLiteral = (value: ts.Expression): boolean =>
  value.type === "Literal" && typeof value.value === "string" && /^[\0-\x7f]*$/.test(value.value);

/** How the runtime is to count a text of the type: by bytes, as `str`, which is also what one counts as that may be either. */
export const countsBytes = (type: Type): boolean => isLoose(type) || has(type, "unknown");

/** Text of the type counts characters: it is unicode, or a `str` of ASCII, of which characters and bytes are the same. */
export const countsCharacters = (type: Type): boolean => isText(type) && has(type, "unicode") && !isLoose(type);

/** Text of the type may be `str` or unicode, so that it is not known whether it counts bytes or characters. */
export const isEither = (type: Type): boolean =>
  has(type, "unknown") || (isLoose(type) && has(type, "unicode", "json"));

/** A key that is looked up among others: a `str` beyond ASCII is not equal to unicode in Python. */
export function meetsKeys(c: MixtureEmit, keys: Type, key: Type): void {
  if (mixes(keys, key)) c.assume("A0106", "a str looked up among unicode keys, or the other way round");
}

/** What a lookup is told of its key, for the KeyError that shows it: `u'name'`. A key that may be `str` too is reported. */
export function keyText(c: MixtureEmit, key: Type): ts.Expression[] {
  if (has(key, "float")) c.assume("A0103", "a KeyError that shows a whole float as an int");
  else if (has(key, "long")) c.assume("A0103", "a KeyError that shows a long as an int");
  else if (holdsHiddenKinds(key))
    c.assume("A0103", "a KeyError of a tuple: unicode, whole floats and tuples in it show as str, ints and lists");
  if (!holds(key, "unicode") && !holds(key, "json") && !holds(key, "unknown")) return [];
  if (has(key, "unicode", "json") && !has(key, "str", "unknown", "tuple", "sequence")) return [string("unicode")];
  c.assume("A0103", "a key that a KeyError shows");
  return [];
}

/** What an error is told to call a text of the type: `unicode` where it comes from JSON, or is that; `str` is what it says by itself. */
export const namedText = (type: Type): ts.Expression[] =>
  has(type, "json", "unicode") && !has(type, "str") ? [string("unicode")] : [];

/** An error that names the kind of a text says `str` of what may be either. */
export function namesText(c: Pick<MixtureEmit, "assume">, type: Type): void {
  if (has(type, "str") && has(type, "unicode", "json")) c.assume("A0103", "an error that names unicode a str");
}

/** `iterate(x)`: a `str` is gone through by bytes. */
export function iterateCall(c: MixtureEmit, value: ts.Expression, type: Type): ts.Expression {
  if (isEither(type)) c.assume("A0109", "going over a value that may be str or unicode: the two differ beyond ASCII");
  namesKinds(c, type);
  if (isLoose(type) && !isEither(type) && isText(type))
    c.assume(
      "A0109",
      "going over the bytes of a text one by one: pieces of a character that are joined again are not equal to it",
    );
  const args = countsBytes(type) ? [value, string("str")] : [value];
  return call(c.runtime("python", "iterate"), args);
}

/**
 * What Python refuses to do with a value it names by its type: a whole float is an int here, and so is a long that fits one, and a tuple a
 * list.
 */
export function namesKinds(c: Pick<MixtureEmit, "assume">, type: Type): void {
  if (has(type, "float")) c.assume("A0103", "an error that names a whole float an int");
  if (has(type, "tuple", "sequence")) c.assume("A0103", "an error that names a tuple a list");
  if (has(type, "long")) c.assume("A0103", "an error that names a long an int");
}
