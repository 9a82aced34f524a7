import { bytes, int, lib, listOf, none, str } from "../analysis/types.ts";
import { call, construct, id, method, number, object } from "../emit/build.ts";
import {
  type Emitted,
  type Entry,
  fn,
  type FunctionEntry,
  type InstanceType,
  type LibraryModule,
  refused,
  value,
} from "./entry.ts";
import { checksum } from "./binascii.ts";
import { bytesOf } from "./hashlib.ts";
import { refusedAll } from "./refusals.ts";
import { inPlaces, parameterNames } from "./signature.ts";
import { has } from "../analysis/kinds.ts";

const GZIP = "gzip.GzipFile";

const own = (name: string, params: string, result: FunctionEntry["result"]): readonly [string, Entry] => [
  name,
  fn(params, result, (c) => method(c.receiverTs, name, inPlaces(c, parameterNames(params)))),
];

const reads = (node: { kind: string } | null): boolean => {
  const mode = node as { kind: string; value?: unknown } | null;
  return mode === null || (mode.kind === "Str" && /^(r|rb)$/.test(String(mode.value)));
};

export const gzip: LibraryModule = {
  name: "gzip",
  members: {
    GzipFile: fn(
      "filename?, mode?:text, ~compresslevel?:int, fileobj?:StringIO.StringIO|file",
      lib(GZIP),
      (c): Emitted => {
        if (!reads(c.node("mode"))) return "writing gzipped data: use gzipSync of node:zlib by hand";
        if (c.has("fileobj")) return construct(c.runtime("python", "GzipFile"), [c.ts("fileobj")]);
        if (!c.has("filename") || has(c.type("filename"), "none")) return "GzipFile without a file";
        return construct(c.runtime("python", "GzipFile"), [call(c.runtime("python", "openFile"), [c.ts("filename")])]);
      },
    ),
    open: fn("filename:text, mode?:text, ~compresslevel?:int", lib(GZIP), (c): Emitted =>
      reads(c.node("mode"))
        ? construct(c.runtime("python", "GzipFile"), [call(c.runtime("python", "openFile"), [c.ts("filename")])])
        : "writing gzipped data: use gzipSync of node:zlib by hand",
    ),
  },
};

/** The text that bytes stand for, as a read of a file gives it. */
const decompress = fn("data:bytes, wbits?:int, ~bufsize?:int", str, (c) => {
  const args = [bytesOf(c, "data"), ...(c.has("wbits") ? [c.ts("wbits")] : [])];
  return call(c.runtime("python", "decodeText"), [call(c.runtime("python", "decompress"), args)]);
});

/** What is compressed is text again or bytes; which bytes they are in between is the library's own. */
const compress = fn("data:bytes, level?:int", bytes, (c): Emitted => {
  const level = c.node("level");
  if (level && !(level.kind === "Num" && Number(level.number.value) <= 9))
    return "compressing with a level that is not written out";
  c.assume("A0132", "compressed bytes are another version's");
  const given = [bytesOf(c, "data"), ...(level ? [object([["level", c.ts("level")]])] : [])];
  return call(c.nodeImport("zlib", "deflateSync"), given);
});

export const zlib: LibraryModule = {
  name: "zlib",
  members: {
    compress,
    decompress,
    MAX_WBITS: value(int, () => number(15)),
    ...refusedAll("compressobj", "compressing piece by piece: use zlib.compress() of the whole"),
    ...refusedAll(
      "DEFLATED DEF_MEM_LEVEL ZLIB_VERSION Z_BEST_COMPRESSION Z_BEST_SPEED Z_DEFAULT_COMPRESSION Z_DEFAULT_STRATEGY Z_FILTERED Z_FINISH " +
        "Z_FULL_FLUSH Z_HUFFMAN_ONLY Z_NO_FLUSH Z_SYNC_FLUSH",
      "settings of what is compressed",
    ),
    decompressobj: refused("decompressing piece by piece: use zlib.decompress() of the whole"),
    crc32: checksum("crc32"),
    adler32: checksum("adler32"),
  },
};

export const compressionTypes: readonly InstanceType[] = [
  {
    name: GZIP,
    tsType: ({ runtimeType }) => runtimeType("python", "GzipFile"),
    members: {
      ...Object.fromEntries([
        own("read", "size?:int", str),
        own("readline", "", str),
        own("readlines", "", (c) => listOf(c.clock, str)),
        own("close", "", none),
      ]),
      flush: fn("", none, () => id("undefined")),
      ...refusedAll("write seek tell rewind fileobj name mode", "a part of GzipFile that is not translated"),
    },
    iterates: () => str,
    iterate: ({ receiverTs }) => method(receiverTs, "lines"),
  },
];
