import { bool, int } from "../analysis/types.ts";
import { binary, number } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type Entry, fn, type LibraryModule, value } from "./entry.ts";
import { STAT_FIELDS } from "./os.ts";

/** The kinds of file, by the names that `S_IS…` and `S_IF…` end in: what CPython 2.7 has in `stat.py`, as Linux has. */
const kinds = {
  DIR: 0o040000,
  CHR: 0o020000,
  BLK: 0o060000,
  REG: 0o100000,
  FIFO: 0o010000,
  LNK: 0o120000,
  SOCK: 0o140000,
};

const permissions =
  "S_ISUID=2048 S_ISGID=1024 S_ENFMT=1024 S_ISVTX=512 S_IREAD=256 S_IWRITE=128 S_IEXEC=64 S_IRWXU=448 S_IRUSR=256 S_IWUSR=128 S_IXUSR=64 " +
  "S_IRWXG=56 S_IRGRP=32 S_IWGRP=16 S_IXGRP=8 S_IRWXO=7 S_IROTH=4 S_IWOTH=2 S_IXOTH=1 UF_NODUMP=1 UF_IMMUTABLE=2 UF_APPEND=4 UF_OPAQUE=8 " +
  "UF_NOUNLINK=16 UF_COMPRESSED=32 UF_HIDDEN=32768 SF_ARCHIVED=65536 SF_IMMUTABLE=131072 SF_APPEND=262144 SF_NOUNLINK=1048576 SF_SNAPSHOT=2097152";

const constant = (n: number): Entry => value(int, () => number(n));

/** Bits of the mode; of any int that a number holds `&` gives these as Python does. */
const bits = (mode: ts.Expression, mask: number): ts.Expression => binary("&", mode, number(mask));
const FORMAT = 0o170000;

export const stat: LibraryModule = {
  name: "stat",
  members: {
    ...Object.fromEntries(
      Object.entries(kinds).flatMap(([kind, format]): [string, Entry][] => [
        [`S_IF${kind.replace(/^FIFO$/, "IFO")}`, constant(format)],
        [`S_IS${kind}`, fn("mode:int", bool, (c) => binary("===", bits(c.ts("mode"), FORMAT), number(format)))],
      ]),
    ),
    S_IFMT: fn("mode:int", int, (c) => bits(c.ts("mode"), FORMAT)),
    S_IMODE: fn("mode:int", int, (c) => bits(c.ts("mode"), 0o7777)),
    ...Object.fromEntries(
      permissions.split(" ").map((one): [string, Entry] => {
        const [name = "", n = ""] = one.split("=");
        return [name, constant(Number(n))];
      }),
    ),
    ...Object.fromEntries(STAT_FIELDS.map((name, at) => [name.toUpperCase(), constant(at)])),
  },
};
