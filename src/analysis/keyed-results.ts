import { targetNames, targetsOf } from "../python/targets.ts";
import { walk } from "../python/walk.ts";
import type * as py from "../python/ast.ts";
import type { FunctionInfo } from "./entities.ts";
import { members } from "./join.ts";
import { mayBe, surelyIs } from "./narrow.ts";
import { SLICE } from "./slices.ts";
import { operatorMethods } from "./special-methods.ts";
import { libclass, type Type } from "./types.ts";

/** What a `return` is come to with: an operand of the classes that are asked for, another one, or either. */
export type KeyKind = "asked" | "other" | "either";

/** What a special method asks its operand for, and what each `return` is come to with. */
export interface ReturnsByKey {
  /** What the operand is called; null where it is given another value. */
  readonly key: string | null;
  /** `C` of `isinstance(operand, C)`; null for a `__getitem__` that does not ask whether it is given a slice. */
  readonly classes: py.Expression | null;
  readonly returns: ReadonlyMap<py.Return, KeyKind>;
}

/** Null for another method, and where the operand is given another value. */
export function returnsByKey(node: py.FunctionDef): ReturnsByKey | null {
  const [, operand] = node.params.positional;
  const isPlain = node.params.positional.length === 2 && !node.params.vararg && !node.params.kwarg;
  if (!isPlain || operand?.target.kind !== "Name" || node.decorators.length > 0) return null;
  if (node.name !== "__getitem__" && !operatorMethods.has(node.name)) return null;
  const key = operand.target.id;
  const sets: py.Node[] = [];
  const tests: py.Expression[] = [];
  for (const statement of node.body.body)
    walk(statement, (part) => {
      if (targetsOf(part).flatMap(targetNames).includes(key)) sets.push(part);
      const asked = part.kind === "If" ? askedFor(part.test, key) : null;
      if (asked && (node.name !== "__getitem__" || isSlice(asked.classes))) tests.push(asked.classes);
    });
  const [classes, ...more] = tests;
  if (!classes && (node.name !== "__getitem__" || sets.length > 0)) return null;
  // What it was given is asked for once, before it is given another value.
  if (sets.length > 0 && (more.length > 0 || sets.some(({ start }) => start < classes!.end))) return null;
  const found = new Map<py.Return, KeyKind>();
  ofBlock(node.body, key, classes ?? null, "either", found);
  return { key: sets.length > 0 ? null : key, classes: classes ?? null, returns: found };
}

function ofBlock(
  { body }: py.Block,
  key: string,
  classes: py.Expression | null,
  given: KeyKind,
  found: Map<py.Return, KeyKind>,
): void {
  let at = given;
  for (const statement of body) {
    const asked = statement.kind === "If" ? askedFor(statement.test, key) : null;
    if (statement.kind === "If" && asked && classes && isAlike(asked.classes, classes)) {
      const [then, other] = asked.isNot ? (["other", "asked"] as const) : (["asked", "other"] as const);
      ofBlock(statement.body, key, classes, then, found);
      if (statement.orelse) ofBlock(statement.orelse, key, classes, other, found);
      const last = statement.body.body.at(-1)?.kind;
      if (last === "Return" || last === "Raise") at = other;
      continue;
    }
    walk(statement, (part) => {
      if (part.kind === "FunctionDef" || part.kind === "Lambda" || part.kind === "ClassDef") return false;
      if (part.kind === "Return") found.set(part, at);
      return true;
    });
  }
}

const isName = (e: py.Expression | undefined, name: string): boolean => e?.kind === "Name" && e.id === name;
const isSlice = (e: py.Expression): boolean => isName(e, "slice");

const isAlike = (a: py.Expression, b: py.Expression): boolean => a === b || (b.kind === "Name" && isName(a, b.id));

/** `isinstance(key, C)`, `type(key) is slice`, and the contrary; null for another test. */
function askedFor(test: py.Expression, key: string): { classes: py.Expression; isNot: boolean } | null {
  if (test.kind === "UnaryOp" && test.op === "not") {
    const inner = askedFor(test.operand, key);
    return inner && { ...inner, isNot: !inner.isNot };
  }
  const isOf = (call: py.Expression, of: string): boolean =>
    call.kind === "Call" && isName(call.func, of) && isName(call.args[0], key);
  if (test.kind === "Call" && isOf(test, "isinstance")) {
    const [, classes] = test.args;
    return classes ? { classes, isNot: false } : null;
  }
  const [op] = test.kind === "Compare" ? test.ops : [];
  const [other] = test.kind === "Compare" ? test.comparators : [];
  if (test.kind !== "Compare" || !isOf(test.left, "type") || !other || !isSlice(other)) return null;
  if (op === "is" || op === "==") return { classes: other, isNot: false };
  return op === "is not" || op === "!=" ? { classes: other, isNot: true } : null;
}

/** The class of slices, which a `__getitem__` that asks for none may be given. */
export const sliceClasses: readonly Type[] = [libclass(SLICE)];

/** What the method gives for operands of the type. */
export function givenFor(fn: FunctionInfo, operand: Type | undefined): Type {
  const { byKey, returns } = fn;
  const kind = byKey && operand ? kindOf(operand, byKey.wanted) : "either";
  if (byKey && kind === "either") byKey.isMixed = true;
  return !byKey || kind === "either" ? returns.type : byKey[kind].type;
}

/** Whether values of the type are all of the classes, or none is. */
export function kindOf(type: Type, wanted: readonly Type[] | null): KeyKind {
  const all = members(type);
  if (!wanted || all.length === 0 || all.some((m) => ["unknown", "poison", "json", "never"].includes(m.k)))
    return "either";
  if (all.every((m) => wanted.some((cls) => surelyIs(m, cls)))) return "asked";
  return all.some((m) => wanted.some((cls) => mayBe(m, cls))) ? "either" : "other";
}
