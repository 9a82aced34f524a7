import { expect, test } from "vitest";
import { byteLength } from "../../../src/runtime/python/text/byteLength.ts";
import { capitalize } from "../../../src/runtime/python/text/capitalize.ts";
import { center } from "../../../src/runtime/python/text/center.ts";
import { characterAt } from "../../../src/runtime/python/text/characterAt.ts";
import { characterLength } from "../../../src/runtime/python/text/characterLength.ts";
import { characterSlice } from "../../../src/runtime/python/text/characterSlice.ts";
import { chr } from "../../../src/runtime/python/text/chr.ts";
import { count } from "../../../src/runtime/python/text/count.ts";
import { decodeAscii } from "../../../src/runtime/python/text/decodeAscii.ts";
import { decodeText } from "../../../src/runtime/python/text/decodeText.ts";
import { encodeAscii } from "../../../src/runtime/python/text/encodeAscii.ts";
import { encodeText } from "../../../src/runtime/python/text/encodeText.ts";
import { endswith } from "../../../src/runtime/python/text/endswith.ts";
import { expandtabs } from "../../../src/runtime/python/text/expandtabs.ts";
import { find } from "../../../src/runtime/python/text/find.ts";
import { index } from "../../../src/runtime/python/text/index.ts";
import { isalnum } from "../../../src/runtime/python/text/isalnum.ts";
import { isalpha } from "../../../src/runtime/python/text/isalpha.ts";
import { isdigit } from "../../../src/runtime/python/text/isdigit.ts";
import { islower } from "../../../src/runtime/python/text/islower.ts";
import { isspace } from "../../../src/runtime/python/text/isspace.ts";
import { istitle } from "../../../src/runtime/python/text/istitle.ts";
import { isupper } from "../../../src/runtime/python/text/isupper.ts";
import { itemAt } from "../../../src/runtime/python/text/itemAt.ts";
import { join } from "../../../src/runtime/python/text/join.ts";
import { ljust } from "../../../src/runtime/python/text/ljust.ts";
import { lower } from "../../../src/runtime/python/text/lower.ts";
import { lstrip } from "../../../src/runtime/python/text/lstrip.ts";
import { maketrans } from "../../../src/runtime/python/text/maketrans.ts";
import { ord } from "../../../src/runtime/python/text/ord.ts";
import { partition } from "../../../src/runtime/python/text/partition.ts";
import { replace } from "../../../src/runtime/python/text/replace.ts";
import { rfind } from "../../../src/runtime/python/text/rfind.ts";
import { rindex } from "../../../src/runtime/python/text/rindex.ts";
import { rjust } from "../../../src/runtime/python/text/rjust.ts";
import { rpartition } from "../../../src/runtime/python/text/rpartition.ts";
import { rsplit } from "../../../src/runtime/python/text/rsplit.ts";
import { rstrip } from "../../../src/runtime/python/text/rstrip.ts";
import { sliceOf } from "../../../src/runtime/python/text/sliceOf.ts";
import { split } from "../../../src/runtime/python/text/split.ts";
import { splitlines } from "../../../src/runtime/python/text/splitlines.ts";
import { startswith } from "../../../src/runtime/python/text/startswith.ts";
import { strip } from "../../../src/runtime/python/text/strip.ts";
import { swapcase } from "../../../src/runtime/python/text/swapcase.ts";
import { title } from "../../../src/runtime/python/text/title.ts";
import { translate } from "../../../src/runtime/python/text/translate.ts";
import { unichr } from "../../../src/runtime/python/text/unichr.ts";
import { unicodeCapitalize } from "../../../src/runtime/python/text/unicodeCapitalize.ts";
import { unicodeCenter } from "../../../src/runtime/python/text/unicodeCenter.ts";
import { unicodeCount } from "../../../src/runtime/python/text/unicodeCount.ts";
import { unicodeEndswith } from "../../../src/runtime/python/text/unicodeEndswith.ts";
import { unicodeExpandtabs } from "../../../src/runtime/python/text/unicodeExpandtabs.ts";
import { unicodeFind } from "../../../src/runtime/python/text/unicodeFind.ts";
import { unicodeIndex } from "../../../src/runtime/python/text/unicodeIndex.ts";
import { unicodeIsalnum } from "../../../src/runtime/python/text/unicodeIsalnum.ts";
import { unicodeIsalpha } from "../../../src/runtime/python/text/unicodeIsalpha.ts";
import { unicodeIsdigit } from "../../../src/runtime/python/text/unicodeIsdigit.ts";
import { unicodeIslower } from "../../../src/runtime/python/text/unicodeIslower.ts";
import { unicodeIsspace } from "../../../src/runtime/python/text/unicodeIsspace.ts";
import { unicodeIstitle } from "../../../src/runtime/python/text/unicodeIstitle.ts";
import { unicodeIsupper } from "../../../src/runtime/python/text/unicodeIsupper.ts";
import { unicodeLjust } from "../../../src/runtime/python/text/unicodeLjust.ts";
import { unicodeLower } from "../../../src/runtime/python/text/unicodeLower.ts";
import { unicodeLstrip } from "../../../src/runtime/python/text/unicodeLstrip.ts";
import { unicodeReplace } from "../../../src/runtime/python/text/unicodeReplace.ts";
import { unicodeRfind } from "../../../src/runtime/python/text/unicodeRfind.ts";
import { unicodeRindex } from "../../../src/runtime/python/text/unicodeRindex.ts";
import { unicodeRjust } from "../../../src/runtime/python/text/unicodeRjust.ts";
import { unicodeRsplit } from "../../../src/runtime/python/text/unicodeRsplit.ts";
import { unicodeRstrip } from "../../../src/runtime/python/text/unicodeRstrip.ts";
import { unicodeSplit } from "../../../src/runtime/python/text/unicodeSplit.ts";
import { unicodeSplitlines } from "../../../src/runtime/python/text/unicodeSplitlines.ts";
import { unicodeStartswith } from "../../../src/runtime/python/text/unicodeStartswith.ts";
import { unicodeStrip } from "../../../src/runtime/python/text/unicodeStrip.ts";
import { unicodeSwapcase } from "../../../src/runtime/python/text/unicodeSwapcase.ts";
import { unicodeTitle } from "../../../src/runtime/python/text/unicodeTitle.ts";
import { unicodeUpper } from "../../../src/runtime/python/text/unicodeUpper.ts";
import { unicodeZfill } from "../../../src/runtime/python/text/unicodeZfill.ts";
import { upper } from "../../../src/runtime/python/text/upper.ts";
import { zfill } from "../../../src/runtime/python/text/zfill.ts";
import { replay, type Functions } from "./replay.ts";

