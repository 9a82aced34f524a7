import { boundSpecial } from "../analysis/special-methods.ts";
import { waitsToIterate } from "../analysis/iterations.ts";
import { type FuncType, type Type } from "../analysis/types.ts";
import {
  as,
  assign,
  awaited,
  block as blockNode,
  call,
  construct,
  declare,
  id,
  method,
  nil,
  not,
  statement,
  throws,
  when,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { closesLater } from "../analysis/closes-later.ts";
import { LOCKS } from "../library/threading.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression, isMark } from "./expression.ts";
import { block } from "./statement.ts";
import { store } from "./target.ts";
import { members, union } from "../analysis/join.ts";
import { only } from "../analysis/kinds.ts";

/** `with`: several managers are one in the other. */
export function withStatement(context: Context, node: py.With): ts.Statement[] {
  return managed(context, node, node.items);
}

function managed(context: Context, node: py.With, items: readonly py.With["items"][number][]): ts.Statement[] {
  const [item, ...more] = items;
  if (!item) return block(context, node.body);
  const inner = (): ts.Statement[] => managed(context, node, more);
  const type = context.typeOf(item.context);
  if (isClosing(context, item.context) || (type.k === "lib" && (type.name === "file" || type.name === "codecs.file")))
    return closed(context, node, item, type, inner);
  if (type.k === "lib" && LOCKS.includes(type.name) && !item.target) return locked(context, item.context, inner);
  const managers = members(type).map((m) => managerOf(context, m));
  const [manager] = managers;
  if (!manager || managers.length > 1)
    return [statement(context.untranslated("U0103", "this kind of context manager", node))];
  return entered(context, node, item, manager, inner);
}

/** `closing(thing)`: entered it gives the thing, left it closes it. */
const isClosing = (context: Context, node: py.Expression): boolean =>
  node.kind === "Call" &&
  members(context.typeOf(node.func)).some((m) => m.k === "libfn" && m.name === "contextlib.closing");

/** `thing.close()` of a thing that has been made. */
function closeCall(context: Context, thing: ts.Expression, type: Type, span: py.Span): ts.Expression {
  const value = context.stand(thing, type, span);
  const func: py.Attribute = {
    kind: "Attribute",
    value,
    attr: "close",
    start: span.start,
    end: span.end,
  };
  const node: py.Call = {
    kind: "Call",
    func,
    args: [],
    keywords: [],
    starargs: null,
    kwargs: null,
    start: span.start,
    end: span.end,
  };
  const own = boundSpecial(type, "close");
  const waits = own ? own.fn.async : members(type).some(closesLater);
  context.facts.record(
    func,
    own ?? union(members(type).map((receiver): Type => ({ k: "method", receiver, name: "close" }))),
  );
  const made = expression(context, node);
  return waits && !isMark(made) ? awaited(made) : made;
}

/** `with open(path) as f`: closed in `finally`. */
function closed(
  context: Context,
  node: py.With,
  item: py.With["items"][number],
  type: Type,
  inner: () => ts.Statement[],
): ts.Statement[] {
  const value = expression(context, item.context);
  const { target } = item;
  const isKept = target?.kind === "Name" && !isGivenAnother(context, target, node.body);
  const held = isKept ? expression(context, target) : id(context.temporary("resource"));
  const before = isKept
    ? store(context, target, value, type, node)
    : [
        declare("const", held as ts.Identifier, value),
        ...(target ? store(context, target, id((held as ts.Identifier).name), type, node) : []),
      ];
  const closing: ts.TryStatement = {
    type: "TryStatement",
    block: blockNode(inner()),
    handler: null,
    finalizer: blockNode([statement(closeCall(context, held, type, item.context))]),
  };
  return [...before, closing];
}

/** The variable may hold something else by the end of the suite. */
function isGivenAnother(context: Context, name: py.Name, body: py.Block): boolean {
  const symbol = context.module.bindings.symbols.get(name);
  return (
    !symbol ||
    symbol.deleted ||
    symbol.writtenElsewhere ||
    symbol.writes.some(({ node }) => node.start >= body.start && node.end <= body.end)
  );
}

/** `with lock:` takes it, and gives it back whatever happens. */
function locked(context: Context, lock: py.Expression, inner: () => ts.Statement[]): ts.Statement[] {
  const value = expression(context, lock);
  const held = value.type === "Identifier" ? value : id(context.temporary("lock"));
  const guarded: ts.TryStatement = {
    type: "TryStatement",
    block: blockNode(inner()),
    handler: null,
    finalizer: blockNode([statement(method(held, "release"))]),
  };
  return [
    ...(held === value ? [] : [declare("const", held, value)]),
    statement(awaited(method(held, "acquire"))),
    guarded,
  ];
}

/** How a manager is entered and left. */
interface Manager {
  /** The manager itself, from what stands after `with`. */
  readonly make: (value: ts.Expression) => ts.Expression;
  readonly waitsToEnter: boolean;
  readonly waitsToLeave: boolean;
  /** Leaving looks at the exception, or may keep it from going on. */
  readonly mindsErrors: boolean;
  readonly gives: Type;
}

function managerOf(context: Context, type: Type): Manager | null {
  if (type.k === "iter") {
    const waits = waitsToIterate(type, context.facts);
    const cls = waits ? "AsyncGeneratorContext" : "GeneratorContext";
    return {
      make: (value) => construct(context.runtime("python", cls), [value]),
      waitsToEnter: waits,
      waitsToLeave: waits,
      mindsErrors: true,
      gives: type.elem.type,
    };
  }
  const [enter, exit] = [boundSpecial(type, "__enter__"), boundSpecial(type, "__exit__")];
  if (!enter || !exit) return null;
  return {
    make: (value) => value,
    waitsToEnter: enter.fn.async,
    waitsToLeave: exit.fn.async,
    mindsErrors: !ignoresErrors(exit),
    gives: enter.fn.returns.type,
  };
}

/** An `__exit__` that never looks at the exception and never gives True. */
function ignoresErrors({ fn }: FuncType): boolean {
  const { positional, vararg } = fn.node.params;
  const unused = [...positional.slice(1), ...(vararg ? [vararg] : [])].every((p) => {
    const symbol = p.target.kind === "Name" ? fn.scope.symbols.get(p.target.id) : undefined;
    return symbol !== undefined && symbol.occurrences.every((o) => o.write);
  });
  return unused && (!fn.returnsValue || only(fn.returns.type, "none"));
}

/**
 * Entered before, left in `finally`; where leaving looks at the error, in `catch` as well:
 *   const s = manager.__enter__(); try { … } catch (error) { if (!manager.__exit__(…)) throw error; } finally { … }
 */
function entered(
  context: Context,
  node: py.With,
  item: py.With["items"][number],
  manager: Manager,
  inner: () => ts.Statement[],
): ts.Statement[] {
  const held = id(context.temporary("manager"));
  const before: ts.Statement[] = [declare("const", held, manager.make(expression(context, item.context)))];
  const calls = (name: string, waits: boolean, args: readonly ts.Expression[]): ts.Expression => {
    const made = method(held, name, args);
    return waits ? awaited(made) : made;
  };
  const value = calls("__enter__", manager.waitsToEnter, []);
  // Storing what it gives may fail, as by a wrong number of items: the manager is left then too.
  const isSure = !item.target || item.target.kind === "Name";
  const [given] = isSure ? [value] : [id(context.temporary("entered"))];
  if (given && given !== value) before.push(declare("const", given as ts.Identifier, value));
  const stored = item.target ? store(context, item.target, given ?? value, manager.gives, node) : [statement(value)];
  if (isSure) before.push(...stored);
  const suite = (): ts.Statement[] => (isSure ? inner() : [...stored, ...inner()]);
  const leave = calls("__exit__", manager.waitsToLeave, [nil(), nil(), nil()]);
  if (!manager.mindsErrors) {
    const body: ts.TryStatement = {
      type: "TryStatement",
      block: blockNode(suite()),
      handler: null,
      finalizer: blockNode([statement(leave)]),
    };
    return [...before, body];
  }
  const failed = id(context.temporary("failed"));
  const error = id(context.temporary("cause"));
  const cls = call(context.runtime("python", "exceptionClass"), [error]);
  const raised = as(error, context.runtimeType("python", "BaseException"));
  const handled = calls("__exit__", manager.waitsToLeave, [cls, raised, raised]);
  const body: ts.TryStatement = {
    type: "TryStatement",
    block: blockNode(suite()),
    handler: {
      type: "CatchClause",
      param: error,
      body: blockNode([statement(assign(failed, id("true"))), when(not(handled), throws(error))]),
    },
    finalizer: blockNode([when(not(failed), statement(leave))]),
  };
  return [...before, declare("let", failed, id("false")), body];
}
