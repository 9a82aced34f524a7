import { ANSWERS, answerOrElse } from "./answers.ts";
import { type Type } from "../analysis/types.ts";
import { awaited, call } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { CallEmit } from "./entry.ts";
import { has, isAscii } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";

/** Where a document is read from: a path, an open file, an answer. */
export const SOURCE = `text|file|sys.stdin|StringIO.StringIO|${ANSWERS.join("|")}`;

/** What XML holds reads as `unicode`; Python has `str` for some of it, which only `repr()` and questions for the type tell apart. */
export const assumeUnicode = (c: CallEmit): void =>
  c.assume("A0126", "text from XML is taken for unicode, also where Python gives a str of ASCII");

/** Reports text that is put into a tree as bytes. */
export function checkText(c: CallEmit, ...names: readonly string[]): void {
  const bytes = (t: Type): boolean => t.k === "str" && !isAscii(t);
  if (names.some((name) => c.has(name) && members(c.type(name)).some(bytes)))
    c.assume("A0106", "a str with other than ASCII characters in an XML tree cannot be written by Python");
}

/** Reports text that is put into a tree of ElementTree as unicode, which it is when it is asked for again. */
export function checkUnicode(c: Pick<CallEmit, "assume">, ...types: readonly Type[]): void {
  if (types.some((type) => members(type).some((m) => m.k === "json" || (m.k === "unicode" && !m.shrinks))))
    c.assume("A0126", "unicode in an XML tree is taken for str where it is ASCII");
}

/** The runtime function for a document that is given as text: one that is `unicode` must be ASCII, as Python makes it. */
export function parseText(c: CallEmit, name: string, feature: string): ts.Expression {
  assumeUnicode(c);
  const isUnicode = has(c.type(name), "unicode", "json");
  return call(c.runtime("python", isUnicode ? `${feature}OfUnicode` : feature), [c.ts(name)]);
}

/** A document from its source: from the text of an answer, which is awaited, or from anything else. */
export const parseSource = (
  c: CallEmit,
  name: string,
  ofText: (text: ts.Expression) => ts.Expression,
  ofOther: (source: ts.Expression) => ts.Expression,
): ts.Expression =>
  answerOrElse(c, name, (answer) => ofText(awaited(call(c.runtime("http", "readText"), [answer]))), ofOther);
