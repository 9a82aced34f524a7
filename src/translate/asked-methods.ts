import { isNewStyle } from "../analysis/special-methods.ts";
import type { ClassInfo, FunctionInfo } from "../analysis/entities.ts";
import { has, only } from "../analysis/kinds.ts";
import type { Type } from "../analysis/types.ts";
import type * as py from "../python/ast.ts";
import { walk } from "../python/walk.ts";
import type { Context } from "./context.ts";

/** Methods by which an object is shown. */
const SHOWING: ReadonlySet<string> = new Set(["__str__", "__repr__", "__unicode__"]);

/** Reports what a special method does that can be seen where Python calls it at another time, or once more. */
export function reportAskedMethods(context: Context, fn: FunctionInfo, node: py.FunctionDef, cls: ClassInfo): void {
  if (node.name === "__len__" && isGoneThrough(cls) && doesMore(node))
    context.report("A0133", "__len__ does more than to say a length", node);
  if (SHOWING.has(node.name) && leavesLineOpen(node))
    context.report("A0115", `print with a comma at its end in ${node.name}`, node);
  if (node.name === "__getattr__" && !isNewStyle(cls) && !refusesSpecials(node))
    context.report("A0136", "__getattr__ of a class without object is not asked for special methods", node);
  if (givesOther(fn, node.name))
    context.report("A0135", `${node.name} may give something else than Python takes from it`, node);
}

/** `if name.startswith('__'): raise AttributeError(name)`, before anything else. */
function refusesSpecials({ params, body }: py.FunctionDef): boolean {
  const name = params.positional[1]?.target;
  const first = body.body.find((s) => s.kind !== "Expr" || s.value.kind !== "Str");
  if (first?.kind !== "If" || name?.kind !== "Name") return false;
  const tests = first.test.kind === "BoolOp" && first.test.op === "and" ? first.test.values : [first.test];
  const asksName = tests.every(
    (test) =>
      test.kind === "Call" &&
      test.func.kind === "Attribute" &&
      (test.func.attr === "startswith" || test.func.attr === "endswith") &&
      test.func.value.kind === "Name" &&
      test.func.value.id === name.id &&
      test.args[0]?.kind === "Str" &&
      /^__?$/.test(test.args[0].value),
  );
  const [raised] = first.body.body;
  const thrown = raised?.kind === "Raise" ? raised.type : null;
  const cls = thrown?.kind === "Call" ? thrown.func : thrown;
  return asksName && cls?.kind === "Name" && cls.id === "AttributeError";
}

const isGoneThrough = (cls: ClassInfo): boolean =>
  cls.findMethod("__iter__") !== null || cls.findMethod("__getitem__") !== null;

function doesMore(node: py.FunctionDef): boolean {
  let does = false;
  walk(node, (part) => {
    const isLen = part.kind === "Call" && part.func.kind === "Name" && part.func.id === "len";
    if ((part.kind === "Call" && !isLen) || MORE.has(part.kind)) does = true;
  });
  return does;
}

const MORE: ReadonlySet<string> = new Set(["Print", "Raise", "Assert", "AugAssign", "Delete", "Subscript"]);

function leavesLineOpen(node: py.FunctionDef): boolean {
  let leaves = false;
  walk(node, (part) => {
    if (part.kind === "Print" && !part.newline) leaves = true;
  });
  return leaves;
}

/** What Python takes from a special method, and raises a TypeError for all else. */
const TAKEN: ReadonlyMap<string, readonly Type["k"][]> = new Map([
  ["__str__", ["str", "unicode"]],
  ["__repr__", ["str", "unicode"]],
  ["__unicode__", ["str", "unicode"]],
  ["__nonzero__", ["bool", "int"]],
  ["__hash__", ["int", "long", "bool"]],
  ["__cmp__", ["int", "long", "bool"]],
]);

/** What `__iter__` may not give: it has no `next`. */
const NO_ITERATORS = [
  "list",
  "tuple",
  "sequence",
  "dict",
  "set",
  "str",
  "unicode",
  "none",
  "bool",
  "int",
  "float",
] as const;

/** Whether a special method may give what Python refuses, where the runtime does not look: text that is none is looked for where it is returned. */
function givesOther(fn: FunctionInfo, name: string): boolean {
  const taken = TAKEN.get(name);
  const { type } = fn.returns;
  if (fn.isGenerator) return false;
  if (name === "__iter__") return fn.returnsNothing || has(type, ...NO_ITERATORS);
  if (!taken) return false;
  if (fn.returnsNothing) return true;
  return fn.returnsValue && !SHOWING.has(name) && type.k !== "never" && !only(type, ...taken);
}
