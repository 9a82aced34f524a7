const ftp = "FTP is refused (U0103)";
const data = "urllib's data: URLs are refused (U0103)";
const addresses = "the order of a dict with None as a key depends on its address in memory";
const length = "a Request that is sent again with other data keeps the length of the first";
const beyondAscii = "unicode beyond ASCII at the end of a program is written here: docs/equivalence.md";
const killed = "os._exit() is refused (U0103), and output is written when it is printed: docs/equivalence.md";
const rawEnd = "Node does not tell an end of TLS without its closing message from one with it: docs/equivalence.md";
const finraw = ["finraw-before", "finraw-mid-body", "finraw-close"].flatMap((path) =>
  ["", ',"library":"httplib"'].map((more) => `{"url":"https://localhost:{tls}/${path}","tls":"ca"${more}}`),
);

/** Rows that show what an assumption means: its code, which must be reported where they stand. By `suite/key`. */
export const assumed: ReadonlyMap<string, string> = new Map([
  ["programs/encodings.py: row4", "A0105"],
  ["programs/encodings.py: row5", "A0105"],
  ["programs/encodings.py: row22", "A0105"],
  ["programs/encodings.py: row23", "A0105"],
  ["programs/encodings.py: row25", "A0103"],
  ["programs/language.py: row75", "A0103"],
  ["programs/language.py: printed", "A0103"],
  ["programs/security.py: otherhost", "A0122"],
]);

/** Rows that differ without a report where they stand, and why: each is named among the known differences in docs/equivalence.md. */
export const unreported: ReadonlyMap<string, string> = new Map([
  ...finraw.map((key) => [`requests/6.9 faults over TLS: ${key}`, rawEnd] as const),
  ['requests/6.9 faults over TLS: {"url":"https://localhost:{tls12}/finraw-mid-body","tls":"ca"}', rawEnd],
  [
    'requests/6.9 faults over TLS: {"url":"https://localhost:{tls12}/finraw-mid-body","tls":"ca","library":"httplib"}',
    rawEnd,
  ],
  ["endings/import sys; sys.exit(u'\\xe9')", beyondAscii],
  ["endings/raise ValueError(u'\\xe9')", beyondAscii],
  ["endings/import os\nprint 'lost?',\nos._exit(5)", killed],
  ["programs/security.py: localfiles", ftp],
  ["programs/language.py: row122", addresses],
  ["programs/openers.py: again", length],
  ['requests/8 redirects: {"url":"http://127.0.0.1:{port}/redir?loc=ftp%3A%2F%2F127.0.0.1%3A1%2Fx"}', ftp],
  ['requests/9 URLs: {"url":"ftp://127.0.0.1:1/x"}', ftp],
  ['requests/9 URLs: {"url":"ftp://127.0.0.1:1/x","library":"urllib"}', ftp],
  ['requests/9 URLs: {"url":"data:text/plain,hello","library":"urllib"}', data],
  ['requests/9 URLs: {"url":"data:text/plain;base64,aGVsbG8=","library":"urllib"}', data],
]);
