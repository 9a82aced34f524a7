import type * as py from "../python/ast.ts";
import type { ClassInfo } from "./entities.ts";
import { type FuncType, type Type } from "./types.ts";
import { members } from "./join.ts";

/** Binary operators by the name in their special methods: `+` is `__add__`, `__radd__` and `__iadd__`. */
const operatorNames: Readonly<Partial<Record<py.BinaryOperator, string>>> = {
  "+": "add",
  "-": "sub",
  "*": "mul",
  "//": "floordiv",
  "%": "mod",
  "**": "pow",
  "<<": "lshift",
  ">>": "rshift",
  "&": "and",
  "|": "or",
  "^": "xor",
};

/** `__add__` for `+`; `__div__` for `/`, or `__truediv__` under the future division. */
export function operatorName(op: py.BinaryOperator, trueDivision: boolean): string | null {
  if (op === "/") return trueDivision ? "truediv" : "div";
  return operatorNames[op] ?? null;
}

/** The method of the right operand that is asked where the left one's does not answer: `__rmul__` for `__mul__`. */
export const reflected = (name: string): string => name.replace("__", "__r");

/** Comparisons by their method, and by the method of the other operand that says the same. */
export const comparisonMethods: Readonly<Partial<Record<py.CompareOperator, readonly [string, string]>>> = {
  "==": ["__eq__", "__eq__"],
  "!=": ["__ne__", "__ne__"],
  "<": ["__lt__", "__gt__"],
  "<=": ["__le__", "__ge__"],
  ">": ["__gt__", "__lt__"],
  ">=": ["__ge__", "__le__"],
};

/** Unary operators and built-in functions that ask the object itself. */
export const unaryMethods: Readonly<Record<string, string>> = {
  "-": "__neg__",
  "+": "__pos__",
  "~": "__invert__",
  abs: "__abs__",
  int: "__int__",
  float: "__float__",
  unicode: "__unicode__",
  hash: "__hash__",
  reversed: "__reversed__",
};

/** Special methods that say how objects compare: another object of the class is what they are mostly given. */
export const comparing: ReadonlySet<string> = new Set("__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __cmp__".split(" "));

const binaryMethods = [...Object.values(operatorNames), "div", "truediv"].flatMap((name) => [
  `__${name}__`,
  `__r${name}__`,
  `__i${name}__`,
]);

/** The methods of binary operators, their reflected ones among them. */
export const operatorMethods: ReadonlySet<string> = new Set(binaryMethods);

/** Special methods that the translation calls where Python would. */
export const knownSpecials: ReadonlySet<string> = new Set([
  ..."__init__ __str__ __repr__ __call__ __len__ __nonzero__ __getitem__ __setitem__ __delitem__ __contains__".split(
    " ",
  ),
  ..."__iter__ __enter__ __exit__ __getattr__ __setattr__ __delattr__ __missing__".split(" "),
  ..."__getslice__ __setslice__ __delslice__".split(" "),
  ...comparing,
  ...binaryMethods,
  ...Object.values(unaryMethods),
  // Only `pickle`, which nothing here has, and `copy`, which looks for them, call these.
  ..."__getstate__ __setstate__ __getnewargs__ __getinitargs__ __reduce__ __reduce_ex__".split(" "),
]);

/** Special methods whose call may be awaited where Python calls them. The others are called by the runtime, which cannot wait. */
export const mayWait: ReadonlySet<string> = new Set(
  "__init__ __call__ __iter__ __enter__ __exit__ __getitem__ __setitem__ __delitem__".split(" "),
);

/** The method of an object of the program, bound to it. */
export function boundSpecial(type: Type, name: string): FuncType | null {
  if (type.k !== "instance") return null;
  const found = type.cls.findMethod(name);
  return found ? { ...found.method, self: type } : null;
}

/** Which operand of `left op right` has the method, and its name; null where neither has one. */
export function binaryMethod(
  op: py.BinaryOperator,
  left: Type,
  right: Type,
  trueDivision: boolean,
): { readonly method: FuncType; readonly name: string; readonly of: "left" | "right" } | null {
  const name = operatorName(op, trueDivision);
  if (name === null) return null;
  const method = `__${name}__`;
  const own = boundSpecial(left, method);
  if (own) return { method: own, name: method, of: "left" };
  const other = boundSpecial(right, reflected(method));
  return other && { method: other, name: reflected(method), of: "right" };
}

/** Every alternative is an object of one of the program's classes that can be gone through. */
export const isIterableObject = (type: Type): boolean =>
  type.k !== "never" &&
  members(type).every(
    (m) =>
      m.k === "instance" && (m.cls.findMethod("__iter__") ?? (m.cls.part ? null : m.cls.findMethod("__getitem__"))),
  );

/** The class takes its meaning from `object`: since 2.2, the new style. */
export const isNewStyle = (cls: ClassInfo): boolean => cls.libraryBase !== null || cls.lineage.some(hasObjectBase);

/** An object of an old-style class, whose type is `instance` to Python. */
export const isOldInstance = (type: Type): boolean =>
  type.k === "instance" && !isNewStyle(type.cls) && !type.cls.isOpaque && type.cls.part === null;

const hasObjectBase = (cls: ClassInfo): boolean => cls.bases.some((b) => b.k === "libclass" || b.k === "namedtuple");

/**
 * Neither operand has the operator for the other, so that Python raises a TypeError that names the two: objects of classes with `object`,
 * and what no sequence is, which refuses in words of its own.
 */
export function haveNoOperator(op: py.BinaryOperator, left: Type, right: Type, trueDivision: boolean): boolean {
  const [lefts, rights] = [members(left), members(right)];
  const isObject = (m: Type): boolean =>
    m.k === "instance" && isNewStyle(m.cls) && m.cls.libraryBase === null && !m.cls.part && !m.cls.isOpaque;
  const isPlain = (m: Type): boolean => isObject(m) || ["int", "bool", "none", "dict", "set"].includes(m.k);
  const isSequence = (m: Type): boolean => ["str", "unicode", "list"].includes(m.k);
  return (
    [...lefts, ...rights].some(isObject) &&
    lefts.every(isPlain) &&
    rights.every((m) => isPlain(m) || (op !== "*" && isSequence(m))) &&
    lefts.every((l) => rights.every((r) => (isObject(l) || isObject(r)) && !binaryMethod(op, l, r, trueDivision)))
  );
}
