import type { Type } from "../analysis/types.ts";
import { arrow, call, id, member } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { FunctionEntry } from "../library/entry.ts";
import type * as py from "../python/ast.ts";
import { staysTheSame } from "./same-value.ts";
import { heldParameters } from "../library/held-method.ts";
import { emitLibraryCall } from "./library-call.ts";
import { adapter } from "./adapter.ts";
import type { Context } from "./context.ts";
import { tsType } from "./types.ts";
import { positionalArguments } from "../library/signature.ts";

/**
 * A library method handed on as a value: an arrow function over its required parameters. Its object is that of now:
 *   add = self.items.append  →  const add = boundTo(this.items, (items, item: string) => items.push(item));
 */
export function heldMethod(
  context: Context,
  entry: FunctionEntry,
  object: ts.Expression,
  receiver: Type,
  node: py.Attribute,
): ts.Expression {
  if (entry.native) return call(member(member(object, entry.native), "bind"), [object]);
  const own = adapter(context, { k: "method", receiver, name: node.attr }, node);
  if (own) return own;
  const isFixed = staysTheSame(context, node.value);
  const bound = isFixed ? object : id(context.temporary(wordFor(context, node.value)));
  const given = (heldParameters({ k: "method", receiver, name: node.attr }) ?? []).map(({ name, type }) => ({
    parameter: name,
    name: id(context.temporary(name)),
    type,
  }));
  const args = new Map(given.map(({ parameter, name, type }) => [parameter, context.stand(name, type, node)]));
  const made = emitLibraryCall(context, entry, node, bound, receiver, { ...positionalArguments(entry), args });
  const parameters = given.map(({ name, type }) => id(name.name, tsType(context, type)));
  if (isFixed || bound.type !== "Identifier") return arrow(parameters, made);
  const self = id(bound.name, tsType(context, receiver));
  return call(context.runtime("python", "boundTo"), [object, arrow([self, ...parameters], made)]);
}

/** A name for what an expression gives. */
const wordFor = (context: Context, node: py.Expression): string =>
  node.kind === "Attribute"
    ? context.names.variable(node.attr)
    : node.kind === "Name"
      ? context.names.variable(node.id)
      : "object";
