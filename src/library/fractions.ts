import { int, mixedLong } from "../analysis/types.ts";
import { isLong, only } from "../analysis/kinds.ts";
import { call } from "../emit/build.ts";
import { type CallTypes, type Emitted, fn, type LibraryModule, refused } from "./entry.ts";

const hasLong = (c: CallTypes): boolean => isLong(c.type("a")) || isLong(c.type("b"));

/** `fractions` of CPython 2.7: `gcd` is Euclid's algorithm, whose result has the sign of what it ends with. */
export const fractions: LibraryModule = {
  name: "fractions",
  members: {
    gcd: fn(
      "a:int|long, b:int|long",
      (c) => (hasLong(c) ? mixedLong : int),
      (c): Emitted => {
        if (![c.type("a"), c.type("b")].every((type) => only(type, "int", "long")))
          return "gcd() of what are not known to be integers";
        return call(c.runtime("python", hasLong(c) ? "longGreatestDivisor" : "greatestDivisor"), [
          c.ts("a"),
          c.ts("b"),
        ]);
      },
    ),
    Fraction: refused("rational numbers: use an npm package such as fraction.js"),
    Decimal: refused("decimal numbers: use an npm package such as decimal.js"),
    ...Object.fromEntries(
      ["Rational", "division", "math", "numbers", "operator", "re"].map((name) => [
        name,
        refused("not a name of its own"),
      ]),
    ),
  },
};
