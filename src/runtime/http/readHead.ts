import { stripSpace } from "../python/text/stripSpace.ts";
import type { Connection } from "./Connection.ts";
import { BadStatusLine, HTTPException, UnknownProtocol } from "./errors/HTTPException.ts";
import { latin1Bytes, latin1ToText } from "./latin1.ts";

/** The head of an answer, as it came: repeated fields are repeated, values and lines hold one byte in each character. */
export interface Head {
  /** Of the protocol, as sent: `HTTP/1.1`; absent where there was none or it is not known. */
  readonly version?: string;
  /** The first line, where it is none of HTTP and so the body begins with it. */
  readonly bare?: string;
  readonly status: number;
  /** The phrase beside the status. */
  readonly reason: string;
  readonly fields: readonly (readonly [name: string, value: string, lines?: string])[];
}

/**
 * Reads a head as httplib does, which takes much that is not HTTP: a first line of anything else is the body of an
 * HTTP/0.9 answer, lines that are no fields are skipped, and a head may just end. Interim answers (100) are passed over.
 */
export async function readHead(connection: Connection): Promise<Head> {
  const first = await connection.receiveLine("header line");
  if (first === "") throw new BadStatusLine("No status line received - the server has closed the connection");
  const [, version = "", code = "", phrase = ""] =
    /^[ \t-\r]*([^ \t-\r]+)[ \t-\r]+([^ \t-\r]+)([^]*)$/.exec(first) ?? [];
  if (!version.startsWith("HTTP/")) {
    connection.giveBack(latin1Bytes(first));
    return { bare: first, status: 200, reason: "", fields: [] };
  }
  const status = Number(code);
  if (!/^[-+]?\d+$/.test(code) || status < 100 || status > 999) throw new BadStatusLine(latin1ToText(first));
  // What says that it is of HTTP/0.9 has no head beside its first line.
  if (status !== 100 && version === "HTTP/0.9")
    return { version, status, reason: latin1ToText(stripSpace(phrase)), fields: [] };
  if (status !== 100 && !version.startsWith("HTTP/1.")) throw new UnknownProtocol(version);
  const fields: [string, string, string][] = [];
  /** The field that a line which begins with a blank goes on with; none behind a line that is no field. */
  let last: [string, string, string] | undefined;
  let line = await connection.receiveLine("header line");
  while (line.startsWith("From ")) line = await connection.receiveLine("header line");
  for (let lines = 0; !/^\r?\n?$/.test(line); line = await connection.receiveLine("header line")) {
    const colon = line.indexOf(":");
    if (/^[ \t]/.test(line) && last !== undefined) {
      last[1] += `\n ${stripSpace(line)}`;
      last[2] += line;
    } else if (colon > 0) {
      last = [line.slice(0, colon), stripSpace(line.slice(colon + 1)), line];
      fields.push(last);
    } else {
      last = undefined;
      continue;
    }
    if (++lines > 100) throw new HTTPException("got more than 100 headers");
  }
  if (status === 100) return readHead(connection);
  return { version, status, reason: latin1ToText(stripSpace(phrase)), fields };
}
