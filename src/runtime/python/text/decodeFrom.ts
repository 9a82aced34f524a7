import { LookupError } from "../exceptions/LookupError.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { decodeAscii } from "./decodeAscii.ts";
import { decodeSingleByte } from "./decodeSingleByte.ts";
import { decodeUtf8 } from "./decodeUtf8.ts";
import { encodeText } from "./encodeText.ts";

/** Names of CPython's codecs, in the form in which it looks them up. */
const families: readonly (readonly [RegExp, (text: string, errors: Errors) => string])[] = [
  [/^(utf_?8|utf|u8|utf8_ucs[24])$/, (text, errors) => decodeUtf8(encodeText(text), errors)],
  [/^(us_?)?ascii$|^(us|646|iso646_us)$/, decodeAscii],
  [/^(iso_?)?8859(_1)?$|^latin(_?1)?$|^l1$|^cp819$/, (text) => decodeSingleByte(text, "latin-1")],
  [/^(cp|windows_)?1252$/, (text, errors) => decodeSingleByte(text, "cp1252", errors)],
];

/** How the names of all its codecs begin: what begins otherwise is none. */
const beginnings =
  "03 10 11 12 42 43 50 64 77 85 86 88 93 94 95 al an ar as ba bi bz ch cp cs cy db eb ec el eu gb gr he hk hp hz ib id is ji jo ko ks l1 l2 l3 l4 l5 l6 l7 l8 l9 la ma mb ms pa pt pu qu r8 ra ro s_ sh sj st ta th ti u1 u3 u7 u8 u_ uh uj un us ut uu wi zi zl";

type Errors = "strict" | "ignore" | "replace";

/** `s.decode(encoding, errors)` with an encoding that the program finds when it runs, such as the charset of an answer. */
export function decodeFrom(text: string, encoding: string | null, errors: Errors = "strict"): string {
  if (encoding === null) throw new PyTypeError("decode() argument 1 must be string, not None");
  const name = encoding
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "_")
    .replace(/^_|_$/g, "")
    .replaceAll(".", "_");
  const family = families.find(([names]) => names.test(name));
  if (family) return family[1](text, errors);
  if (!beginnings.split(" ").includes(name.slice(0, 2))) throw new LookupError(`unknown encoding: ${encoding}`);
  throw new UntranslatedError("U0103", `decoding from ${encoding}`);
}
