import { builtinCalled } from "../program/builtin-name.ts";
import type { ProgramModule } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import type { ClassInfo } from "./entities.ts";
import type { Facts } from "./facts.ts";
import { type Type } from "./types.ts";
import { members } from "./join.ts";

/** Where a test stands: what its names mean. */
export interface TestPlace {
  readonly facts: Facts;
  readonly module: ProgramModule;
}

/** A test of the very type of a value: `type(x) == C`, `type(x) in (C, D)`, `x.__class__ is type(y)`. */
export interface TypeTest {
  readonly subject: py.Expression;
  /** To `type()` all objects of classes without `object` are of one type; `__class__` tells them apart. */
  readonly asks: "type" | "__class__";
  readonly wanted: readonly Wanted[];
  readonly negated: boolean;
}

/** A class that is known, or the type of another value. */
export type Wanted = { readonly cls: Type } | { readonly like: py.Expression; readonly asks: TypeTest["asks"] };

/** Reads such a test; null for another comparison, or one with classes that are not known. */
export function typeTest(node: py.Expression, place: TestPlace): TypeTest | null {
  if (node.kind !== "Compare" || node.ops.length !== 1) return null;
  const [op] = node.ops;
  const [right] = node.comparators;
  if (!op || !right) return null;
  const isMembership = op === "in" || op === "not in";
  if (!isMembership && !["==", "!=", "is", "is not"].includes(op)) return null;
  const [left, other] =
    typeSubject(node.left, place) || isMembership ? [node.left, right] : ([right, node.left] as const);
  const asked = typeSubject(left, place);
  const wanted = asked && (isMembership ? wantedAmong(other, place) : wantedOf(other, place));
  return asked && wanted && { ...asked, wanted, negated: op === "!=" || op === "is not" || op === "not in" };
}

/** The `x` of `type(x)` and of `x.__class__`; null for anything else. */
export function typeSubject(node: py.Expression, { module }: TestPlace): Pick<TypeTest, "subject" | "asks"> | null {
  if (node.kind === "Attribute" && node.attr === "__class__") return { subject: node.value, asks: "__class__" };
  if (node.kind === "Name") return heldSubject(node, module);
  if (node.kind !== "Call" || builtinCalled(module.bindings, node) !== "type") return null;
  const [subject, ...others] = node.args;
  return subject && others.length === 0 && node.keywords.length === 0 && !node.starargs && !node.kwargs
    ? { subject, asks: "type" }
    : null;
}

/** The `x` of `t = type(x)`, where neither is given another value before `t` is asked. */
function heldSubject(node: py.Name, module: ProgramModule): Pick<TypeTest, "subject" | "asks"> | null {
  const symbol = module.bindings.symbols.get(node);
  const [write, ...others] = symbol?.writes ?? [];
  const statement = write?.place.block.body[write.place.index];
  if (!symbol || symbol.captured || symbol.isParameter || others.length > 0 || statement?.kind !== "Assign")
    return null;
  if (statement.targets.length > 1 || statement.targets[0]?.kind !== "Name" || statement.end > node.start) return null;
  const { value } = statement;
  if (value.kind !== "Call" || builtinCalled(module.bindings, value) !== "type" || value.args.length !== 1) return null;
  const [subject] = value.args;
  const asked = subject?.kind === "Name" ? module.bindings.symbols.get(subject) : undefined;
  const isFixed = asked && asked.scope === symbol.scope && !asked.captured && asked.writes.length <= 1;
  return subject && isFixed ? { subject, asks: "type" } : null;
}

function wantedAmong(node: py.Expression, place: TestPlace): readonly Wanted[] | null {
  if (node.kind !== "Tuple" && node.kind !== "List" && node.kind !== "Set")
    return certainClasses(node, place)?.map((cls) => ({ cls })) ?? null;
  const all = node.elts.map((e) => wantedOf(e, place));
  return all.every((w) => w !== null) ? all.flat() : null;
}

function wantedOf(node: py.Expression, place: TestPlace): readonly Wanted[] | null {
  const asked = typeSubject(node, place);
  if (asked) return [{ like: asked.subject, asks: asked.asks }];
  const classes = place.facts.typeOf(node).k === "tuple" ? null : certainClasses(node, place);
  return classes && classes.map((cls) => ({ cls }));
}

/**
 * The classes that an expression surely names, those of a tuple among them. Null where only the running program knows: a variable that
 * is given several, or one that may hold a class derived from the one it is known as, such as `self.__class__`.
 */
export function certainClasses(node: py.Expression, place: TestPlace): readonly Type[] | null {
  if (node.kind === "Tuple") {
    const all = node.elts.map((e) => certainClasses(e, place));
    return all.every((found) => found !== null) ? all.flat() : null;
  }
  return certain(place.facts.typeOf(node), namesClass(node, place), place.facts);
}

function certain(type: Type, isNamed: boolean, facts: Facts): readonly Type[] | null {
  const all = members(type);
  const [only] = all;
  if (!only || all.length > 1) return null;
  switch (only.k) {
    case "class":
      return isNamed || !hasDerived(facts, only.cls) ? [only] : null;
    case "namedtuple":
      return [only];
    case "libclass":
      return isNamed || only.name.startsWith("builtins.") ? [only] : null;
    case "tuple": {
      const items = only.items.map((item) => certain(item, false, facts));
      return items.every((found) => found !== null) ? items.flat() : null;
    }
    default:
      return null;
  }
}

/** A name that a class statement, an import or Python itself gives its meaning. */
function namesClass(node: py.Expression, { facts, module }: TestPlace): boolean {
  if (node.kind === "Attribute") return facts.typeOf(node.value).k === "module";
  if (node.kind !== "Name") return false;
  const symbol = module.bindings.symbols.get(node);
  return (
    !symbol ||
    (!symbol.isParameter &&
      symbol.writes.every(({ node: by }) => "asname" in by || ("kind" in by && by.kind === "ClassDef")))
  );
}

/** Some class of the program derives from it. */
export const hasDerived = (facts: Facts, cls: ClassInfo): boolean =>
  [...facts.classes.values()].some((other) => other !== cls && other.lineage.includes(cls));
