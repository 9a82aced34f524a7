import type { FunctionInfo } from "../analysis/entities.ts";
import { binary, block, id, nil, not, returns, throws, when } from "../emit/build.ts";
import { replace } from "../emit/nodes.ts";
import type * as ts from "../emit/tree.ts";
import type { Context } from "./context.ts";
import { isMark } from "./expression.ts";
import { givenBack } from "./wrapper.ts";
import { resultType } from "./types.ts";

/**
 * A StopIteration that comes out of a generator's body ends it in Python 2; JavaScript would throw it to who asks for the item:
 *   try { … } catch (error) { if (!(error instanceof StopIteration)) throw error; }
 */
export function ending(
  context: Context,
  fn: FunctionInfo,
  statements: readonly ts.Statement[],
): readonly ts.Statement[] {
  if (!fn.isGenerator || !mayStop(fn, new Set())) return end(context, fn, statements);
  const error = id(context.temporary("end"));
  const test = binary("instanceof", error, context.runtime("python", "StopIteration"));
  return [
    {
      type: "TryStatement",
      block: block(statements),
      handler: { type: "CatchClause", param: error, body: block([when(not(test), throws(error))]) },
      finalizer: null,
    },
  ];
}

/** A StopIteration may come out of the body: raised there, by `next`, called or kept to be called, or in a function that is called. */
function mayStop(fn: FunctionInfo, seen: Set<FunctionInfo>): boolean {
  if (seen.has(fn)) return false;
  seen.add(fn);
  const text = fn.module.source.text.slice(fn.node.start, fn.node.end);
  if (/StopIteration|\bnext\b|\.(send|throw)\b/.test(text)) return true;
  return [...fn.calls].some((callee) => !callee.isGenerator && mayStop(callee, seen));
}

/** Python returns None where control falls off the end; TypeScript wants it said when other paths return a value. */
function end(context: Context, fn: FunctionInfo, statements: readonly ts.Statement[]): readonly ts.Statement[] {
  if (!fn.returnsValue || fn.isGenerator) return statements;
  if (!fn.returnsNothing) {
    const whole = block(statements);
    returnMarks(context, whole);
    return whole.body;
  }
  const result = resultType(fn);
  if (!result || completes(statements.at(-1))) return statements;
  return [...statements, { type: "ReturnStatement", argument: givenBack(context, fn, nil()) }];
}

/**
 * A mark at the end, for a statement that would have returned or raised, throws, which TypeScript does not know:
 *   untranslated("U0103", "raise");  →  return untranslated("U0103", "raise");
 */
function returnMarks(context: Context, around: ts.BlockStatement): void {
  const last = around.body.at(-1);
  switch (last?.type) {
    case "ExpressionStatement":
      if (isMark(last.expression)) {
        const made = returns(last.expression);
        context.comments.move(last, made);
        replace(around, "body", last, made);
      }
      break;
    case "IfStatement":
      for (const side of [last.consequent, last.alternate])
        if (side?.type === "BlockStatement") returnMarks(context, side);
      break;
    case "TryStatement":
      for (const part of [last.block, last.handler?.body]) if (part) returnMarks(context, part);
      break;
    case "BlockStatement":
      returnMarks(context, last);
      break;
    default:
  }
}

/** The statement never lets control pass on. */
export function completes(node: ts.Statement | null | undefined): boolean {
  switch (node?.type) {
    case "ReturnStatement":
    case "ThrowStatement":
      return true;
    case "IfStatement":
      return completes(node.consequent) && completes(node.alternate);
    case "BlockStatement":
      return completes(node.body.at(-1));
    case "TryStatement":
      return completes(node.finalizer) || (completes(node.block) && (!node.handler || completes(node.handler.body)));
    default:
      return false;
  }
}
