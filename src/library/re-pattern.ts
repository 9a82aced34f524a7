import { libOf, lib, str, asciiStr, type Type, unicode, unicodeOrAscii } from "../analysis/types.ts";
import { call, string as text } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { BaseException } from "../runtime/python/exceptions/BaseException.ts";
import { type ConvertedPattern, convertPattern } from "../runtime/python/re/convertPattern.ts";
import { UnsupportedPattern } from "../runtime/python/re/UnsupportedPattern.ts";
import { fromByteString } from "../runtime/python/text/fromByteString.ts";
import type { CallEmit, CallTypes } from "./entry.ts";
import { has, isAscii, only } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";
import { readsUnicode, madeOf } from "./mixed-text.ts";

export const PATTERN = "re.Pattern";
export const MATCH = "re.Match";

/** Python's numbers for the flags of `re`. */
export const flagValues: Readonly<Record<string, number>> = {
  I: 2,
  IGNORECASE: 2,
  L: 4,
  LOCALE: 4,
  M: 8,
  MULTILINE: 8,
  S: 16,
  DOTALL: 16,
  U: 32,
  UNICODE: 32,
  X: 64,
  VERBOSE: 64,
};

/** A pattern that the program text gives. */
export interface WrittenPattern {
  readonly pattern: string;
  readonly flags: number;
  readonly textType: "str" | "unicode";
}

/** What is known of the pattern of a call: converted, refused, raising `re.error`, or known only when it runs. */
export type Known =
  | { readonly kind: "converted"; readonly written: WrittenPattern; readonly converted: ConvertedPattern }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "dynamic" };

const dynamic: Known = { kind: "dynamic" };
const converted = new Map<string, Known>();

function convert(written: WrittenPattern): Known {
  const key = JSON.stringify(written);
  let known = converted.get(key);
  if (!known) converted.set(key, (known = convertNow(written)));
  return known;
}

function convertNow(written: WrittenPattern): Known {
  try {
    return { kind: "converted", written, converted: convertPattern(written.pattern, written.flags, written.textType) };
  } catch (error) {
    if (error instanceof UnsupportedPattern)
      return { kind: "refused", reason: `the regular expression has ${error.message}` };
    // Python raises it when the line runs, and so does the runtime's own conversion.
    if (error instanceof BaseException) return dynamic;
    throw error;
  }
}

/** The text of a literal, or of literals added together; null when it is not one. */
function literalText(
  node: py.Expression | null,
): { readonly value: string; readonly textType: "str" | "unicode" } | null {
  if (node?.kind === "Str") {
    const textType = node.type === "unicode" ? "unicode" : "str";
    return { value: textType === "str" ? fromByteString(node.value) : node.value, textType };
  }
  if (node?.kind !== "BinOp" || node.op !== "+") return null;
  const left = literalText(node.left);
  const right = literalText(node.right);
  return left && right && left.textType === right.textType
    ? { value: left.value + right.value, textType: left.textType }
    : null;
}

/** The number that `re.I | re.M` is; null when it is not written so. */
export function literalFlags(node: py.Expression | null): number | null {
  if (node === null) return 0;
  if (node.kind === "Num" && node.number.type === "int") return Number(node.number.value);
  if (node.kind === "Attribute" && node.value.kind === "Name" && node.value.id === "re")
    return flagValues[node.attr] ?? null;
  if (node.kind !== "BinOp" || node.op !== "|") return null;
  const left = literalFlags(node.left);
  const right = literalFlags(node.right);
  return left === null || right === null ? null : left | right;
}

/** What is known of the `pattern` and `flags` arguments of a call. */
export function knownPattern(c: CallTypes): Known {
  const type = c.type("pattern");
  if (type.k === "lib") return knownOf(type);
  const literal = literalText(c.node("pattern"));
  const flags = literalFlags(c.node("flags"));
  if (!literal || flags === null) return dynamic;
  return convert({ pattern: literal.value, flags, textType: literal.textType });
}

/** What is known of a compiled pattern or a match. */
export function knownOf(type: Type): Known {
  if (type.k !== "lib" || type.detail === undefined) return dynamic;
  const { written } = readDetail(type.detail);
  return written ? convert(written) : dynamic;
}

/** How the text that a match was found in counts. */
/** `either`: str or unicode; `partly`: unicode, or a `str` of ASCII. */
export type SubjectKind = "ascii" | "str" | "unicode" | "either" | "partly";

interface Detail {
  readonly written: WrittenPattern | null;
  readonly subject: SubjectKind;
}

const readDetail = (detail: string): Detail => JSON.parse(detail) as Detail;

const detailed = (name: string, known: Known, subject: SubjectKind): Type => {
  const written = known.kind === "converted" ? known.written : null;
  const detail: Detail = { written, subject };
  return libOf(name, JSON.stringify(detail));
};

