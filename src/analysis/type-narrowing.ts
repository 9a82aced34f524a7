import { instanceOf, mayBe, type Narrowing } from "./narrow.ts";
import { kindsOf, mayBeOfKind, pythonKind } from "./python-kinds.ts";
import { hasDerived, type TestPlace, typeTest, type Wanted } from "./type-test.ts";
import type * as py from "../python/ast.ts";
import { type Type } from "./types.ts";
import { filter } from "./kinds.ts";
import { members, union } from "./join.ts";

/** What `type(x) == C` and its like say of a variable. */
export function typeNarrowing(test: py.Expression, place: TestPlace): Narrowing | null {
  const asked = typeTest(test, place);
  if (asked?.subject.kind !== "Name") return null;
  const { subject, wanted, negated } = asked;
  const isOne = (type: Type): Type => union(members(type).map((m) => union(wanted.map((w) => narrowed(m, w, place)))));
  const isNone = (type: Type): Type => filter(type, (m) => !wanted.some((w) => isExactly(m, w, place)));
  return { name: subject, whenTrue: negated ? isNone : isOne, whenFalse: negated ? isOne : isNone };
}

/** The built-in type that is asked for; null for another class, or where it is not known. */
function kindWanted(wanted: Wanted, { facts }: TestPlace): string | null {
  if ("cls" in wanted) return kindsOf(wanted.cls)?.[0] ?? null;
  const all = members(facts.typeOf(wanted.like));
  const [type] = all;
  if (wanted.like.kind === "Dict") return "dict";
  return type && all.length === 1 && type.k !== "instance" ? pythonKind(type) : null;
}

/** What is left of one alternative once it is known to be of the type. */
function narrowed(type: Type, wanted: Wanted, place: TestPlace): Type {
  if (["unknown", "json", "poison", "unset"].includes(type.k)) return type;
  const kind = kindWanted(wanted, place);
  if (kind !== null) return mayBeOfKind(type, kind) ? type : { k: "never" };
  if ("cls" in wanted) return mayBe(type, wanted.cls) ? instanceOf(wanted.cls) : { k: "never" };
  const likes = members(place.facts.typeOf(wanted.like));
  return likes.some((m) => isAlike(type, m)) ? type : { k: "never" };
}

/** A value of the one and a value of the other may be of one type. */
function isAlike(a: Type, b: Type): boolean {
  const objects = ["instance", "lib"];
  if (["unknown", "json", "poison", "unset"].includes(b.k)) return true;
  return a.k === b.k || (objects.includes(a.k) && objects.includes(b.k)) || mayBeOfKind(a, pythonKind(b) ?? b.k);
}

/** Every value of the type is of the wanted one. */
function isExactly(type: Type, wanted: Wanted, place: TestPlace): boolean {
  if ("cls" in wanted && wanted.cls.k === "class")
    return type.k === "instance" && type.cls === wanted.cls.cls && !hasDerived(place.facts, type.cls);
  const kind = "like" in wanted && wanted.like.kind === "Dict" ? null : kindWanted(wanted, place);
  return kind !== null && pythonKind(type) === kind;
}
