import type * as py from "../python/ast.ts";
import type { Type } from "./types.ts";

const VERSION = [2, 7, 18];
const HEXVERSION = 0x020712f0;

/**
 * `sys.version_info >= (3, 0)`, `sys.version_info[0] == 2`, `sys.hexversion < 0x02060000`: what it gives in CPython 2.7.18. Null where
 * something else decides.
 */
export function versionTest(test: py.Expression, typeOf: (e: py.Expression) => Type): boolean | null {
  if (test.kind !== "Compare" || test.ops.length !== 1) return null;
  const [op] = test.ops;
  const [right] = test.comparators;
  const left = versionPart(test.left, typeOf);
  const other = right ? literal(right) : null;
  if (left === null || other === null || Array.isArray(left) !== Array.isArray(other)) return null;
  const order = compare([left].flat(), [other].flat());
  switch (op) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
    default:
      return null;
  }
}

function versionPart(node: py.Expression, typeOf: (e: py.Expression) => Type): number | readonly number[] | null {
  if (node.kind === "Attribute" && isSys(node.value, typeOf)) {
    // A tuple of more than the three numbers: longer than any that it is compared with.
    if (node.attr === "version_info") return [...VERSION, Infinity];
    return node.attr === "hexversion" ? HEXVERSION : null;
  }
  if (node.kind === "Attribute") {
    const at = ["major", "minor", "micro"].indexOf(node.attr);
    return at >= 0 && isVersion(node.value, typeOf) ? (VERSION[at] ?? null) : null;
  }
  if (node.kind !== "Subscript" || !isVersion(node.value, typeOf)) return null;
  const { slice } = node;
  if (slice.type === "index") return VERSION[number(slice.value) ?? -1] ?? null;
  const end = slice.type === "slice" && !slice.lower && !slice.step && slice.upper ? number(slice.upper) : null;
  return end !== null && end <= VERSION.length ? VERSION.slice(0, end) : null;
}

const isSys = (node: py.Expression, typeOf: (e: py.Expression) => Type): boolean => {
  const type = typeOf(node);
  return type.k === "module" && type.name === "sys" && !type.local;
};

const isVersion = (node: py.Expression, typeOf: (e: py.Expression) => Type): boolean =>
  node.kind === "Attribute" && node.attr === "version_info" && isSys(node.value, typeOf);

const number = (node: py.Expression): number | null =>
  node.kind === "Num" && node.number.type === "int" ? Number(node.number.value) : null;

function literal(node: py.Expression): number | readonly number[] | null {
  if (node.kind !== "Tuple") return number(node);
  const items = node.elts.map(number);
  // `'final'` and what follows it are not asked for by anybody.
  return items.length <= VERSION.length && items.every((n) => n !== null) ? items : null;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
