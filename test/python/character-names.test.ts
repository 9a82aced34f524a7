import { expect, it } from "vitest";
import { characterNamed } from "../../src/python/character-names.ts";

// As CPython 2.7's unicodedata.lookup answers.
it.each([
  ["SPACE", " "],
  ["space", " "],
  ["TILDE", "~"],
  ["LATIN SMALL LETTER E WITH ACUTE", "\u00e9"],
  ["Right-To-Left Override", "\u202e"],
  ["MUSICAL SYMBOL G CLEF", "\u{1d11e}"],
  ["VARIATION SELECTOR-256", "\u{e01ef}"],
  ["HANGUL SYLLABLE GA", "\uac00"],
  ["HANGUL SYLLABLE HIH", "\ud7a3"],
  ["HANGUL SYLLABLE A", "\uc544"],
  ["HANGUL SYLLABLE GGWAELM", "\uaf6e"],
  ["CJK UNIFIED IDEOGRAPH-4E00", "\u4e00"],
  ["CJK UNIFIED IDEOGRAPH-04E00", "\u4e00"],
  ["CJK UNIFIED IDEOGRAPH-20000", "\u{20000}"],
  ["hangul syllable GA", null],
  ["HANGUL SYLLABLE", null],
  ["HANGUL SYLLABLE ", null],
  ["CJK UNIFIED IDEOGRAPH-4e00", null],
  ["CJK UNIFIED IDEOGRAPH-A000", null],
  ["SPACE ", null],
  ["GRINNING FACE", null],
  ["LF", null],
  ["", null],
])("%j is %j", (name, character) => {
  expect(characterNamed(name)).toBe(character);
});
