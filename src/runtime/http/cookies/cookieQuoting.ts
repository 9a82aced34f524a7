import { fromByteString } from "../../python/text/fromByteString.ts";
import { toByteString } from "../../python/text/toByteString.ts";

/** Characters that names and values of cookies are made of (RFC 2068, as Python reads it). */
export const legalCookieText = /^[\w!#$%&'*+\-.^`|~]*$/;

/** A value as `Cookie` writes it: in quotation marks, with octal numbers for what is not plain text, if there is any such. */
export function quoteCookie(value: string): string {
  if (legalCookieText.test(value)) return value;
  const escaped = toByteString(value).replace(/[",;\\]|[^ -~]/g, (byte) =>
    /["\\]/.test(byte) ? `\\${byte}` : `\\${byte.charCodeAt(0).toString(8).padStart(3, "0")}`,
  );
  return `"${fromByteString(escaped)}"`;
}

/** The value that stands in quotation marks; one without is itself. */
export function unquoteCookie(coded: string): string {
  if (!/^"[^]*"$/.test(coded) || coded.length < 2) return coded;
  const value = toByteString(coded.slice(1, -1)).replace(
    /\\([0-3][0-7][0-7])|\\(.)/g,
    (_, octal: string | undefined, plain: string | undefined) =>
      plain ?? String.fromCharCode(Number.parseInt(octal ?? "", 8)),
  );
  return fromByteString(value);
}
