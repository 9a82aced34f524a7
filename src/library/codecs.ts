import { isUtf8 } from "./encoding-name.ts";
import { lib, listOf, none, str, unicode } from "../analysis/types.ts";
import { construct, id, method, string } from "../emit/build.ts";
import {
  type Emitted,
  type Entry,
  fn,
  type FunctionEntry,
  type InstanceType,
  type LibraryModule,
  value,
} from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { has, isAscii } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";

const FILE = "codecs.file";

const open = fn("filename:text, mode?:text, encoding?:text, errors?:text, ~buffering?:int", lib(FILE), (c): Emitted => {
  if (!isUtf8(c.node("encoding"))) return "codecs.open() with no encoding, or another than UTF-8";
  const errors = c.node("errors");
  if (errors && (errors.kind !== "Str" || errors.value !== "strict")) return "codecs.open() that passes over errors";
  return construct(c.runtime("python", "EncodedFile"), [c.ts("filename"), ...(c.has("mode") ? [c.ts("mode")] : [])]);
});

/** Text that is written: a `str` is decoded as ASCII first. */
const written = fn("data:text", none, (c) => {
  if (members(c.type("data")).some((m) => m.k === "str" && !isAscii(m)))
    c.assume("A0106", "a str with other than ASCII characters cannot be written to a file of unicode");
  return method(c.receiverTs, "write", [c.ts("data")]);
});

const own = (name: string, result: FunctionEntry["result"]): readonly [string, Entry] => [
  name,
  fn("", result, (c) => method(c.receiverTs, name)),
];

const bom = value(str, () => string("\ufeff"));

export const codecs: LibraryModule = {
  name: "codecs",
  members: {
    open,
    BOM_UTF8: bom,
    ...refusedAll(
      "getreader getwriter StreamReader StreamWriter StreamReaderWriter StreamRecoder EncodedFile iterdecode iterencode getincrementaldecoder " +
        "getincrementalencoder IncrementalDecoder IncrementalEncoder BufferedIncrementalDecoder BufferedIncrementalEncoder",
      "a stream with an encoding: open() reads and writes UTF-8, and what is printed is UTF-8",
    ),
    ...refusedAll(
      "lookup encode decode register register_error lookup_error getencoder getdecoder Codec CodecInfo strict_errors ignore_errors replace_errors " +
        "xmlcharrefreplace_errors backslashreplace_errors make_encoding_map make_identity_dict",
      "use the encode() and decode() of text",
    ),
    ...refusedAll(
      "BOM BOM_BE BOM_LE BOM_UTF16 BOM_UTF16_BE BOM_UTF16_LE BOM_UTF32 BOM_UTF32_BE BOM_UTF32_LE BOM32_BE BOM32_LE BOM64_BE BOM64_LE",
      "the mark of an encoding that is not translated",
    ),
    ...refusedAll(
      "ascii_decode ascii_encode charbuffer_encode charmap_build charmap_decode charmap_encode escape_decode escape_encode latin_1_decode latin_1_encode " +
        "raw_unicode_escape_decode raw_unicode_escape_encode readbuffer_encode sys unicode_escape_decode unicode_escape_encode unicode_internal_decode " +
        "unicode_internal_encode utf_16_be_decode utf_16_be_encode utf_16_decode utf_16_encode utf_16_ex_decode utf_16_le_decode utf_16_le_encode " +
        "utf_32_be_decode utf_32_be_encode utf_32_decode utf_32_encode utf_32_ex_decode utf_32_le_decode utf_32_le_encode utf_7_decode utf_7_encode " +
        "utf_8_decode utf_8_encode",
      "a step inside the codecs",
    ),
  },
};

export const codecsType: InstanceType = {
  name: FILE,
  tsType: ({ runtimeType }) => runtimeType("python", "EncodedFile"),
  members: {
    ...Object.fromEntries([
      own("read", unicode),
      own("readline", unicode),
      own("readlines", (c) => listOf(c.clock, unicode)),
      own("close", none),
    ]),
    write: written,
    __enter__: fn("", lib(FILE), (c) => c.receiverTs),
    writelines: fn("lines:list|tuple", none, (c): Emitted =>
      has(c.type("lines"), "list", "tuple")
        ? method(c.receiverTs, "writelines", [c.ts("lines")])
        : "lines that are no list",
    ),
    flush: fn("", none, () => id("undefined")),
    ...refusedAll(
      "seek tell truncate next reset encoding errors name stream",
      "a part of a file with an encoding that is not translated",
    ),
  },
  iterates: () => unicode,
  iterate: ({ receiverTs }) => receiverTs,
};
