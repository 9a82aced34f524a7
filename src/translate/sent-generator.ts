import type { ClassInfo, FunctionInfo } from "../analysis/entities.ts";
import { members } from "../analysis/join.ts";
import { call, member, statement, thisValue } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { Context } from "./context.ts";

/** Something else than None is sent to generators of the function: they have to tell whether they have started, or Python raises. */
const isSentTo = ({ isGenerator, async, sent }: FunctionInfo): boolean =>
  isGenerator && !async && members(sent.type).some((m) => m.k !== "none");

/** A generator function as a value. */
export const tellingStart = (context: Context, fn: FunctionInfo, made: ts.Expression): ts.Expression =>
  isSentTo(fn) ? call(context.runtime("python", "tellStart"), [made]) : made;

/** `tellStart(f);`, after a declaration of `f`. */
export const tellingStartDeclared = (context: Context, fn: FunctionInfo, name: ts.Identifier): ts.Statement[] =>
  isSentTo(fn) ? [statement(tellingStart(context, fn, name))] : [];

/** The same for the methods of a class: static { tellStart(this.prototype.rows); } */
export function tellingMethods(context: Context, cls: ClassInfo): readonly ts.StaticBlock[] {
  const body = [...cls.methods].flatMap(([name, { fn, wraps }]) => {
    const owner = fn.binding === "instance" ? member(thisValue(), "prototype") : thisValue();
    const isOwn = !wraps && fn.owner === cls && fn.name === name;
    return isOwn && isSentTo(fn)
      ? [statement(tellingStart(context, fn, member(owner, context.names.property(name))))]
      : [];
  });
  return body.length === 0 ? [] : [{ type: "StaticBlock", body }];
}