export const patternType = (known: Known): Type =>
  known.kind === "converted" ? detailed(PATTERN, known, "str") : lib(PATTERN);
export const matchType = (known: Known, subject: Type): Type => detailed(MATCH, known, subjectKind(subject));

export const subjectOf = (type: Type): SubjectKind =>
  type.k === "lib" && type.detail !== undefined ? readDetail(type.detail).subject : "str";

export function subjectKind(type: Type): SubjectKind {
  const all = members(type);
  if (all.length > 0 && all.every(isAscii)) return "ascii";
  if (only(type, "unicode", "json")) return "unicode";
  return readsUnicode(type) ? "partly" : has(type, "unicode", "json") ? "either" : "str";
}

const subjectTypes: Readonly<Record<SubjectKind, Type>> = {
  ascii: asciiStr,
  str,
  unicode,
  either: union([str, unicode]),
  partly: unicodeOrAscii,
};

/** What a text is matched as: where it may be either, as `str`. */
export function matchedAs(type: Type): "ascii" | "str" | "unicode" {
  const kind = subjectKind(type);
  return kind === "either" ? "str" : kind === "partly" ? "unicode" : kind;
}

/** The type of a piece of a text. */
export const pieceType = (kind: SubjectKind): Type => subjectTypes[kind];

/** The type of texts put together from several. */
export const joinedType = (...types: readonly Type[]): Type =>
  madeOf(types, types.every((t) => ["ascii", "partly"].includes(subjectKind(t))) ? asciiStr : str);

/** `/source/flags` as the conversion made it, with more flags or an anchor. */
export function expressionLiteral(
  { source, flags, alternatives }: ConvertedPattern,
  use: { readonly flag?: "g"; readonly anchor?: true } = {},
): ts.Expression {
  const anchored = use.anchor ? `^${alternatives ? `(?:${source})` : source}` : source;
  const all = [...flags, use.flag ?? ""].toSorted().join("");
  return {
    type: "Literal",
    value: new RegExp(anchored, all),
    raw: `/${anchored}/${all}`,
    regex: { pattern: anchored, flags: all },
  };
}

/** The pattern of a call as a RegExp; the reason when it has no counterpart. */
export function patternOperand(c: CallEmit, known: Known): ts.Expression | string {
  if (known.kind === "refused") return known.reason;
  if (c.receiver.k !== "never") return c.receiverTs;
  const type = c.type("pattern");
  if (has(type, "lib")) return only(type, "lib") ? c.ts("pattern") : "a pattern that may be compiled or not";
  if (known.kind === "converted") return expressionLiteral(known.converted);
  const isUnicode = only(type, "unicode");
  const flags = c.has("flags") ? [c.ts("flags")] : isUnicode ? [{ type: "Literal", value: 0, raw: "0" } as const] : [];
  return call(c.runtime("python", "compilePattern"), [
    c.ts("pattern"),
    ...flags,
    ...(isUnicode ? [text("unicode")] : []),
  ]);
}

/** Whether the pattern stands in the call itself, so that its literal can be written to fit. */
export const isInline = (c: CallEmit, known: Known): known is Known & { kind: "converted" } =>
  known.kind === "converted" && c.receiver.k === "never" && !has(c.type("pattern"), "lib");

/**
 * Reports what a use of a pattern on a text assumes; gives the reason when Python's meaning cannot be kept.
 *
 * @param repeated all matches are looked for, so that an empty one may lie between two bytes of a character.
 */
export function checkSubject(c: CallEmit, known: Known, repeated: boolean): string | null {
  const kind = matchedAs(c.type("string"));
  if (known.kind === "dynamic") {
    if (kind === "str") c.assume("A0111", "a pattern made at run time is matched on characters, not bytes");
    return null;
  }
  if (known.kind === "refused") return known.reason;
  const { converted: pattern, written } = known;
  if (pattern.beyondAscii && (kind === "unicode") !== (written.textType === "unicode") && kind !== "ascii") {
    return "a pattern with characters beyond ASCII, of one type of text, on the other";
  }
  if (kind === "str" && (!pattern.indifferent || (repeated && pattern.nullable && !pattern.anchored))) {
    c.assume(
      "A0111",
      `${pattern.indifferent ? "an empty match between two bytes of a character" : "`.` or a set takes one byte, where the translation takes a character"}`,
    );
  }
  if (kind === "unicode" && pattern.countsUnits) c.assume("A0111", "characters beyond U+FFFF count as two");
  if (kind === "str" && pattern.unicodeTables)
    c.assume("A0111", "under re.U Python takes the bytes of a str for Latin-1");
  if (kind === "unicode" && pattern.unicodeTables) c.assume("A0112", "re.U asks Unicode's tables");
  return null;
}
