import { asksUnicode } from "./asksUnicode.ts";
import { checkPattern } from "./checkPattern.ts";
import { isUnitIndifferent } from "./isUnitIndifferent.ts";
import { parsePattern } from "./parsePattern.ts";
import { patternFlags, type PatternNode, type PatternSequence } from "./PatternNode.ts";
import { groupsInside, isNullable, someInside } from "./patternTraits.ts";
import { UnsupportedPattern } from "./UnsupportedPattern.ts";
import { writePattern } from "./writePattern.ts";

/** A Python 2.7 regular expression in JavaScript. Plain data. */
export interface ConvertedPattern {
  readonly source: string;
  /** Alternatives stand at the top: what is put before the source must put it in a group. */
  readonly alternatives: boolean;
  /** Of `i`, `s` and `u`. */
  readonly flags: string;
  readonly groups: number;
  readonly names: Readonly<Record<string, number>>;
  /** Groups that may not have matched though the whole has. */
  readonly optional: readonly number[];
  /** It may match the empty text. */
  readonly nullable: boolean;
  /** It matches at the start of the text only. */
  readonly anchored: boolean;
  /** It finds the same whether a text's bytes or its characters are counted; see `isUnitIndifferent`. */
  readonly indifferent: boolean;
  /** Characters beyond U+FFFF count twice, since the pattern cannot have JavaScript's `u` flag. */
  readonly countsUnits: boolean;
  /** It names characters beyond ASCII. */
  readonly beyondAscii: boolean;
  /** It asks Unicode's tables of letters, digits or cases. */
  readonly unicodeTables: boolean;
  /** The group that `lastgroup` names can be told from the groups that matched: none is inside another or repeated. */
  readonly flat: boolean;
  /** The groups that are inside no other, one of which closes last; null where one of them is repeated or only looked for. */
  readonly outer: readonly number[] | null;
}

/**
 * Converts a pattern; `textType` is that of the pattern. Throws ReError where Python does, and UnsupportedPattern, whose
 * message is the reason, where no JavaScript expression matches the same.
 */
export function convertPattern(pattern: string, flags: number, textType: "str" | "unicode"): ConvertedPattern {
  if ((flags & (patternFlags.T | patternFlags.DEBUG)) !== 0) throw new UnsupportedPattern("re.DEBUG and re.TEMPLATE");
  const parsed = parsePattern(pattern, flags, textType);
  const { body } = parsed;
  const certain = new Set<number>();
  checkPattern(body, certain);
  const beyondAscii = someInside(body, namesBeyondAscii);
  const indifferent = isUnitIndifferent(body);
  const ignoreCase = (parsed.flags & patternFlags.I) !== 0;
  const unicode = asksUnicode(parsed.flags);
  const tables = unicode && someInside(body, asksTables);
  if (beyondAscii) checkBeyondAscii(body, ignoreCase, textType);
  const nullable = body.every(isNullable);
  const anchored = isAnchored(body, (parsed.flags & patternFlags.M) !== 0);
  const cased = unicode && ignoreCase && someInside(body, (node) => node.op === "literal" || node.op === "set");
  // With `u` JavaScript folds the case of more than ASCII, which Python does under re.U alone.
  const counts = !indifferent || (nullable && !anchored) || someInside(body, isAstral);
  const codePoints = tables || (!ignoreCase && counts);
  if (ignoreCase && !codePoints && someInside(body, isAstral))
    throw new UnsupportedPattern("characters beyond U+FFFF under re.I");
  const groups = groupsInside(body);
  return {
    source: writePattern(body, { flags: parsed.flags, codePoints }) || "(?:)",
    flags: `${ignoreCase ? "i" : ""}${(parsed.flags & patternFlags.S) !== 0 && someInside(body, isDot) ? "s" : ""}${codePoints ? "u" : ""}`,
    alternatives: body.some(({ op }) => op === "branch"),
    groups: parsed.groups,
    names: Object.fromEntries(parsed.names),
    optional: groups.filter((group) => !certain.has(group)),
    nullable,
    anchored,
    indifferent,
    countsUnits: counts && !codePoints,
    beyondAscii,
    unicodeTables: tables || cased,
    flat: !someInside(body, (node) => nestsGroups(node)),
    outer: outerGroups(body),
  };
}

const isDot = (node: PatternNode): boolean => node.op === "any";

function namesBeyondAscii(node: PatternNode): boolean {
  if (node.op === "literal") return node.code > 127;
  return node.op === "set" && node.items.some((item) => !("category" in item) && item.to > 127);
}

function isAstral(node: PatternNode): boolean {
  return node.op === "set" && node.items.some((item) => !("category" in item) && item.to > 0xffff);
}

function asksTables(node: PatternNode): boolean {
  if (node.op === "at") return node.where === "boundary" || node.where === "notBoundary";
  return node.op === "set" && node.items.some((item) => "category" in item && !/s/i.test(item.category));
}

function nestsGroups(node: PatternNode): boolean {
  if (node.op === "repeat") return node.max > 1 && groupsInside([node.body]).length > 0;
  return (node.op === "look" || (node.op === "group" && node.index !== null)) && groupsInside(node.body).length > 0;
}

function outerGroups(body: PatternSequence): readonly number[] | null {
  const found: number[] = [];
  for (const node of body) {
    if (node.op === "group" && node.index !== null) found.push(node.index);
    const isMany = (node.op === "repeat" && node.max > 1) || node.op === "look";
    if (isMany && groupsInside([node]).length > 0) return null;
    const inner =
      node.op === "branch"
        ? node.items
        : node.op === "repeat"
          ? [[node.body]]
          : node.op === "group" && node.index === null
            ? [node.body]
            : [];
    for (const part of inner.map(outerGroups)) {
      if (!part) return null;
      found.push(...part);
    }
  }
  return found;
}

/** A `str` pattern is bytes: a character beyond ASCII is several, which can neither be repeated nor be in a set as one. */
function checkBeyondAscii(body: PatternSequence, ignoreCase: boolean, textType: "str" | "unicode"): void {
  if (ignoreCase) throw new UnsupportedPattern("characters beyond ASCII under re.I");
  if (textType === "unicode") return;
  const asOne = (node: PatternNode): boolean =>
    (node.op === "set" && namesBeyondAscii(node)) || (node.op === "repeat" && namesBeyondAscii(node.body));
  if (someInside(body, asOne))
    throw new UnsupportedPattern("characters beyond ASCII, which are several bytes, taken as one");
  const isByte = (node: PatternNode): boolean => node.op === "literal" && node.code >= 0xdc80 && node.code <= 0xdcff;
  if (someInside(body, isByte)) throw new UnsupportedPattern("a byte above 127 in a pattern for text");
}

function isAnchored(body: PatternSequence, multiline: boolean): boolean {
  const [first] = body;
  return first?.op === "at" && (first.where === "textStart" || (first.where === "start" && !multiline));
}
