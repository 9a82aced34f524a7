import { isAsciiText } from "../python/utf8.ts";
import { isDynamic } from "../analysis/dynamic.ts";
import { asciiStr, str, type Type, unicode } from "../analysis/types.ts";
import { type Conversion, readFormat } from "../analysis/percent-format.ts";
import { array, call, id, string, template } from "../emit/build.ts";
import { asUnicode, holdsMixture, isLoose, mixes, namesKinds } from "../library/mixed-text.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { formatValues, type Value } from "./format-values.ts";
import { utf8 } from "../python/utf8.ts";
import { inOrder, isInOrder, isUsedEarly, type Part, partsOf, type Use } from "./in-order.ts";
import { padded, paddingOf } from "./padding.ts";
import { textKind } from "./percent-text-kind.ts";
import { isQuiet } from "./quiet.ts";
import { spelledOut } from "./spelled-out.ts";
import { isChangeable } from "./steady.ts";
import { mixtureAt } from "./mixture.ts";
import { reprOf, text, textPart } from "./text.ts";
import { asUnicodeValue, saysUnicode } from "./unicode-text.ts";
import { filter, has, isInteger, isNumber, isText, only, without } from "../analysis/kinds.ts";
import { union } from "../analysis/join.ts";
import { dynamicFormat } from "./percent-at-run-time.ts";

/** `'…' % values`: a template literal where every value's text is known, else the runtime's formatter. */
export function formatPercent(context: Context, node: py.BinOp): ts.Expression {
  const spelled = spelledOut(context, node.right);
  if (spelled) return formatPercent(context, { ...node, right: spelled });
  const format =
    node.left.kind === "Str" ? (node.left.type === "unicode" ? node.left.value : utf8(node.left.value)) : null;
  const pieces = format === null ? null : readFormat(format);
  if (!pieces || pieces.some((p) => typeof p !== "string" && (p.name !== null || p.stars > 0)))
    return unread(context, node);
  const conversions = pieces.filter((p) => typeof p !== "string");
  // A dict stands for itself where no name is asked for: '%s' % {'a': 1}.
  const takesDict = conversions.length === 1 && "sr".includes(conversions[0]!.kind);
  const values = formatValues(context, node.right, takesDict);
  if (!values) return unread(context, node);
  // Too few or too many: Python raises TypeError, and so does the runtime.
  if (conversions.length !== values.length) return unread(context, node);
  return filled(context, pieces, values, node);
}

/**
 * The pieces with the values in their places, which are made, all of them, before any is shown. Where the runtime's formatter would be
 * asked more than once it is given the whole format.
 */
function filled(
  context: Context,
  pieces: readonly (string | Conversion)[],
  values: readonly Value[],
  node: py.BinOp,
): ts.Expression {
  const isUnicode = only(context.typeOf(node.left), "unicode");
  const conversions = pieces.filter((p) => typeof p !== "string");
  const uses = conversions.map((piece, i) => useOf(piece.kind, values[i]!.type));
  const literal = pieces.every((p) => typeof p !== "string" || isAsciiText(p)) ? asciiStr : str;
  const types = union(values.map(({ type }) => type));
  // One that is unicode makes the text unicode from there on.
  if (!isUnicode && has(types, "unicode", "json") && values.some(({ type }) => saysUnicode(context, type)))
    return context.untranslated("U0104", "unicode beside what may have __unicode__", node);
  const mixed = mixes(isUnicode ? unicode : literal, types) || holdsMixture(types);
  // Text of JSON is not decoded here.
  const decodes = mixed && (isUnicode || has(types, "unicode"));
  const parts = partsOf(context, values).map((part, i) => {
    const used = decodes ? "loudly" : uses[i];
    return used ? { ...part, used } : part;
  });
  const whole = !mixed && isUsedEarly(parts) ? atOnce(context, pieces, values, uses, parts, isUnicode, node) : null;
  if (whole) return whole;
  const asksOften = conversions.filter((piece, i) => !isNative(context, piece, values[i]!)).length > 1;
  const isWhole = !mixed && asksOften && fit(conversions, values);
  const made = inOrder(context, parts, (shown) => {
    const rest = values.map((value, i) => ({ ...value, value: shown[i]! }));
    if (isWhole) return formatted(context, pieces, rest, isUnicode, node);
    return assembled(
      context,
      pieces.map((piece) =>
        typeof piece === "string"
          ? { made: piece, type: flavour(isUnicode, piece), ofJson: false }
          : part(context, piece, rest.shift()!, isUnicode, node),
      ),
      isUnicode,
      node,
    );
  });
  return made
    ? unwrapped(made, pieces)
    : context.untranslated("U0103", "values of a format that have to be waited for", node);
}

