import { BadStatusLine } from "./errors/BadStatusLine.ts";
import { HTTPException } from "./errors/HTTPException.ts";
import { LineTooLong } from "./errors/LineTooLong.ts";
import { UnknownProtocol } from "./errors/UnknownProtocol.ts";
import { latin1ToText } from "./latin1.ts";

/** The head of an answer, as it came: repeated fields are repeated, values hold one byte in each character. */
export interface Head {
  /** Of the protocol, as sent: `HTTP/1.1`; absent where there was none or it is not known. */
  readonly version?: string;
  readonly status: number;
  /** The phrase beside the status. */
  readonly reason: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads a head as httplib does, which takes much that is not HTTP: a first line of anything else is the body of an
 * HTTP/0.9 answer, lines that are no fields are skipped, and a head may just end. Interim answers (100) are passed over.
 *
 * Gives the head and the text after it, or null if `text` is not all of a head and more may come.
 */
export function parseHead(text: string, ended: boolean): { readonly head: Head; readonly rest: string } | null {
  const first = readLine(text, 0, ended);
  if (first === null) return null;
  if (first === "") throw new BadStatusLine("No status line received - the server has closed the connection");
  const [, version = "", code = "", phrase = ""] = /^\s*(\S+)\s+(\S+)([^]*)$/.exec(first) ?? [];
  if (!version.startsWith("HTTP/")) return { head: { status: 200, reason: "", fields: [] }, rest: text };
  const status = Number(code);
  if (!/^[-+]?\d+$/.test(code) || status < 100 || status > 999) throw new BadStatusLine(latin1ToText(first));
  if (status !== 100 && !version.startsWith("HTTP/1.")) throw new UnknownProtocol(version);
  const fields: [string, string][] = [];
  for (let at = first.length, lines = 0; ;) {
    const line = readLine(text, at, ended);
    if (line === null) return null;
    at += line.length;
    if (/^\r?\n?$/.test(line)) {
      if (status === 100) return parseHead(text.slice(at), ended);
      return { head: { version, status, reason: latin1ToText(phrase.trim()), fields }, rest: text.slice(at) };
    }
    const last = fields.at(-1);
    const colon = line.indexOf(":");
    if (/^[ \t]/.test(line) && last !== undefined) last[1] += `\n ${line.trim()}`;
    else if (colon > 0) fields.push([line.slice(0, colon), line.slice(colon + 1).trim()]);
    else continue;
    if (++lines > 100) throw new HTTPException("got more than 100 headers");
  }
}

/** The line at an offset with its end, "" at the end of the text; null if its end has not come yet. */
function readLine(text: string, at: number, ended: boolean): string | null {
  const end = text.indexOf("\n", at) + 1;
  if ((end || text.length) - at > 65536) throw new LineTooLong("header line");
  return end === 0 && !ended ? null : text.slice(at, end || text.length);
}
