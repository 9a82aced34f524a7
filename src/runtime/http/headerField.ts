import { ValueError } from "../python/exceptions/ValueError.ts";
import { reprStr } from "../python/repr/reprStr.ts";
import { encodeText } from "../python/text/encodeText.ts";
import { latin1Text } from "./latin1.ts";

/** A header field as it goes on the wire, one byte in each character; a ValueError for what httplib does not send. */
export function headerField(name: string, value: string): [name: string, value: string] {
  if (!/^[^: \t-\r][^:\r\n]*$/.test(name)) throw new ValueError(`Invalid header name ${reprStr(name)}`);
  if (/\n(?![ \t])|\r(?![ \t\n])/.test(value)) throw new ValueError(`Invalid header value ${reprStr(value)}`);
  return [name, latin1Text(encodeText(value))];
}
