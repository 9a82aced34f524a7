import { isBytes } from "../analysis/kinds.ts";
import { asciiStr } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import { type Entry, fn, type LibraryModule } from "./entry.ts";
import { bytesOf } from "./hashlib.ts";
import { refusedAll } from "./refusals.ts";
import { asUsed, usedBytes } from "./used-bytes.ts";
import { asStr } from "./mixed-text.ts";

const encode = (params: string, feature: string): Entry =>
  fn(params, asciiStr, (c) => {
    if (c.has("altchars")) return "base64 with characters of one's own";
    const type = c.type("s");
    // The runtime takes text for its bytes itself; what is asked here is the report on unicode.
    if (!isBytes(type)) bytesOf(c, "s");
    return call(c.runtime("python", feature), [c.ts("s")]);
  });

const decode = (params: string, feature: string): Entry =>
  fn(params, usedBytes, (c) =>
    c.has("altchars")
      ? "base64 with characters of one's own"
      : asUsed(c, call(c.runtime("python", feature), [asStr(c, c.ts("s"), c.type("s"), "base64 in unicode")])),
  );

/** Small letters count where the call says so. */
const folding = (params: string, feature: string): Entry =>
  fn(params, usedBytes, (c) => {
    if (c.has("map01")) return "digits that stand for letters";
    const node = c.node("casefold");
    return asUsed(c, call(c.runtime("python", feature), node ? [c.ts("s"), c.truth(node)] : [c.ts("s")]));
  });

export const base64: LibraryModule = {
  name: "base64",
  members: {
    b64encode: encode("s:bytes, altchars?", "base64Encode"),
    standard_b64encode: encode("s:bytes", "base64Encode"),
    urlsafe_b64encode: encode("s:bytes", "base64EncodeUrlSafe"),
    encodestring: encode("s:bytes", "base64EncodeLines"),
    b64decode: decode("s:bytes, altchars?", "base64Decode"),
    standard_b64decode: decode("s:bytes", "base64Decode"),
    urlsafe_b64decode: decode("s:bytes", "base64DecodeUrlSafe"),
    decodestring: decode("s:bytes", "bytesFromBase64"),
    b16encode: encode("s:bytes", "base16Encode"),
    b32encode: encode("s:bytes", "base32Encode"),
    b16decode: folding("s:bytes, casefold?", "base16Decode"),
    b32decode: folding("s:bytes, casefold?, map01?", "base32Decode"),
    ...refusedAll("encode decode", "base64 from file to file is not translated: encode what was read"),
    ...refusedAll(
      "EMPTYSTRING MAXBINSIZE MAXLINESIZE main test test1 k v",
      "a part of the module that nobody is meant to use",
    ),
  },
};
