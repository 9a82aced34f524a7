import { bool, float, tupleOf } from "../analysis/types.ts";
import { binary, call, id, member, number } from "../emit/build.ts";
import { type Entry, fn, type LibraryModule, value } from "./entry.ts";
import { refusedAll } from "./refusals.ts";

const native = (name: string): Entry => fn("x:number", float, (c) => call(member(id("Math"), name), [c.ts("x")]));

/** Its errors are Python's; IEEE 754 settles its result, or it cannot be told apart. */
const checked = (name: string, params = "x:number"): Entry =>
  fn(params, float, (c) => {
    const names = params.split(",").map((p) => p.trim().replace(/:.*/, ""));
    return call(c.runtime("python", "inDomain"), [member(id("Math"), name), ...names.map((n) => c.ts(n))]);
  });

const scaled = (numerator: string, denominator: string): Entry =>
  fn("x:number", float, (c) => {
    const part = (name: string) => (name === "pi" ? member(id("Math"), "PI") : number(180));
    return binary("*", c.ts("x"), binary("/", part(numerator), part(denominator)));
  });

const lastDigit = "JavaScript's result may differ from C's in the last digit: write it by hand where that does no harm";

export const math: LibraryModule = {
  name: "math",
  members: {
    pi: value(float, () => member(id("Math"), "PI")),
    e: value(float, () => member(id("Math"), "E")),
    floor: native("floor"),
    ceil: native("ceil"),
    fabs: native("abs"),
    sqrt: checked("sqrt"),
    degrees: scaled("180", "pi"),
    radians: scaled("pi", "180"),
    modf: fn("x:number", tupleOf([float, float]), (c) => call(c.runtime("python", "modf"), [c.ts("x")])),
    isnan: fn("x:number", bool, (c) => call(member(id("Number"), "isNaN"), [c.ts("x")])),
    isinf: fn("x:number", bool, (c) => binary("===", call(member(id("Math"), "abs"), [c.ts("x")]), id("Infinity"))),
    ...refusedAll(
      "acos acosh asin asinh atan atan2 atanh cos cosh erf erfc exp expm1 gamma hypot lgamma log log10 log1p pow sin sinh tan tanh",
      lastDigit,
    ),
    ...refusedAll(
      "factorial frexp fsum ldexp trunc fmod copysign",
      "there is no counterpart in JavaScript's Math that does the same",
    ),
  },
};