/** What the runtime's formatter gives is text already: `'%5.2f' % x` → `percent("%5.2f", [x])`. */
function unwrapped(made: ts.Expression, pieces: readonly (string | Conversion)[]): ts.Expression {
  const [piece] = pieces;
  if (pieces.length > 1 || !piece || typeof piece === "string" || piece.plain) return made;
  return (made.type === "TemplateLiteral" && made.expressions[0]) || made;
}

/** Showing the value may raise, or runs code of the program; or it looks into what may change. */
export function useOf(kind: string, type: Type): Use | undefined {
  if (has(type, "instance", "unknown", "poison", "lib")) return "loudly";
  if ("sr".includes(kind)) return isChangeable(type) ? "looking" : undefined;
  return isNumber(type) ? undefined : "loudly";
}

/**
 * The runtime's formatter for all values at once, where one by one a value would be converted before the next is made:
 * `'%d %s' % (row['id'], row['name'])` → `percent("%d %s", [getItem(row, "id"), strJson(getItem(row, "name"))])`. Null where a text
 * cannot be made in its place.
 */
function atOnce(
  context: Context,
  pieces: readonly (string | Conversion)[],
  values: readonly Value[],
  uses: readonly (Use | undefined)[],
  parts: readonly Part[],
  isUnicode: boolean,
  node: py.BinOp,
): ts.Expression | null {
  const conversions = pieces.filter((p) => typeof p !== "string");
  const asTexts = parts.map(({ made, loud, changes }, i): Part => {
    const used = "sr".includes(conversions[i]!.kind) ? uses[i] : undefined;
    return { made, loud, changes, ...(used && { used }) };
  });
  if (isUsedEarly(asTexts) || !fit(conversions, values)) return null;
  const whole = formatted(context, pieces, values, isUnicode, node);
  return isInOrder(asTexts, whole) ? whole : null;
}

/** `percent("%-10s %5d", [name, count])`: `%s` and `%r` are given the text that their value's type says. */
function formatted(
  context: Context,
  pieces: readonly (string | Conversion)[],
  values: readonly Value[],
  isUnicode: boolean,
  node: py.BinOp,
): ts.Expression {
  const format = pieces
    .map((p) => (typeof p === "string" ? p.replaceAll("%", "%%") : p.spec.replace(/r$/, "s")))
    .join("");
  const given = pieces
    .filter((p) => typeof p !== "string")
    .map(({ kind }, i) => {
      const { value, type } = values[i]!;
      if (kind === "s") return text(context, value, type, node);
      return kind === "r" ? call(reprOf(context, type, node), [value]) : value;
    });
  const kind = textKind(
    context,
    pieces.filter((p) => typeof p !== "string"),
    values.map(({ type }) => type),
    isUnicode,
    node,
  );
  return call(context.runtime("python", "percent"), [string(format), array(given), ...kind]);
}

/** Each conversion takes its value, or refuses it by itself when it runs. */
const fit = (conversions: readonly Conversion[], values: readonly Value[]): boolean =>
  conversions.every(({ kind }, i) => {
    const { type } = values[i]!;
    return kind === "c" ? isInteger(type) || isText(type) : "sr".includes(kind) || isNumeral(type);
  });

/** What a conversion to a number takes, or refuses by itself. */
const isNumeral = (type: Type): boolean => type.k === "never" || isDynamic(type);

const MIXED = "str and unicode in one text";

/** A piece of the text, and what flavour of text it is. */
interface ShownPart {
  readonly made: string | ts.Expression;
  readonly type: Type;
  /** A value of JSON, whose text is unicode. */
  readonly ofJson: boolean;
  /** The same with the value decoded, before its width and the like. */
  readonly decoded?: () => ts.Expression;
}

const flavour = (isUnicode: boolean, literal: string): Type =>
  isUnicode ? unicode : isAsciiText(literal) ? asciiStr : str;

function part(context: Context, piece: Conversion, value: Value, isUnicode: boolean, node: py.BinOp): ShownPart {
  const made = conversion(context, piece, value, isUnicode, node);
  const texts = filter(value.type, (m) => m.k === "str" || m.k === "unicode");
  const type = piece.kind === "s" && texts.k !== "never" ? texts : asciiStr;
  const decoded = (): ts.Expression => {
    const text = asUnicode(mixtureAt(context, node), value.value, value.type, MIXED);
    return conversion(context, piece, { ...value, value: text, type: unicode }, true, node);
  };
  return { made, type, ofJson: piece.kind === "s" && has(value.type, "json"), decoded };
}

/**
 * The pieces joined. Where one is unicode Python decodes the `str` before it as a whole, then the rest of the format, then each `str`
 * that comes up.
 */
