import { only } from "../analysis/types.ts";
import { awaited, block as blockNode, declare, id, method, statement } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { LOCKS } from "../library/threading.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { block } from "./statement.ts";
import { store } from "./target.ts";

export function withStatement(context: Context, node: py.With): ts.Statement[] {
  const [item, ...more] = node.items;
  if (!item) return [];
  const type = context.typeOf(item.context);
  if (only(type, "lib") && type.k === "lib" && LOCKS.includes(type.name) && !item.target && more.length === 0)
    return locked(context, node, item.context);
  const closes =
    only(type, "lib") &&
    type.k === "lib" &&
    (type.name === "file" || type.name === "contextlib.closing" || type.name === "codecs.file");
  if (!closes || more.length > 0)
    return [statement(context.untranslated("U0103", "this kind of context manager", node))];
  const value = expression(context, item.context);
  const target = item.target;
  const before = target ? store(context, target, value, type, node) : [];
  const held = target ? expression(context, target) : id(context.temporary("resource"));
  if (!target) before.push(declare("const", held as ts.Identifier, value));
  const closing: ts.TryStatement = {
    type: "TryStatement",
    block: blockNode(block(context, node.body)),
    handler: null,
    finalizer: blockNode([statement(method(held, "close"))]),
  };
  return [...before, closing];
}

/** `with lock:` takes it, and gives it back whatever happens. */
function locked(context: Context, node: py.With, lock: py.Expression): ts.Statement[] {
  const value = expression(context, lock);
  const held = value.type === "Identifier" ? value : id(context.temporary("lock"));
  const guarded: ts.TryStatement = {
    type: "TryStatement",
    block: blockNode(block(context, node.body)),
    handler: null,
    finalizer: blockNode([statement(method(held, "release"))]),
  };
  return [
    ...(held === value ? [] : [declare("const", held, value)]),
    statement(awaited(method(held, "acquire"))),
    guarded,
  ];
}
