import type { Production } from "./generator.ts";
import { rarely } from "./rarely.ts";
import {
  bool,
  dictOf,
  float,
  int,
  listOf,
  none,
  setOf,
  str,
  tupleOf,
  type Type,
  type TypeOf,
  unicode,
} from "./types.ts";

const COMPARE = ["==", "!=", "<", ">", "<=", ">=", "<>"];

export const booleans: readonly Production<TypeOf<"bool">>[] = [
  (g) => {
    const type = g.type(1);
    return `(${g.expr(type)} ${g.pick(COMPARE)} ${g.expr(type)})`;
  },
  (g) => `(${g.expr(g.type(1))} ${g.pick(COMPARE)} ${g.expr(g.type(1))})`,
  (g) => `(${g.expr(int)} ${g.pick(["<", "<=", "=="])} ${g.expr(int)} ${g.pick(["<", ">", "!="])} ${g.expr(int)})`,
  (g) => `(${g.expr(int)} ${g.pick(COMPARE)} ${g.expr(float)})`,
  (g) => `(not ${g.expr(g.type(1))})`,
  (g) => `(${g.expr(bool)} ${g.pick(["and", "or"])} ${g.expr(bool)})`,
  (g) => `bool(${g.expr(g.type(1))})`,
  (g) => {
    const type = g.pick<Type>([str, int, tupleOf(int, str), float, unicode]);
    const where = g.pick<Type>([listOf(type), tupleOf(type, type)]);
    return `(${g.expr(type)} ${g.pick(["in", "not in"])} ${g.expr(where)})`;
  },
  (g) => {
    const type = g.keyType();
    return `(${g.expr(type)} ${g.pick(["in", "not in"])} ${g.expr(g.pick([setOf(type), dictOf(type, int)]))})`;
  },
  (g) => `(${g.expr(str)} ${g.pick(["in", "not in"])} ${g.expr(str)})`,
  (g) => `(${g.expr(unicode)} in ${g.expr(unicode)})`,
  (g) => `(${g.expr(str)} ${g.pick(["==", "!="])} ${g.expr(unicode)})`,
  (g) => `(${g.expr(str)} in ${g.expr(unicode)})`,
  (g) => `${g.expr(unicode)}.startswith(${g.pick([g.expr(unicode), g.expr(str)])})`,
  (g) => `${g.expr(str)}.${g.pick(["startswith", "endswith"])}(${g.expr(str)})`,
  (g) => `${g.expr(str)}.startswith((${g.atom(str)}, ${g.atom(str)}))`,
  (g) =>
    `${g.expr(g.pick([str, unicode]))}.${g.pick(["isdigit", "isalpha", "isalnum", "isspace", "isupper", "islower", "istitle"])}()`,
  (g) =>
    `isinstance(${g.expr(g.type(1))}, ${g.pick(["int", "str", "basestring", "(int, float)", "list", "dict", "unicode", "bool", "object", "tuple"])})`,
  (g) => `(${g.expr(g.pick([none, str, int]))} is ${g.pick(["", "not "])}None)`,
  (g) => `${g.pick(["any", "all"])}(${g.expr(listOf(g.pick<Type>([int, bool, str])))})`,
  (g) => `${g.pick(["any", "all"])}(q > ${g.atom(int)} for q in ${g.expr(listOf(int))})`,
  (g) => `${g.expr(dictOf(str, int))}.has_key(${g.expr(str)})`,
  (g) => `${g.expr(setOf(int))}.${g.pick(["issubset", "issuperset"])}(${g.expr(setOf(int))})`,
  (g) =>
    `bool(re.${g.pick(["match", "search"])}(${g.pick(["r'a'", "r'^\\d+$'", "r'\\bH'", "r'(x)=(\\d)'"])}, ${g.expr(str)}))`,
  rarely((g) => `callable(${g.pick(["len", "'a'"])})`),
];
