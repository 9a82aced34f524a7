import type { Production } from "./generator.ts";
import { rarely } from "./rarely.ts";
import { bool, dictOf, float, int, listOf, long, setOf, str, tupleOf, type TypeOf, unicode } from "./types.ts";

export const ints: readonly Production<TypeOf<"int">>[] = [
  (g) => `(${g.expr(int)} ${g.pick(["+", "-", "/", "//", "%", "&", "|", "^"])} ${g.expr(int)})`,
  (g) => `(${g.expr(int)} ${g.pick(["+", "-", "/", "//", "%"])} ${g.number(1, 9)})`,
  (g) => `(${g.expr(int)} * ${g.number(0, 12)})`,
  (g) => `(${g.atom(int)} * ${g.atom(int)})`,
  (g) => `pow(${g.number(0, 9)}, ${g.number(0, 6)})`,
  (g) => `(${g.atom(int)} ${g.pick(["<<", ">>"])} ${g.number(0, 8)})`,
  (g) => `(${g.number(0, 9)} ** ${g.number(0, 6)})`,
  (g) => `(${g.pick(["-", "~", "+"])}${g.expr(int)})`,
  (g) => `abs(${g.expr(int)})`,
  (g) =>
    `len(${g.expr(g.pick([str, unicode, listOf(int), listOf(str), dictOf(str, int), setOf(int), tupleOf(int, str)]))})`,
  (g) => `int(${g.expr(g.pick([float, str, bool, int, unicode]))})`,
  (g) => `int(${g.pick(["'ff'", "'101'", "'0x1F'", "'zz'", "' 12 '", "'-z'"])}, ${g.pick(["16", "2", "36", "0"])})`,
  (g) => `ord(${g.pick(["'a'", "'\\n'", "u'\\xe9'", "u'\\u20ac'", "'Z'"])})`,
  (g) => `${g.pick(["min", "max"])}(${g.expr(int)}, ${g.expr(int)})`,
  (g) => `${g.pick(["min", "max", "sum", "len"])}(${g.expr(listOf(int))})`,
  (g) => `sum(${g.expr(listOf(int))}, ${g.expr(int)})`,
  (g) => `${g.expr(str)}.${g.pick(["find", "rfind", "count", "index", "rindex"])}(${g.expr(str)})`,
  (g) => `${g.expr(unicode)}.${g.pick(["find", "rfind", "count"])}(${g.expr(unicode)})`,
  (g) => `${g.expr(listOf(str))}.${g.pick(["count", "index"])}(${g.expr(str)})`,
  (g) => `${g.expr(listOf(int))}.${g.pick(["count", "index"])}(${g.expr(int)})`,
  (g) => {
    const type = g.type(1);
    return `cmp(${g.expr(type)}, ${g.expr(type)})`;
  },
  (g) => `cmp(${g.expr(unicode)}, ${g.expr(unicode)})`,
  (g) => `${g.expr(dictOf(str, int))}.get(${g.expr(str)})`.replace(/^(.*)$/, "($1 or 0)"),
  (g) => `next(iter(${g.expr(listOf(int))}), ${g.atom(int)})`,
  (g) => `int(round(${g.expr(float)}))`,
  (g) => `divmod(${g.expr(int)}, ${g.expr(int)})[${g.number(0, 1)}]`,
  rarely((g) => `reduce(lambda p, q: p ${g.pick(["+", "-"])} q, ${g.expr(listOf(int))}, ${g.atom(int)})`),
  (g) => `len(re.findall(${g.pick(["r'\\w+'", "r'\\d'", "r'[ab]'", "r'\\s*'"])}, ${g.expr(str)}))`,
  (g) => `${g.expr(tupleOf(int, str))}[0]`,
  (g) => `json.loads(${g.pick(["'3'", "'-0'"])})`,
];

export const floats: readonly Production<TypeOf<"float">>[] = [
  (g) => `(${g.expr(float)} ${g.pick(["+", "-", "*", "/", "//", "%"])} ${g.expr(g.pick([float, int]))})`,
  (g) => `(${g.expr(int)} ${g.pick(["+", "-", "*", "/", "//", "%"])} ${g.expr(float)})`,
  (g) => `(-${g.expr(float)})`,
  (g) => `abs(${g.expr(float)})`,
  (g) => `float(${g.expr(g.pick([int, float, bool, str]))})`,
  (g) => `float(${g.pick(["'1.5'", "'1e3'", "' 7 '", "'nan'", "'-inf'", "'x'"])})`,
  (g) => `round(${g.expr(float)}${g.chance(1, 2) ? `, ${g.number(0, 3)}` : ""})`,
  (g) => `round(${g.expr(int)})`,
  (g) => `${g.pick(["min", "max", "sum"])}(${g.expr(listOf(float))} + [${g.atom(float)}])`,
  (g) => `${g.pick(["min", "max"])}(${g.expr(float)}, ${g.expr(float)})`,
  (g) => `math.${g.pick(["sqrt", "floor", "ceil", "fabs"])}(${g.expr(g.pick([float, int]))})`,
  (g) => `(${g.expr(float)} ** ${g.number(0, 3)})`,
];

export const longs: readonly Production<TypeOf<"long">>[] = [
  (g) => `(${g.expr(long)} ${g.pick(["+", "-", "*", "/", "%"])} ${g.expr(long)})`,
  (g) => `(-${g.expr(long)})`,
];
