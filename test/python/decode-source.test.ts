import { describe, expect, it } from "vitest";
import { decodeSource } from "../../src/python/decode-source.ts";
import { openNativeParser } from "../../src/python/native-parser.ts";
import { parseModule } from "../../src/python/parse-module.ts";
import { positionAt } from "../../src/python/positions.ts";

const parser = openNativeParser();

/** One byte a character. */
function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Type and value of the string that a file's only assignment assigns. */
function assigned(text: string): unknown {
  const source = decodeSource("a.py", bytes(text));
  if ("reason" in source) return source;
  const { module, problems } = parseModule(source, parser);
  expect(problems).toEqual([]);
  const last = module.body.at(-1);
  return last?.kind === "Assign" && last.value.kind === "Str" ? [last.value.type, last.value.value] : null;
}

describe("the encoding", () => {
  it.each([
    // Bytes literals keep the file's bytes; unicode literals are decoded. As CPython 2.7 answers for each.
    ["# coding: utf-8\nx='caf\xc3\xa9'", "utf-8", ["bytes", "caf\xc3\xa9"]],
    ["# coding: utf-8\nx=u'caf\xc3\xa9'", "utf-8", ["unicode", "caf\xe9"]],
    ["# coding: utf-8\nx='\xff'", "utf-8", ["bytes", "\xff"]],
    ["\xef\xbb\xbfx=u'\xc3\xa9'", "utf-8", ["unicode", "\xe9"]],
    ["x=u'\xc3\xa9'", "utf-8", ["unicode", "\xe9"]],
    ["x=u'\xf0\x9f\x98\x80'", "utf-8", ["unicode", "\u{1f600}"]],
    ["# -*- coding: latin-1 -*-\nx='\xe9'", "latin-1", ["bytes", "\xe9"]],
    ["# -*- coding: latin-1 -*-\nx=u'\x80\xe9'", "latin-1", ["unicode", "\x80\xe9"]],
    ["# vim: set fileencoding=ISO-8859-1 :\nx=u'\xe9'", "latin-1", ["unicode", "\xe9"]],
    ["#!/usr/bin/python\n# coding=iso-8859-15\nx=u'\xa4'", "iso-8859-15", ["unicode", "\u20ac"]],
    ["#!/usr/bin/python\n# coding=iso-8859-15\nx='\xa4'", "iso-8859-15", ["bytes", "\xa4"]],
    ["# coding: cp1252\nx=u'\x80\x9f'", "cp1252", ["unicode", "\u20ac\u0178"]],
    ["# coding: windows-1252\nx='\x80'", "cp1252", ["bytes", "\x80"]],
    ["# coding: koi8-r\nx=u'\xc1\xff'", "koi8-r", ["unicode", "\u0430\u042a"]],
    ["# coding: KOI8_R\nx='\xc1'", "koi8-r", ["bytes", "\xc1"]],
    ["# coding: windows-1251\nx=u'\xe0'", "cp1251", ["unicode", "\u0430"]],
    ["# coding: iso8859-2\nx=u'\xb1'", "iso8859-2", ["unicode", "\u0105"]],
    ["# coding: macroman\nx=u'\x8a'", "mac-roman", ["unicode", "\xe4"]],
    ["# coding: cp437\nx='\x8a'", "cp437", ["bytes", "\x8a"]],
    ["# coding: utf-8-unix\nx='a'", "utf-8", ["bytes", "a"]],
    ["# coding: utf_8_sig\nx=u'\xc3\xa9'", "utf-8", ["unicode", "\xe9"]],
    ["# coding: latin-1-dos\r\nx='\xe9'", "latin-1", ["bytes", "\xe9"]],
    ["# coding: latin-1\rx='\xe9'", "latin-1", ["bytes", "\xe9"]],
    ["# coding: ascii\nx='a'", "ascii", ["bytes", "a"]],
    ["x='a'", "ascii", ["bytes", "a"]],
    ["x='a'\n\n# coding: nonsense", "ascii", null],
  ])("of %j is %s", (text, encoding, expected) => {
    const source = decodeSource("a.py", bytes(text));
    expect("reason" in source ? source : source.encoding).toBe(encoding);
    if (expected !== null) expect(assigned(text)).toEqual(expected);
  });

  it.each([
    ["# coding: klingon\nx=1", "unknown encoding 'klingon'", 1],
    ["\n# coding: klingon\nx=1", "unknown encoding 'klingon'", 2],
    ["# coding: gbk\nx=1", "unknown encoding 'gbk'", 1],
    ["# coding: koi8-r-unix\nx=1", "unknown encoding 'koi8-r-unix'", 1],
    // CPython decodes this with readline, to which the file is one comment.
    ["# coding: koi8-r\rx=1", "a carriage return alone ends no line of a file in koi8-r", 1],
    ["# coding: utf8\nx=1\r\ny=2\rz=3", "a carriage return alone ends no line of a file in utf8", 3],
    ["# coding: cp1251\nx='\x98'", "byte 0x98 is not cp1251", 2],
    ["x=1\ny='\xe9'", "byte 0xe9 is not ASCII or UTF-8, and no encoding is declared", 2],
    ["x=1\r\n\r\ny='\xc3'", "byte 0xc3 is not ASCII or UTF-8, and no encoding is declared", 3],
    ["# coding: ascii\nx=1\r\ny='\xe9'", "byte 0xe9 is not ascii", 3],
    ["# coding: utf8\nx='\xff'", "byte 0xff is not utf-8", 2],
    ["# coding: cp1252\nx='\x81'", "byte 0x81 is not cp1252", 2],
    ["\xef\xbb\xbf# coding: latin-1\nx=1", "the byte order mark says utf-8, the coding line 'latin-1'", 1],
    ["x=1\0", "binary", null],
    ["", "empty", null],
    [" \n\t\n", "empty", null],
    ["\xef\xbb\xbf\n", "empty", null],
  ])("of %j is refused", (text, reason, line) => {
    expect(decodeSource("a.py", bytes(text))).toEqual({ reason, line });
  });
});

it("a byte that is not utf-8 is an error in a unicode string", () => {
  const problemsOf = (text: string) => {
    const source = decodeSource("a.py", bytes(text));
    if ("reason" in source) throw new Error(source.reason);
    return parseModule(source, parser).problems.map(({ message }) => message);
  };
  expect(problemsOf("# coding: utf-8\nx=u'a\xff'")).toEqual(["a byte of this unicode string is not utf-8"]);
  expect(problemsOf("# coding: utf-8\nx='a\xff'\ny=u'\xf0\x9f\x98\x80'  # \xff")).toEqual([]);
});

describe("positions", () => {
  it("count lines of any line end, and columns from 1", () => {
    const source = decodeSource("a.py", bytes("\xef\xbb\xbfa\r\n\tb\rc\nd"));
    if ("reason" in source) throw new Error(source.reason);
    expect(source.text).toBe("a\n\tb\nc\nd");
    const at = (character: string) => positionAt(source, source.text.indexOf(character));
    expect(at("a")).toEqual({ line: 1, column: 1 });
    expect(at("b")).toEqual({ line: 2, column: 2 });
    expect(at("c")).toEqual({ line: 3, column: 1 });
    expect(positionAt(source, 99)).toEqual({ line: 4, column: 2 });
  });
});
