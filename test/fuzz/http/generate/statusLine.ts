import type { Choices } from "../Choices.ts";

const REASONS: Readonly<Record<number, string>> = {
  200: "OK",
  201: "Created",
  204: "No Content",
  206: "Partial Content",
  301: "Moved Permanently",
  302: "Found",
  303: "See Other",
  304: "Not Modified",
  307: "Temporary Redirect",
  401: "Unauthorized",
  404: "Not Found",
  407: "Proxy Authentication Required",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

const USUAL = Object.keys(REASONS).map(Number);

/** Begins of an answer that no server should send. */
const ODD_LINES = [
  "HTTP/1.1 200",
  "HTTP/1.1 200 ",
  "HTTP/1.1  200   OK  then ",
  "HTTP/1.1\t200\tOK",
  "HTTP/1.1 200\x0bOK",
  "http/1.1 200 ok",
  "HTTP/1.1 200OK",
  "HTTP/1.1 abc OK",
  "HTTP/1.1 +200 OK",
  "HTTP/1.1 -200 OK",
  "HTTP/1.1 0200 OK",
  "HTTP/1.1 0x1 OK",
  "HTTP/1.1 2e2 OK",
  "HTTP/1.1 200L OK",
  "HTTP/1.1 99 Low",
  "HTTP/1.1 100000 High",
  "HTTP/1.1 1000 High",
  "HTTP/1.1 999 Last",
  "HTTP/1.1 000 Zero",
  "HTTP/1.1",
  "HTTP/1.1 ",
  "HTTP/",
  "HTTP/1.1 200 caf\xe9",
  "HTTP/1.1 200 caf\xc3\xa9",
  "HTTP/1.1 200 O\0K",
  "HTTP/1.1 200 {x*70000}",
  "HTTP/1.0",
  "HTTP/0.9 200 OK",
  "HTTP/1 200 OK",
  "HTTP/1.2 200 OK",
  "HTTP/1.10 200 OK",
  "HTTP/1.x 200 OK",
  "HTTP/2.0 200 OK",
  "HTTP/2 200",
  "HTTP/11 200 OK",
  "HTTP/ 200 OK",
  "HTTP 200 OK",
  "HTTPS/1.1 200 OK",
  "ICY 200 OK",
  "SSH-2.0-OpenSSH_9.6",
  "200 OK",
  "<html>",
  " HTTP/1.1 200 OK",
  "\r\nHTTP/1.1 200 OK",
  "",
  "\xff\xfe\x00",
  "{x*70000}",
];

/** A status line without its end, with the code that a client reads in it. */
export function statusLine(g: Choices): readonly [line: string, code: number] {
  if (g.chance(1, 8)) return [g.pick(ODD_LINES), 200];
  const code = g.chance(1, 10) ? g.number(100, 599) : g.chance(1, 2) ? 200 : g.pick(USUAL);
  const version = g.mostly(["1.1", "1.1", "1.0"], ["1.2", "1.01", "0.9"]);
  return [`HTTP/${version} ${code} ${REASONS[code] ?? "Whatever"}`, code];
}
