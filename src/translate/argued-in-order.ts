import type * as ts from "../emit/tree.ts";
import type { CallEmit, FunctionEntry } from "../library/entry.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { isMark } from "./expression.ts";
import { inOrder, isInOrder, partsOf } from "./in-order.ts";

/** The call with its object and arguments made once each and in Python's order: where `made` has them otherwise, it is written anew over names for them. */
export function arguedInOrder(
  context: Context,
  node: py.Expression,
  made: ts.Expression,
  emit: CallEmit,
  entry: FunctionEntry,
  translated: Map<string, ts.Expression>,
  args: ReadonlyMap<string, py.Expression>,
  rest: readonly py.Expression[],
  restTs: readonly ts.Expression[],
): ts.Expression {
  const object =
    node.kind === "Call" && node.func.kind === "Attribute" && !isMark(emit.receiverTs) && !isSuper(emit.receiverTs)
      ? node.func.value
      : null;
  const given = [...translated].map(([name, value]) => ({ name, value, node: args.get(name)! }));
  const all = [...given, ...restTs.map((value, i) => ({ name: null, value, node: rest[i]! }))].toSorted(
    (a, b) => a.node.start - b.node.start,
  );
  const receiver = object && emit.receiver.k !== "never" && emit.receiver.k !== "libclass" ? object : null;
  const first = receiver ? [{ value: emit.receiverTs, node: receiver }] : [];
  const parts = partsOf(context, [...first, ...all]);
  if (isInOrder(parts, made)) return made;
  const ordered = inOrder(context, parts, (values) => {
    const [receiverTs, ...others] = receiver ? values : [emit.receiverTs, ...values];
    all.forEach(({ name }, i) => name !== null && translated.set(name, others[i]!));
    const restAgain = others.filter((_, i) => all[i]!.name === null);
    const again = entry.emit({ ...emit, receiverTs: receiverTs!, restTs: () => restAgain });
    return typeof again === "string" ? made : again;
  });
  return (
    ordered ??
    context.untranslated("U0103", "arguments that are made in another order, and have to be waited for", node)
  );
}

/** The base class in a call of its method, which is no value. */
const isSuper = (receiver: ts.Expression): boolean => receiver.type === "Identifier" && receiver.name === "super";
