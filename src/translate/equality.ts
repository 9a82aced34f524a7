import { partly } from "../analysis/built-in-part.ts";
import { boundSpecial } from "../analysis/special-methods.ts";
import { type Type } from "../analysis/types.ts";
import { binary, call, id, not } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import { mixes } from "../library/mixed-text.ts";
import type * as py from "../python/ast.ts";
import { isAsciiLiteral } from "./ascii-literal.ts";
import type { Context } from "./context.ts";
import { untold } from "./told.ts";
import { isPoison, members } from "../analysis/join.ts";
import { has, isBytes, isText, only } from "../analysis/kinds.ts";

/** `==` of a `str` and `unicode`, which a `str` beyond ASCII is not equal to; null for anything else. */
export function mixedEquality(
  context: Context,
  l: py.Expression,
  a: ts.Expression,
  r: py.Expression,
  b: ts.Expression,
): ts.Expression | null {
  const [left, right] = [context.typeOf(l), context.typeOf(r)];
  if (isAsciiLiteral(l) || isAsciiLiteral(r) || !mixes(left, right)) return null;
  const isOne = (type: Type): boolean => isText(type) && (only(type, "str") || only(type, "unicode"));
  return isOne(left) && isOne(right) ? call(context.runtime("python", "sameText"), [a, b]) : null;
}

/** Kinds whose equality `===` decides, one letter a group that can be equal. */
export function nativeKind(type: Type): string | null {
  switch (type.k) {
    case "int":
    case "float":
      return "number";
    case "bool":
      return "bool";
    case "unicode":
      return "text";
    case "str":
      return isBytes(type) ? null : "text";
    case "none":
      return "none";
    case "class":
    case "libclass":
    case "func":
      return "object";
    case "instance":
      return type.cls.part || comparesItself(type, type) ? null : "object";
    case "lib":
      return library.isException(type.name) ? "object" : null;
    default:
      return null;
  }
}

/** `a == b`. */
export function equality(
  context: Context,
  a: ts.Expression,
  leftType: Type,
  b: ts.Expression,
  rightType: Type,
): ts.Expression {
  const [left, right] = [leftType, rightType].map((type) => partly(type, "__eq__", "__ne__", "__cmp__")) as [
    Type,
    Type,
  ];
  if (isPoison(left) || isPoison(right)) {
    const isContainer = [left, right].some((t) => has(t, "list", "tuple", "sequence", "dict", "set"));
    return isContainer ? call(context.runtime("python", "equals"), [a, b]) : binary("===", a, b);
  }
  // TypeScript refuses to compare two literals: `os.name == "nt"`.
  if (a.type === "Literal" && b.type === "Literal" && typeof a.value === typeof b.value && a.value !== null)
    return id(String(a.value === b.value));
  const truth = boolTest(a, left, b, right);
  if (truth) return truth;
  // Against None only None is equal, whatever the other may be but an object that says so itself.
  if (comparesItself(left, right)) return call(context.runtime("python", "equals"), [a, b]);
  if (only(left, "none") || only(right, "none")) return binary("===", untold(a), untold(b));
  const kinds = (t: Type): (string | null)[] => members(t).map(nativeKind);
  const ls = kinds(left);
  const rs = kinds(right);
  const native = [...ls, ...rs].every((k) => k !== null) && !(mixesBool(ls, rs) || mixesBool(rs, ls));
  if (native && left.k !== "never" && right.k !== "never") {
    // Values that can never be equal would not compile as a comparison.
    if (!ls.some((k) => rs.includes(k)) || areUnrelated(left, right))
      return call(context.runtime("python", "equals"), [a, b]);
    return binary("===", a, b);
  }
  return call(context.runtime("python", "equals"), [a, b]);
}

/** `flag == True`, `flag is False` of what is a bool: whether it is so. TypeScript, which knows each bool by its value, calls such a comparison a mistake. */
export function boolTest(a: ts.Expression, left: Type, b: ts.Expression, right: Type): ts.Expression | null {
  if (!only(left, "bool") || !only(right, "bool")) return null;
  const [value, constant] = isBoolLiteral(a) ? [b, a] : [a, b];
  if (!isBoolLiteral(constant)) return null;
  return constant.name === "true" ? value : not(value);
}

/**
 * Compared with a bool: what can never be one, and a variable that is given `True` or `False` somewhere and other values elsewhere.
 * TypeScript, which goes by the last that it was given, calls the comparison a mistake.
 */
export function losesTruth(context: Context, e: py.Expression, type: Type, other: Type): boolean {
  if (!only(other, "bool") || only(type, "bool") || has(type, "unknown", "json", "poison", "never")) return false;
  if (!has(type, "bool")) return type.k !== "never";
  const symbol = e.kind === "Name" ? context.module.bindings.symbols.get(e) : undefined;
  return (
    symbol?.writes.some(({ place, node }) => {
      const statement = place.block.body[place.index];
      const isGiven = statement?.kind === "Assign" && statement.targets.some((target) => target === node);
      return isGiven && statement.value.kind === "Name" && ["True", "False"].includes(statement.value.id);
    }) ?? false
  );
}

/** Objects of classes, or classes, of which none can be one of the other side's: TypeScript calls it a mistake to compare them. */
export const areUnrelated = (left: Type, right: Type): boolean =>
  (["instance", "class"] as const).some((kind) => only(left, kind) && only(right, kind)) &&
  members(left).every((l) => members(right).every((r) => !isRelated(l, r)));

const isRelated = (a: Type, b: Type): boolean =>
  "cls" in a && "cls" in b && (a.cls.lineage.includes(b.cls) || b.cls.lineage.includes(a.cls));

const isBoolLiteral = (e: ts.Expression): e is ts.Identifier =>
  e.type === "Identifier" && (e.name === "true" || e.name === "false");

/** True == 1, which `===` denies. */
const mixesBool = (a: readonly (string | null)[], b: readonly (string | null)[]): boolean =>
  a.includes("bool") && b.includes("number");

/** Either may be an object whose class says what equals it. */
export const comparesItself = (left: Type, right: Type): boolean =>
  [left, right].some((type) =>
    members(type).some((m) => ["__eq__", "__ne__", "__cmp__"].some((name) => boundSpecial(m, name) !== null)),
  );
