import { encodingName } from "./encoding-name.ts";
import { asStr } from "./mixed-text.ts";
import { refusals } from "./signature.ts";
import { type Type } from "../analysis/types.ts";
import { call, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { type CallEmit, type Emitted } from "./entry.ts";
import { isAscii, isText, only } from "../analysis/kinds.ts";

/** `bytes.decode('utf-8')`, `unicode(s, 'utf-8')`: text is UTF-8 already, unless it has bytes that are not, or pieces of characters. */
export function decoding(
  c: CallEmit,
  ts_: ts.Expression,
  type: Type,
  encoding: py.Expression | null,
  errorsNode: py.Expression | null,
): Emitted {
  const name = encodingName(encoding);
  if (errorsNode && literal(errorsNode) === null) return "decoding with a way of handling errors that is not a literal";
  if (!isText(type)) return "decoding a value that is not known to be text";
  const errors = errorsNode ? literal(errorsNode) : "strict";
  const given = errors === "strict" || errors === null ? [] : [string(errors)];
  const single = singleByteName(literal(encoding));
  if (name === "utf8" || name === "ascii" || name === "usascii") {
    if (isAscii(type)) return ts_;
    if (errors !== "strict" && errors !== "ignore" && errors !== "replace")
      return "decoding with another way of handling errors than strict, ignore and replace";
    if (name !== "utf8" && only(type, "str")) return call(c.runtime("python", "decodeAscii"), [ts_, ...given]);
    if (only(type, "str")) return call(c.runtime("python", "decodeUtf8Text"), [ts_, ...given]);
    c.assume("A0107", `the text decodes as ${name}; bytes that do not would raise UnicodeDecodeError in Python`);
    return ts_;
  }
  if ((single || name === "hex") && !only(type, "str") && !isAscii(type)) return `decoding unicode text from ${name}`;
  if (single && errors !== null)
    return isAscii(type) ? ts_ : call(c.runtime("python", "decodeSingleByte"), [ts_, string(single), ...given]);
  if (literal(encoding)?.toLowerCase() === "hex" && !errorsNode) return call(c.runtime("python", "decodeHex"), [ts_]);
  if (encoding && literal(encoding) === null && only(type, "str") && isErrors(errors))
    return call(c.runtime("python", "decodeFrom"), [ts_, named(c, encoding), ...given]);
  return encoding
    ? `decoding from ${literal(encoding) ?? "an encoding that is not a literal"}`
    : "decoding from Python's default encoding";
}

const isErrors = (errors: string | null): boolean => ["strict", "ignore", "replace"].includes(errors ?? "");

/** An encoding that is found when the program runs: what may be no text is looked at. */
const named = (c: CallEmit, node: py.Expression): ts.Expression =>
  only(c.typeOf(node), "str", "unicode")
    ? asStr(c, c.translate(node), c.typeOf(node), "the name of an encoding")
    : call(c.runtime("python", "requireTextOr"), [c.translate(node), string(refusals["=encoding"] ?? "")]);

const literal = (node: { kind: string; value?: unknown } | null): string | null =>
  node?.kind === "Str" ? String(node.value) : null;

/** The encodings of one byte a character that are translated, under the names that Python has for them. */
export function singleByteName(name: string | null): "latin-1" | "cp1252" | null {
  if (name === null) return null;
  if (/^(latin|latin[-_ ]?1|l1|iso8859|iso[-_ ]?8859[-_ ]1)$/i.test(name)) return "latin-1";
  return /^(cp1252|windows[-_]1252|1252)$/i.test(name) ? "cp1252" : null;
}
