import { bool, float, int, long, tupleOf } from "../analysis/types.ts";
import { only } from "../analysis/kinds.ts";
import { arrow, binary, call, id, member, number } from "../emit/build.ts";
import { type CallTypes, type Emitted, type Entry, fn, type LibraryModule, value } from "./entry.ts";
import { elementOf, iterable } from "./iterable.ts";
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

/** A function whose last digit may be another one in JavaScript, which is told; `feature` is the runtime's, with the errors of Python. */
const nearly = (params: string, feature: string, name: string | null = null): Entry =>
  fn(params, float, (c) => {
    c.assume("A0113", "the last digit may differ from that of C's library");
    const given = c.names().map((n) => c.ts(n));
    return call(c.runtime("python", feature), name === null ? given : [member(id("Math"), name), ...given]);
  });

/** Of a number written out, whose factorial a number holds. */
const isSmallFactorial = (c: CallTypes): boolean => {
  const node = c.node("x");
  return node?.kind === "Num" && node.number.type === "int" && node.number.value <= 18n;
};

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
    ...Object.fromEntries(
      ["acos", "asin", "atan", "cos", "sin", "tan"].map((name) => [name, nearly("x:number", "inDomain", name)]),
    ),
    atan2: nearly("y:number, x:number", "inDomain", "atan2"),
    exp: nearly("x:number", "inRange", "exp"),
    hypot: nearly("x:number, y:number", "inRange", "hypot"),
    log: nearly("x:number, base?:number", "logarithm"),
    log10: nearly("x:number", "logarithm10"),
    pow: nearly("x:number, y:number", "mathPower"),
    // It is exact in both.
    fmod: fn("x:number, y:number", float, (c) => {
      const [x, y] = [id("x"), id("y")];
      return call(c.runtime("python", "inDomain"), [arrow([x, y], binary("%", x, y)), c.ts("x"), c.ts("y")]);
    }),
    ...Object.fromEntries(["acosh", "asinh", "tanh"].map((name) => [name, nearly("x:number", "inDomain", name)])),
    ...Object.fromEntries(["cosh", "expm1", "sinh"].map((name) => [name, nearly("x:number", "inRange", name)])),
    ...refusedAll("atanh erf erfc gamma lgamma log1p", lastDigit),
    copysign: fn("x:number, y:number", float, (c) => call(c.runtime("python", "copySign"), [c.ts("x"), c.ts("y")])),
    trunc: fn("x:number", int, (c): Emitted =>
      only(c.type("x"), "int") ? c.ts("x") : call(c.runtime("python", "truncate"), [c.ts("x")]),
    ),
    factorial: fn(
      "x:number",
      (c) => (isSmallFactorial(c) ? int : long),
      (c) => call(c.runtime("python", isSmallFactorial(c) ? "smallFactorial" : "factorial"), [c.ts("x")]),
    ),
    frexp: fn("x:number", tupleOf([float, int]), (c) => call(c.runtime("python", "frexp"), [c.ts("x")])),
    ldexp: fn("x:number, i:int", float, (c) => call(c.runtime("python", "ldexp"), [c.ts("x"), c.ts("i")])),
    fsum: fn("items", float, (c): Emitted => {
      const items = iterable(c, "items");
      if (typeof items === "string") return items;
      if (elementOf(c, c.type("items")).k !== "never" && !only(elementOf(c, c.type("items")), "int", "float", "bool"))
        return "fsum() of what are not known to be numbers";
      return call(c.runtime("python", "exactSum"), [items]);
    }),
  },
};
