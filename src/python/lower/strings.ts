import type { Expression, FormattedValue, JoinedStr, Span, Str } from "../ast.ts";
import { decodeBytes, decodeUnicode, stringParts } from "../string-literal.ts";
import type { Context } from "./context.ts";
import { childOf, hasToken, namedChildren, type SyntaxNode } from "./syntax-node.ts";

/** What `declaredUtf8` has for a byte that is not UTF-8: fine in a byte string, refused in a unicode one. */
const UNDECODED_BYTE = /(?<![\ud800-\udbff])[\udc80-\udcff]/;

type Decoded = Pick<Str, "type" | "value" | "triple">;

/** A `string` node: the literals the scanner joined there, or one f-string, or a plain string inside an f-string. */
export function lowerString(node: SyntaxNode, context: Context): Expression {
  return context.isFormatted(node.start) ? formatted(node, context) : lowerPlainString(node, context);
}

/** One literal, or those that the scanner joined. */
export function lowerPlainString(span: Span, context: Context): Expression {
  const spans = context.scan.strings.get(span.start);
  if (spans === undefined) {
    const { start, end } = span;
    const { type, value, triple } = decode(span, context);
    return { kind: "Str", start, end, type, value, triple };
  }
  return joined(
    spans.map((each) => decode(each, context)),
    span,
    context,
  );
}

/** Adjacent strings with an f-string among them (others the scanner has joined). */
export function lowerConcatenation(node: SyntaxNode, context: Context): Expression {
  const pieces = namedChildren(node).map((child) => context.expression(child, node));
  const parts = pieces.flatMap((piece): JoinedStr["parts"] =>
    piece.kind === "JoinedStr" ? piece.parts : piece.kind === "Str" ? [piece.value] : [],
  );
  if (pieces.some((piece) => piece.kind === "JoinedStr")) {
    if (pieces.some((piece) => piece.kind === "Str" && piece.type === "bytes")) return mixed(node, context);
    return { kind: "JoinedStr", ...spanOf(node), parts };
  }
  return joined(
    pieces.filter((piece) => piece.kind === "Str"),
    node,
    context,
  );
}

/** CPython 2.7's rule: one unicode literal makes the whole unicode, and then the byte strings must be ASCII. */
function joined(pieces: readonly Decoded[], node: Span, context: Context): Expression {
  const first = pieces[0];
  const type = pieces.some((piece) => piece.type === "unicode") ? "unicode" : "bytes";
  if (context.scan.dialect === "python3" && pieces.some((piece) => piece.type !== type)) return mixed(node, context);
  const value = pieces.length === 1 && first ? first.value : pieces.map((piece) => piece.value).join("");
  if (type === "unicode" && pieces.some((piece) => piece.type === "bytes" && /[^\0-\x7f]/.test(piece.value))) {
    return context.invalidExpression("a byte string with non-ASCII bytes cannot be joined to a unicode string", node);
  }
  return { kind: "Str", ...spanOf(node), type, value, triple: first?.triple ?? false };
}

/** Python 3 joins text to text and bytes to bytes. */
function mixed(node: Span, context: Context): Expression {
  return context.invalidExpression("bytes cannot be joined to text", node);
}

function decode(literal: Span, context: Context): Decoded {
  const { prefix, body, triple } = stringParts(context.textOf(literal));
  const { futures, dialect } = context.scan;
  const unicode = prefix.includes("u") || (!prefix.includes("b") && futures.has("unicode_literals"));
  const raw = prefix.includes("r");
  if (!unicode) {
    const value = decodeBytes(body, raw, context.encoding);
    if (value === null) context.problem("expected two hexadecimal digits after \\x", literal);
    return { type: "bytes", value: value ?? "", triple };
  }
  if (UNDECODED_BYTE.test(body)) context.problem("a byte of this unicode string is not utf-8", literal);
  const result = decodeUnicode(body, raw ? dialect : "no");
  if ("text" in result) return { type: "unicode", value: result.text, triple };
  const message =
    result.bad === "\\N"
      ? "\\N is not followed by the name of a character in braces"
      : `${result.bad} is followed by too few digits, or too large`;
  context.problem(message, literal);
  return { type: "unicode", value: "", triple };
}

function formatted(node: SyntaxNode, context: Context): JoinedStr {
  const raw = /^.?[rR]/.test(context.text.slice(node.start, node.start + 2));
  const parts = node.children.flatMap((child): JoinedStr["parts"] => {
    if (child.type === "interpolation") return [replacementField(child, context)];
    if (child.type !== "string_content") return [];
    const text = context.textOf(child).replaceAll("{{", "{").replaceAll("}}", "}");
    const result = decodeUnicode(text, raw ? "python3" : "no");
    if ("text" in result) return [result.text];
    context.problem(`${result.bad} is an escape that cannot be read`, child);
    return [];
  });
  return { kind: "JoinedStr", ...spanOf(node), parts };
}

function replacementField(node: SyntaxNode, context: Context): FormattedValue {
  if (hasToken(node, "=")) context.problem("a replacement field with '=' cannot be read", node);
  const conversion = childOf(node, "type_conversion");
  const letter = conversion === null ? null : context.textOf(conversion)[1];
  const specifier = childOf(node, "format_specifier");
  return {
    kind: "FormattedValue",
    ...spanOf(node),
    value: context.expression(namedChildren(node)[0], node),
    conversion: letter === "s" || letter === "r" || letter === "a" ? letter : null,
    format: specifier === null ? null : formatSpecifier(specifier, context),
  };
}

function formatSpecifier(node: SyntaxNode, context: Context): JoinedStr {
  const parts: (string | FormattedValue)[] = [];
  let at = node.start + 1;
  const textTo = (end: number): void => {
    if (end > at) parts.push(context.text.slice(at, end));
  };
  for (const child of node.children) {
    if (child.type !== "format_expression") continue;
    textTo(child.start);
    parts.push(replacementField(child, context));
    at = child.end;
  }
  textTo(node.end);
  return { kind: "JoinedStr", ...spanOf(node), parts };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
