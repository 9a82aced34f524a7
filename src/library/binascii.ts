import { asciiStr, int } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type Entry, fn, type LibraryModule } from "./entry.ts";
import { bytesOf } from "./hashlib.ts";
import { refusedAll } from "./refusals.ts";
import { asUsed, usedBytes } from "./used-bytes.ts";

const made = (c: CallEmit, feature: string): ts.Expression => call(c.runtime("python", feature), [bytesOf(c, "data")]);

const digits = fn("data:bytes", asciiStr, (c) => made(c, "hexDigits"));
const fromDigits = fn("data:bytes", usedBytes, (c) => asUsed(c, made(c, "bytesFromHex")));

/** `crc32` and `adler32`, of `zlib` too. */
export const checksum = (feature: string): Entry =>
  fn("data:bytes, start?:int", int, (c) =>
    call(c.runtime("python", feature), c.has("start") ? [bytesOf(c, "data"), c.ts("start")] : [bytesOf(c, "data")]),
  );

/** `binascii`: bytes as digits, and checksums. */
export const binascii: LibraryModule = {
  name: "binascii",
  members: {
    hexlify: digits,
    b2a_hex: digits,
    unhexlify: fromDigits,
    a2b_hex: fromDigits,
    crc32: checksum("crc32"),
    b2a_base64: fn("data:bytes", asciiStr, (c) => made(c, "base64Line")),
    a2b_base64: fn("data:bytes", usedBytes, (c) => asUsed(c, made(c, "bytesFromBase64"))),
    ...refusedAll("a2b_uu b2a_uu a2b_qp b2a_qp", "uuencoded and quoted-printable text"),
    ...refusedAll("a2b_hqx b2a_hqx rlecode_hqx rledecode_hqx crc_hqx Incomplete", "BinHex"),
  },
};
