import { targetNames, targetsOf } from "../python/targets.ts";
import { walk } from "../python/walk.ts";
import type * as py from "../python/ast.ts";
import type { FunctionInfo } from "./entities.ts";
import { isOnlySlice, maySlice } from "./slices.ts";
import { type Type } from "./types.ts";

/** What a `return` is come to with: a slice, anything else, or either. */
export type KeyKind = "slice" | "item" | "either";

/** The key of a `__getitem__`, and what each of its `return`s is come to with; null where the method gives the key another value. */
export function returnsByKey(node: py.FunctionDef): ReadonlyMap<py.Return, KeyKind> | null {
  const key = keyName(node);
  if (key === null) return null;
  let isSet = false;
  for (const statement of node.body.body)
    walk(statement, (part) => {
      if (targetsOf(part).flatMap(targetNames).includes(key)) isSet = true;
    });
  const found = new Map<py.Return, KeyKind>();
  if (!isSet) ofBlock(node.body, key, "either", found);
  return isSet ? null : found;
}

/** The name of what a `__getitem__` is asked for; null for another method. */
export function keyName({ name, params }: py.FunctionDef): string | null {
  const [, key] = params.positional;
  const isPlain = params.positional.length === 2 && !params.vararg && !params.kwarg;
  return name === "__getitem__" && isPlain && key?.target.kind === "Name" ? key.target.id : null;
}

function ofBlock({ body }: py.Block, key: string, given: KeyKind, found: Map<py.Return, KeyKind>): void {
  let at = given;
  for (const statement of body) {
    const asked = statement.kind === "If" ? askedFor(statement.test, key) : null;
    if (statement.kind === "If" && asked !== null) {
      const other = asked === "slice" ? "item" : "slice";
      ofBlock(statement.body, key, asked, found);
      if (statement.orelse) ofBlock(statement.orelse, key, other, found);
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

/** `isinstance(key, slice)`, `type(key) is slice`, and the contrary; null for another test. */
function askedFor(test: py.Expression, key: string): "slice" | "item" | null {
  if (test.kind === "UnaryOp" && test.op === "not") {
    const inner = askedFor(test.operand, key);
    return inner && (inner === "slice" ? "item" : "slice");
  }
  const isName = (e: py.Expression | undefined, name: string): boolean => e?.kind === "Name" && e.id === name;
  const isKey = (call: py.Expression, of: string): boolean =>
    call.kind === "Call" && isName(call.func, of) && isName(call.args[0], key);
  if (isKey(test, "isinstance")) return isName((test as py.Call).args[1], "slice") ? "slice" : null;
  if (test.kind !== "Compare" || !isKey(test.left, "type") || !isName(test.comparators[0], "slice")) return null;
  const [op] = test.ops;
  return op === "is" || op === "==" ? "slice" : op === "is not" || op === "!=" ? "item" : null;
}

/** What a `__getitem__` gives for keys of the type. */
export function givenFor({ byKey, returns }: FunctionInfo, key: Type | undefined): Type {
  if (!byKey || !key) return returns.type;
  if (isOnlySlice(key)) return byKey.slice.type;
  return maySlice(key) || key.k === "unknown" || key.k === "poison" ? returns.type : byKey.item.type;
}

/** What is given for slices is something else than what is given for other keys. */
export const differsByKey = (fn: FunctionInfo, isSame: (a: Type, b: Type) => boolean): boolean =>
  fn.byKey !== null && !isSame(fn.byKey.slice.type, fn.byKey.item.type) && fn.byKey.slice.type.k !== "never";
