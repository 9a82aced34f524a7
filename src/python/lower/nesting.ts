import type { Block, Expression, Statement } from "../ast.ts";
import type { Context } from "./context.ts";
import type { SyntaxNode } from "./syntax-node.ts";

/** How many loops, `with` items and clauses of `try` CPython runs inside each other in one function (`CO_MAXBLOCKS`). */
const MOST_BLOCKS = 20;

/** A `try` is two blocks, so in a file with fewer levels of indentation nothing can be nested too deeply, unless by items of `with`. */
const SUSPICIOUS = MOST_BLOCKS / 2;

/** Tells of a statement that stands in too many blocks; asked about the statements of functions, classes and the module. */
export function checkNesting(node: SyntaxNode, statement: Statement, context: Context): void {
  if (context.scan.deepest < SUSPICIOUS && !context.severalManagers) return;
  if (!isOutermost(node)) return;
  const waiting: { readonly statement: Statement; readonly around: number }[] = [{ statement, around: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { block, around } of blocksOf(next.statement, next.around)) {
      if (around > MOST_BLOCKS) {
        context.python2Refuses("a statement in more than 20 blocks", next.statement);
        return;
      }
      for (const each of block.body) waiting.push({ statement: each, around });
    }
  }
}

function isOutermost({ parent }: SyntaxNode): boolean {
  if (parent === null || parent.type === "module") return true;
  const owner = parent.parent?.type;
  return parent.type === "block" && (owner === "function_definition" || owner === "class_definition");
}

interface InnerBlock {
  readonly block: Block;
  /** Blocks around its statements, in CPython's terms. */
  readonly around: number;
}

/** By `compiler_push_fblock` in `compile.c`, which does not look into what a constant test rules out. */
function blocksOf(statement: Statement, around: number): InnerBlock[] {
  switch (statement.kind) {
    case "For":
      return given([statement.body, around + 1], [statement.orelse, around]);
    case "While":
      return given([truthOf(statement.test) === false ? null : statement.body, around + 1], [statement.orelse, around]);
    case "If": {
      const truth = truthOf(statement.test);
      return given(
        [truth === false ? null : statement.body, around],
        [truth === true ? null : statement.orelse, around],
      );
    }
    case "With":
      return given([statement.body, around + statement.items.length]);
    case "Try": {
      const { body, handlers, orelse, finalbody } = statement;
      const guarded = finalbody === null ? around : around + 1;
      const inner = handlers.map((handler): InnerBlock => ({ block: handler.body, around: guarded }));
      return [
        ...given([body, handlers.length > 0 ? guarded + 1 : guarded], [orelse, guarded], [finalbody, around + 1]),
        ...inner,
      ];
    }
    default:
      return [];
  }
}

/** Whether a test always holds or never does, as far as CPython 2.7 looks (`expr_constant`); null where that is open. */
function truthOf(test: Expression): boolean | null {
  switch (test.kind) {
    case "Num":
      return Number(test.number.value) !== 0;
    case "Str":
      return test.value !== "";
    case "Name":
      return test.id === "__debug__" ? true : null;
    // CPython has taken the sign into the number, unless that has parentheses.
    case "UnaryOp":
      return test.op === "-" && test.operand.kind === "Num" && test.operand.end === test.end
        ? truthOf(test.operand)
        : null;
    default:
      return null;
  }
}

function given(...blocks: readonly (readonly [Block | null, number])[]): InnerBlock[] {
  return blocks.flatMap(([block, around]) => (block === null ? [] : [{ block, around }]));
}
