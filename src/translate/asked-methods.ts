import type { ClassInfo } from "../analysis/entities.ts";
import type * as py from "../python/ast.ts";
import { walk } from "../python/walk.ts";
import type { Context } from "./context.ts";

/** Methods by which an object is shown. */
const SHOWING: ReadonlySet<string> = new Set(["__str__", "__repr__", "__unicode__"]);

/** Reports what a special method does that can be seen where Python calls it at another time, or once more. */
export function reportAskedMethods(context: Context, node: py.FunctionDef, cls: ClassInfo): void {
  if (node.name === "__len__" && isGoneThrough(cls) && doesMore(node))
    context.report("A0133", "__len__ does more than to say a length", node);
  if (SHOWING.has(node.name) && leavesLineOpen(node))
    context.report("A0115", `print with a comma at its end in ${node.name}`, node);
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
