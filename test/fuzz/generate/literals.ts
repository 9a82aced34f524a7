import type { Generator } from "./generator.ts";
import type { Type } from "./types.ts";

const INTS = [
  "0",
  "1",
  "2",
  "3",
  "-1",
  "7",
  "10",
  "-5",
  "100",
  "255",
  "1000",
  "65536",
  "-128",
  "2147483648",
  "0x1f",
  "012",
  "9007199254740993",
  "-4611686018427387904",
];
const FLOATS = [
  "0.0",
  "1.0",
  "0.5",
  "1.5",
  "-2.25",
  "3.14159",
  "1e10",
  "1e-7",
  "100.0",
  "-0.0",
  "2.5",
  "1e16",
  "123456789.123",
  "0.1",
];
const LONGS = ["0L", "1L", "-3L", "10L", "123456789012345678901L", "4294967296L"];
const STRS = [
  "''",
  "'a'",
  "'abc'",
  "'Hello World'",
  "'a,b,,c'",
  "' pad '",
  "'12'",
  "'x=1'",
  '"it\'s"',
  "'a\\nb\\tc'",
  "'ABC'",
  "'q\"\\'z'",
  "'-7'",
  "'\\\\'",
  "'3.5'",
  "'\\x00\\x7f'",
];
const UNICODES = [
  "u''",
  "u'a'",
  "u'abc'",
  "u'caf\\xe9'",
  "u'\\u20ac 5'",
  "u'x y'",
  "u'\\U0001f600!'",
  "u'\\xdf\\u0130'",
];
/** In the source as UTF-8. */
const BYTES = ["'caf\\xc3\\xa9'", "'\\xe2\\x82\\xac'", "'na\\xc3\\xafve, \\xc3\\xa9'", "'\\xf0\\x9f\\x98\\x80'"];

/** A few; seldom none, as what an empty display holds has no type. */
const several = (g: Generator, make: () => string): string[] => (g.chance(1, 8) ? [] : g.several(1, 3, make));

/** A literal, or a display of them. */
export function literal(g: Generator, type: Type): string {
  switch (type.k) {
    case "int":
      return g.pick(INTS);
    case "long":
      return g.pick(LONGS);
    case "float":
      return g.pick(FLOATS);
    case "bool":
      return g.pick(["False", "True"]);
    case "str":
      return g.chance(1, 12) ? g.pick(BYTES) : g.pick(STRS);
    case "unicode":
      return g.pick(UNICODES);
    case "none":
      return "None";
    case "list":
      return `[${several(g, () => g.expr(type.of)).join(", ")}]`;
    case "set":
      return `set([${several(g, () => g.atom(type.of)).join(", ")}])`;
    case "tuple":
      return `(${type.items.map((item) => g.expr(item)).join(", ")}${type.items.length === 1 ? "," : ""})`;
    case "dict":
      return `{${several(g, () => `${g.atom(type.key)}: ${g.expr(type.value)}`).join(", ")}}`;
    case "instance":
      return `${type.cls.name}(${type.cls.init.params.map((p) => g.atom(p.type)).join(", ")})`;
  }
}
