import { StructError } from "./StructError.ts";

/** One item of a format: `3h` is three of them, `5s` one of five bytes. */
export interface Field {
  readonly code: string;
  /** Where it begins. */
  readonly offset: number;
  /** Its bytes. */
  readonly size: number;
}

/** What a format of `struct` says: CPython's on 64-bit Linux. */
export interface Layout {
  readonly fields: readonly Field[];
  readonly size: number;
  readonly littleEndian: boolean;
  /** Of the machine's own sizes. */
  readonly isNative: boolean;
}

const standard: Readonly<Record<string, number>> = {
  x: 1,
  s: 1,
  p: 1,
  c: 1,
  b: 1,
  B: 1,
  "?": 1,
  h: 2,
  H: 2,
  i: 4,
  I: 4,
  l: 4,
  L: 4,
  q: 8,
  Q: 8,
  f: 4,
  d: 8,
};

/** Sizes of the machine, which `@` and no mark at all stand for; each begins at a multiple of its size. */
const native: Readonly<Record<string, number>> = { ...standard, l: 8, L: 8, P: 8 };

/** Reads `"<2hi"`. */
export function readLayout(format: string): Layout {
  const [, mark = "", rest = ""] = /^([@=<>!]?)([^]*)$/.exec(format) ?? [];
  const isNative = mark === "" || mark === "@";
  const sizes = isNative ? native : standard;
  const fields: Field[] = [];
  let offset = 0;
  for (const [whole, digits = "", code = ""] of rest.matchAll(/[ \t-\r]|(\d*)([^])|\d+$/g)) {
    if (/^[ \t-\r\d]/.test(whole) && code === "") continue;
    const size = sizes[code];
    if (size === undefined) throw new StructError("bad char in struct format");
    const count = digits === "" ? 1 : Number(digits);
    if (isNative) offset = Math.ceil(offset / size) * size;
    if (code === "s" || code === "p") fields.push({ code, offset, size: count });
    else if (code !== "x") for (let n = 0; n < count; n++) fields.push({ code, offset: offset + n * size, size });
    offset += count * size;
  }
  return { fields, size: offset, littleEndian: mark !== ">" && mark !== "!", isNative };
}
