import { float, int, long } from "../analysis/types.ts";
import { isExactPower } from "../analysis/exact-power.ts";
import { call } from "../emit/build.ts";
import { type CallTypes, type Emitted, fn } from "./entry.ts";
import { has, isInteger, isLong, isNumber, only } from "../analysis/kinds.ts";
import { union } from "../analysis/join.ts";

const isNegativeLiteral = (c: CallTypes): boolean => {
  const node = c.node("exponent");
  return node?.kind === "UnaryOp" && node.op === "-";
};

const isLiteral = (c: CallTypes): boolean => c.node("exponent")?.kind === "Num";

const isFloat = (c: CallTypes): boolean =>
  [c.type("base"), c.type("exponent")].some((type) => has(type, "float")) || isNegativeLiteral(c);

const names = (c: CallTypes): readonly string[] => ["base", "exponent", "modulus"].filter((name) => c.has(name));

/** `pow(base, exponent)` is `base ** exponent`; with a modulus the numbers on the way stay small. */
export const pow = fn(
  "base:number|long, exponent:number|long, modulus?:int|long",
  (c) => {
    if (!c.has("modulus") && isFloat(c)) return float;
    if (names(c).some((name) => isLong(c.type(name)))) return long;
    // A negative exponent makes a float.
    return c.has("modulus") || isLiteral(c) ? int : union([int, float]);
  },
  (c): Emitted => {
    const given = names(c);
    const args = given.map((name) => c.ts(name));
    const types = given.map((name) => c.type(name));
    if (c.has("modulus")) {
      if (!types.every((type) => isInteger(type) || isLong(type))) return "pow() of floats with a modulus: a TypeError";
      return call(c.runtime("python", "powerModulo"), args);
    }
    if (types.some((type) => has(type, "float") && !only(type, "float")))
      return "pow() of what may be an int or a float";
    if (types.some(isLong))
      return types.some((type) => has(type, "float")) || isNegativeLiteral(c)
        ? "pow() of a long and a float"
        : call(c.runtime("python", "longPower"), args);
    if (!types.every((type) => isNumber(type) && !has(type, "bool"))) return "pow() of what is not known to be numbers";
    if ((isFloat(c) || !isLiteral(c)) && !isExactPower(c.node("base"), c.node("exponent"), c.type("exponent")))
      c.assume("A0113", "the last digit of a power may differ from that of C's library");
    if (isFloat(c)) return call(c.runtime("python", "powerFloat"), args);
    c.assume("A0102", "integers in pow(), here and elsewhere in the file");
    return call(c.runtime("python", "power"), args);
  },
);