const functions: Functions = {
  byteLength,
  capitalize,
  center,
  characterAt,
  characterLength,
  characterSlice,
  chr,
  count,
  endswith,
  expandtabs,
  find,
  index,
  isalnum,
  isalpha,
  isdigit,
  islower,
  isspace,
  istitle,
  isupper,
  itemAt,
  join,
  ljust,
  lower,
  lstrip,
  maketrans,
  ord,
  partition,
  replace,
  rfind,
  rindex,
  rjust,
  rpartition,
  rsplit,
  rstrip,
  sliceOf,
  split,
  splitlines,
  startswith,
  strip,
  swapcase,
  title,
  translate,
  unichr,
  upper,
  zfill,
};

test("the methods of str give CPython's results and errors", () => {
  replay("text-methods", functions);
});

test("the methods of unicode give CPython's results and errors", () => {
  replay("unicode-methods", {
    unicodeCapitalize,
    unicodeCenter,
    unicodeCount,
    unicodeEndswith,
    unicodeExpandtabs,
    unicodeFind,
    unicodeIndex,
    unicodeIsalnum,
    unicodeIsalpha,
    unicodeIsdigit,
    unicodeIslower,
    unicodeIsspace,
    unicodeIstitle,
    unicodeIsupper,
    unicodeLjust,
    unicodeLower,
    unicodeLstrip,
    unicodeReplace,
    unicodeRfind,
    unicodeRindex,
    unicodeRjust,
    unicodeRsplit,
    unicodeRstrip,
    unicodeSplit,
    unicodeSplitlines,
    unicodeStartswith,
    unicodeStrip,
    unicodeSwapcase,
    unicodeTitle,
    unicodeUpper,
    unicodeZfill,
  });
});

test("slices and indexes give CPython's results and errors", () => {
  replay("slices", functions);
});

test("ASCII is encoded and decoded, and refused, as by CPython", () => {
  replay("codecs", { encodeAscii, decodeAscii });
});

test("unicode counts characters", () => {
  replay("unicodes", { ...functions, ord: (character: string) => ord(character, "unicode") });
});

test("any bytes come back from text as they were", () => {
  for (let round = 0; round < 300; round++) {
    const bytes = Uint8Array.from({ length: round % 40 }, (_, index) => (index * round * 7919 + round * 104729) >> 3);
    expect(encodeText(decodeText(bytes))).toEqual(bytes);
  }
  expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe("\ufeffa");
  expect(decodeText(Uint8Array.of(0xed, 0xa0, 0x80, 0xc3))).toBe("\udced\udca0\udc80\udcc3");
  expect(decodeText(Uint8Array.of(0xf0, 0x9f, 0x98, 0x80, 0xf0, 0x9f))).toBe("😀\udcf0\udc9f");
});
