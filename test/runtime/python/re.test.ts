import { expect, test } from "vitest";
import { BaseException } from "../../../src/runtime/python/exceptions/BaseException.ts";
import { compilePattern } from "../../../src/runtime/python/re/compilePattern.ts";
import { type ConvertedPattern, convertPattern } from "../../../src/runtime/python/re/convertPattern.ts";
import { groupSpan } from "../../../src/runtime/python/re/groupSpan.ts";
import { groupsOf } from "../../../src/runtime/python/re/groupsOf.ts";
import { matchAtStart } from "../../../src/runtime/python/re/matchAtStart.ts";
import { matches } from "../../../src/runtime/python/re/matches.ts";
import { splitBy } from "../../../src/runtime/python/re/splitBy.ts";
import { substitute, substituteCounting } from "../../../src/runtime/python/re/substitute.ts";
import { UnsupportedPattern } from "../../../src/runtime/python/re/UnsupportedPattern.ts";
import { isAscii } from "../../../src/runtime/python/text/isAscii.ts";
import { decode, list, recorded } from "./decode.ts";

type Text = string | { readonly unicode: string };
type TextType = "str" | "unicode";

interface Row {
  readonly pattern: Text;
  readonly flags: number;
  readonly error?: string;
  readonly texts: readonly [text: Text, observed: unknown][];
}

const valueOf = (text: Text): string => (typeof text === "string" ? text : text.unicode);
const typeOf = (text: Text): TextType => (typeof text === "string" ? "str" : "unicode");

/** What the table's `observe` tells of a pattern on a text: matches with their groups and places, parts, replacements. */
function observe({ source, flags }: ConvertedPattern, text: string, textType: TextType): unknown[] {
  const pattern = new RegExp(source, flags);
  const shown = (match: RegExpExecArray | null) =>
    match && [match[0], ...groupsOf(match), ...Array.from(match, (_, i) => groupSpan(pattern, match, i, textType))];
  return [
    shown(pattern.exec(text)),
    shown(matchAtStart(pattern, text)),
    Array.from(matches(pattern, text), shown),
    splitBy(pattern, text),
    substituteCounting(pattern, "<>", text),
  ];
}

function errorOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (error instanceof BaseException || error instanceof UnsupportedPattern) return error;
    throw error;
  }
}

/** Compares each row, and gives how many patterns were refused. */
function compareRows(table: string): {
  readonly rows: number;
  readonly refused: number;
  readonly reasons: Set<string>;
} {
  const rows = recorded<Row>(table);
  const reasons: string[] = [];
  for (const row of rows) {
    const converted = errorOf(() => convertPattern(valueOf(row.pattern), row.flags, typeOf(row.pattern)));
    const shown = JSON.stringify([row.pattern, row.flags]);
    if (converted instanceof UnsupportedPattern) {
      reasons.push(converted.message);
      continue;
    }
    if (row.error !== undefined || converted instanceof BaseException) {
      expect.soft(String(converted), shown).toBe(row.error);
      continue;
    }
    const pattern = converted as ConvertedPattern;
    for (const [text, observed] of row.texts) {
      const value = valueOf(text);
      const expected = list(decode(observed));
      const found = observe(pattern, value, typeOf(text));
      // Where bytes and characters differ, or Unicode's tables do, a use of the pattern is reported instead.
      const differs = typeOf(text) === "str" && !isAscii(value);
      if ((differs && !pattern.indifferent) || (/[\u{10000}-\u{10ffff}]/u.test(value) && pattern.countsUnits)) continue;
      const kept = differs && pattern.nullable ? 2 : 5;
      expect
        .soft(found.slice(0, kept), `${shown} /${pattern.source}/${pattern.flags} on ${JSON.stringify(text)}`)
        .toEqual(expected.slice(0, kept));
    }
  }
  return { rows: rows.length, refused: reasons.length, reasons: new Set(reasons) };
}

test("written patterns match as in CPython", () => {
  const { rows, refused, reasons } = compareRows("re-patterns");
  expect(refused / rows).toBeLessThan(0.12);
  expect([...reasons].toSorted()).toMatchInlineSnapshot(`
    [
      "\\W in a set under re.U",
      "a group inside a look-behind",
      "a group inside a negative look-around",
      "a group that depends on whether another one matched",
      "a reference to a group that may not have matched",
      "a repeat of what may be empty",
      "a repeated group that keeps its text from an earlier round",
    ]
  `);
});

test("made-up patterns match as in CPython", () => {
  const { rows, refused } = compareRows("re-made-up");
  expect(refused / rows).toBeLessThan(0.4);
});

test("replacements are read as in CPython", () => {
  for (const row of recorded<{ pattern: string; template: string; text: string; result?: string; error?: string }>(
    "re-templates",
  )) {
    const made = errorOf(() => substitute(compilePattern(row.pattern), row.template, row.text));
    expect
      .soft(made instanceof BaseException ? { error: String(made) } : { result: made }, JSON.stringify(row))
      .toEqual(row.error === undefined ? { result: row.result } : { error: row.error });
  }
});
