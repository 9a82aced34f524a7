import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { decodeText } from "../text/decodeText.ts";
import { encodeText } from "../text/encodeText.ts";

const latin1 = /^(iso-?8859-?1|iso_8859-1|latin-?1|l1)$/;
const ascii = /^(us-)?ascii$/;
const utf8 = /^utf-?8$/;
/** Encodings of one byte a character that Node and Python read alike. */
const singleByte = /^(iso-8859-(2|3|4|5|7|9|10|13|14|15)|koi8-r|windows-1251|cp1251)$/;
const multiByte = /^(gb2312|gbk|gb18030|big5|euc-jp|euc-kr|shift[-_]jis|sjis|iso-2022-jp)$/;

/**
 * The text of a document, by its byte order mark or the encoding that it declares. A byte that is none of a character's becomes a lone
 * surrogate, which is no character of XML.
 */
export function xmlSource(data: string | Uint8Array): string {
  const bytes = typeof data === "string" ? encodeText(data) : data;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const text = decodeText(bytes);
  const [, declared] = /^\uFEFF?<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(text) ?? [];
  const encoding = declared?.toLowerCase() ?? "utf-8";
  if (utf8.test(encoding) || encoding === "utf-16") return text.replace(/^\uFEFF/, "");
  if (latin1.test(encoding)) return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  if (ascii.test(encoding))
    return Array.from(bytes, (byte) => String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte)).join("");
  if (singleByte.test(encoding)) return new TextDecoder(encoding).decode(bytes);
  if (multiByte.test(encoding)) throw new ValueError("multi-byte encodings are not supported");
  throw new UntranslatedError("U0103", `XML in ${declared}`);
}
