import { partly } from "../analysis/built-in-part.ts";
import { isDynamic } from "../analysis/dynamic.ts";
import { type Type } from "../analysis/types.ts";
import { as, id } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import { superReceiver } from "./base-call.ts";
import type { Context } from "./context.ts";
import { eitherMethod, sinkMethod } from "./either.ts";
import { isMark } from "./expression.ts";
import { formatCall } from "./format.ts";
import { havingAttribute, heldBelow } from "./held-attribute.ts";
import { receiverOf } from "./receiver.ts";
import { head } from "./stand-in.ts";
import { tsType } from "./types.ts";
import { unknownCallee } from "./unknown-callee.ts";
import { only } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";
import { boundLibraryCall } from "./library-call.ts";
import { heldMethod } from "./called-held-method.ts";

/** A call of a method of the library, one of `callees`, which the object of the call may have. */
export function methodCall(
  context: Context,
  node: py.Call,
  callees: readonly (Type & { k: "method" })[],
): ts.Expression {
  if (node.func.kind !== "Attribute") return heldMethod(context, node, callees);
  const { attr } = node.func;
  const receivers = members(context.typeOf(node.func.value)).filter((m) => m.k !== "none" && m.k !== "unset");
  if (receivers.every((m) => keeps(m, attr))) return heldMethod(context, node, callees);
  if (receivers.some((m) => keeps(m, attr))) return unknownCallee(context, node);
  const entries = callees.map((m) => library.memberEntry(m.receiver, m.name));
  const [entry] = entries;
  if (entry?.kind !== "function") return unknownCallee(context, node);
  if (entries.some((e) => e !== entry))
    return (
      eitherMethod(context, node.func, (method, object, type) =>
        boundLibraryCall(context, method, node, object, type),
      ) ??
      sinkMethod(context, node, node.func) ??
      dynamicMethod(context, node, node.func)
    );
  const formatted = formatCall(context, node);
  if (formatted) return formatted;
  const receiver = context.typeOf(node.func.value);
  if (superReceiver(context, node.func))
    return context.untranslated("U0109", "super() of a class of the library, outside of a method", node);
  // A function of a built-in type, called on the type: `str.lower(text)`.
  if (receiver.k === "libfn" || (receiver.k === "libclass" && !library.classEntry(receiver.name)?.statics))
    return boundLibraryCall(context, entry, node, id("undefined"), receiver);
  const { object, type } = receiverOf(context, node.func);
  // Objects of several classes may have it of one base.
  if (!only(type, "instance") && members(partly(type)).length !== callees.length) return unknownCallee(context, node);
  const [callee] = callees;
  if (type.k === "lib" && callee?.receiver.k === "lib" && callee.receiver.name !== type.name) {
    const holder = heldBelow(context, type.name, node.func.attr);
    if (holder !== callee.receiver.name) return unknownCallee(context, node);
    return boundLibraryCall(
      context,
      entry,
      node,
      havingAttribute(context, object, holder, node.func.attr),
      callee.receiver,
    );
  }
  return boundLibraryCall(context, entry, node, object, type);
}

/** What is called is no method of the object, but the value of an attribute: `self.out = stream.write`. */
function keeps(owner: Type, name: string): boolean {
  switch (owner.k) {
    case "instance":
    case "class":
      return owner.cls.findAttribute(name) !== null && owner.cls.findMethod(name) === null;
    case "lib":
      return owner.fields?.get(name) != null && library.memberEntry(owner, name) === null;
    case "module":
      return owner.local;
    default:
      return false;
  }
}

/** A method of a value that may be of several kinds: where one of them alone has it, the value is made sure to be of that one. */
function dynamicMethod(context: Context, node: py.Call, func: py.Attribute): ts.Expression {
  const entry = library.memberEntry({ k: "unknown" }, func.attr);
  if (entry?.kind !== "function" || !isDynamic(context.typeOf(func.value))) return unknownCallee(context, node);
  const made = boundLibraryCall(context, entry, node, head(context, func.value), { k: "unknown" });
  return isMark(made) ? made : told(context, made, node);
}

/** What a call gives, where TypeScript does not know it. */
export function told(context: Context, made: ts.Expression, node: py.Call): ts.Expression {
  const type = tsType(context, context.typeOf(node));
  return ["TSUnknownKeyword", "TSAnyKeyword", "TSNullKeyword"].includes(type.type) ? made : as(made, type);
}
