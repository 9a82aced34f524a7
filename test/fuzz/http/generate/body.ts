import type { Choices } from "../Choices.ts";

/** `line one\nline two\n`, as gzip packs it. */
const GZIP =
  "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xcb\xc9\xccKU\xc8\xcfK\xe5\xca\x011J\xca\xf3\xb9\x00\x8b\xd7\xf4u\x12\x00\x00\x00";

const BODIES = [
  "line one\nline two\n",
  "",
  "x",
  "no end of line",
  "one\r\ntwo\r\n\r\nfour",
  '{"id": 1, "name": "caf\\u00e9", "items": [1, 2.5, null]}',
  "<html><title>caf\xc3\xa9</title></html>\n",
  "latin caf\xe9\n",
  "\x00\x01\xff\xfe\n\x80",
  GZIP,
  GZIP.slice(0, 20),
  "a,b\n1,2\n",
  "{x*9000}\nend\n",
  "\n\n\n",
  "key=value&other=1",
];

export const body = (g: Choices): string => g.pick(BODIES);

/** How many bytes it is on the wire. */
export const lengthOf = (text: string): number =>
  text.replace(/\{x\*(\d+)\}/g, (_, count: string) => "x".repeat(Number(count))).length;

function chunk(g: Choices, text: string): string {
  const size = lengthOf(text).toString(16);
  const told = g.mostly(
    [size, size, size.toUpperCase(), `00${size}`, `${size};ext=1`],
    [
      ` ${size}`,
      `${size} `,
      "zz",
      "",
      "-5",
      "ffffffff",
      "1",
      `0x${size}`,
      `${size};`,
      `+${size}`,
      `${size}L`,
      "{x*70000}",
    ],
  );
  return `${told}${g.mostly(["\r\n"], ["\n", "\r"])}${text}${g.mostly(["\r\n"], ["\n", "", "XX"])}`;
}

/** A body in chunks, mostly well made. */
export function chunked(g: Choices, text: string): string {
  const cut = text.startsWith("{") && text.includes("x*") ? 0 : g.number(0, text.length);
  const parts = [text.slice(0, cut), text.slice(cut)].filter((part) => part !== "");
  const last = g.mostly(
    ["0\r\n\r\n", "0\r\nX-Trailer: t\r\n\r\n"],
    ["", "0\r\n", "0", "0\n\n", "000\r\n\r\n", "0;last\r\n\r\n", "0\r\nno colon\r\n\r\n", "\r\n", "0\r\n\r\nmore"],
  );
  return parts.map((part) => chunk(g, part)).join("") + last;
}