function assembled(context: Context, parts: readonly ShownPart[], isUnicode: boolean, node: py.BinOp): ts.Expression {
  const first = isUnicode ? 0 : parts.findIndex(({ type }) => has(type, "unicode"));
  const loose = parts.filter(({ type }) => isLoose(type));
  if (loose.length > 0 && parts.some(({ ofJson }) => ofJson)) mixtureAt(context, node).assume("A0106", MIXED);
  if (first < 0 || loose.length === 0) return template(parts.map(({ made }) => made));
  const place = mixtureAt(context, node);
  const isLiteral = ({ made }: ShownPart): boolean => typeof made === "string";
  if (loose.length > 1 || parts.slice(first).some((p) => isLoose(p.type) && isLiteral(p))) place.assume("A0106", MIXED);
  const before = parts.slice(0, first);
  const after = parts.slice(first).map((p) => (isLoose(p.type) && p.decoded ? p.decoded() : p.made));
  const decoded = before.some(({ type }) => isLoose(type))
    ? [asUnicode(place, template(before.map(({ made }) => made)), str, MIXED)]
    : before.map(({ made }) => made);
  return template([...decoded, ...after]);
}

function conversion(
  context: Context,
  piece: Conversion,
  { value, type, node: written }: Value,
  isUnicode: boolean,
  node: py.BinOp,
): ts.Expression {
  const { kind: c, plain, spec } = piece;
  if (has(type, "poison")) return value;
  if (c === "s" && isUnicode && saysUnicode(context, type)) {
    const said = asUnicodeValue(context, value, type, node);
    return conversion(context, piece, { ...said, node: written }, isUnicode, node);
  }
  if (c === "s" && plain) return textPart(context, value, type, node);
  if (c === "r" && plain) return call(reprOf(context, type, node), [value]);
  if ("di".includes(c) && plain) {
    if (only(type, "int", "long")) return value;
    if (only(type, "bool")) return call(id("Number"), [value]);
  }
  const argument =
    c === "s" ? text(context, value, type, node) : c === "r" ? call(reprOf(context, type, node), [value]) : value;
  const padding = paddingOf(context, piece, { type, node: written });
  if (padding) return padded(only(type, "int") ? call(id("String"), [value]) : value, padding);
  if (!"src".includes(c) && !isNumeral(type)) {
    return context.untranslated("U0104", `%${c} of a value of unknown type`, node);
  }
  if (!"src".includes(c)) namesKinds(mixtureAt(context, node), without(type, "float", "long"));
  if (c === "c" && !isInteger(type) && !isText(type))
    return context.untranslated("U0104", "%c of a value of unknown type", node);
  // What `%r` shows is given as the text.
  const shown = c === "r" ? spec.replace(/r$/, "s") : spec;
  return call(context.runtime("python", "percent"), [
    { type: "Literal", value: shown, raw: JSON.stringify(shown) },
    array([argument]),
    ...textKind(context, [piece], [type], isUnicode, node),
  ]);
}

/** The conversion needs nothing of the runtime's formatter. */
const isNative = (context: Context, piece: Conversion, value: Value): boolean =>
  has(value.type, "poison") ||
  ("sr".includes(piece.kind) && piece.plain) ||
  ("di".includes(piece.kind) && piece.plain && only(value.type, "int", "long", "bool")) ||
  paddingOf(context, piece, value) !== null;

/** `'%(a)s …' % {'a': x}`: the values in their places; null where that would leave one out. */
function namedFormat(context: Context, node: py.BinOp): ts.Expression | null {
  const { left, right } = node;
  if (left.kind !== "Str" || right.kind !== "Dict") return null;
  const format = left.type === "unicode" ? left.value : utf8(left.value);
  const values = new Map<string, py.Expression>();
  for (const { key, value } of right.items) {
    if (key?.kind !== "Str" || values.has(key.value)) return null;
    values.set(key.value, value);
  }
  const pieces = format === null ? null : readFormat(format);
  const conversions = pieces?.filter((piece) => typeof piece !== "string") ?? [];
  if (!pieces || conversions.some(({ name, stars }) => name === null || stars > 0)) return null;
  const used = conversions.map(({ name }) => values.get(name ?? ""));
  const loud = (e: py.Expression | undefined): boolean => e === undefined || !isQuiet(context, e);
  if (used.includes(undefined)) return null;
  const all = [...values.values()].filter(loud);
  const usedLoud = used.filter(loud);
  if (all.length !== usedLoud.length || all.some((e, i) => e !== usedLoud[i])) return null;
  const given = used.map((e) => ({ value: expression(context, e!), type: context.typeOf(e!), node: e! }));
  return filled(context, pieces, given, node);
}

/** A format that is a variable, or does not fit its values. */
const unread = (context: Context, node: py.BinOp): ts.Expression =>
  namedFormat(context, node) ?? dynamicFormat(context, node);
