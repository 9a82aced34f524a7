import type { ProgramModule } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import type { AttributeStores } from "./attribute-stores.ts";
import { integerFlow, type Write } from "./integer-flow.ts";
import { LONG, Magnitudes } from "./magnitude.ts";

/** Where integers leave the range that a number holds exactly. */
export interface Growth {
  /** Operations whose result may be beyond 2^53. */
  readonly large: ReadonlySet<py.Node>;
  /** Operations on what may be, whose own result is below 2^53 and was never a `long`. */
  readonly fits: ReadonlySet<py.Node>;
}

/** From this power of two on a number does not hold every integer. */
const EXACT = 53;
/** A factor from which on its product with any ordinary integer may be beyond 2^53. */
const LARGE_FACTOR = 27;

/**
 * Finds the operations of a module that may leave the range: those whose operands' bounds say so, and those that are repeated on their own
 * result, in a loop or by recursion: products, powers, shifts, and sums of two such values.
 */
export function integerGrowth(module: ProgramModule, stores: AttributeStores): Growth {
  const flow = integerFlow(module);
  const magnitudes = new Magnitudes(module, flow.writes, flow.named, stores);
  const large = new Set<py.Node>();
  const fits = new Set<py.Node>();
  const judge = (node: py.BinOp | py.AugAssign): void => {
    const [left, right] = node.kind === "BinOp" ? [node.left, node.right] : [node.target, node.value];
    const bound = magnitudes.of(node);
    if (bound !== null && bound >= EXACT) large.add(node);
    else if (bound === null && (node.op === "*" || node.op === "<<")) {
      const factors = [magnitudes.of(left), magnitudes.of(right)];
      if (node.op === "*" && factors.some((f) => f !== null && f >= LARGE_FACTOR)) large.add(node);
    } else if (bound !== null && [left, right].every((e) => (magnitudes.of(e) ?? LONG) < LONG)) fits.add(node);
  };
  for (const node of flow.operations) judge(node);
  for (const write of flow.writes) {
    if (!flow.repeats(write.target, (limit) => (magnitudes.of(limit) ?? 0) < EXACT)) continue;
    for (const node of growingIn(write, (e) => flow.reads(e).some((r) => flow.isCycle(write.target, r)))) {
      if ((magnitudes.of(node) ?? EXACT) >= EXACT) large.add(node);
    }
  }
  return { large, fits };
}

/** Operators whose result may be far smaller than what they are given. */
const narrowing: ReadonlySet<py.BinaryOperator> = new Set<py.BinaryOperator>(["%", "&", "/", "//", ">>"]);

/** The operations of a write that make its target grow; `feeds` says whether an operand comes from the target. */
function growingIn(write: Write, feeds: (e: py.Expression) => boolean): (py.BinOp | py.AugAssign)[] {
  const found: (py.BinOp | py.AugAssign)[] = [];
  const grows = (op: py.BinaryOperator, left: py.Expression, right: py.Expression, narrowed: boolean): boolean => {
    if (op === "*") return (feeds(left) && !isTrivial(right)) || (feeds(right) && !isTrivial(left));
    if (op === "<<") return feeds(left);
    if (op === "**") return feeds(left) || feeds(right);
    return op === "+" && !narrowed && feeds(left) && feeds(right);
  };
  const visit = (e: py.Expression, narrowed: boolean): void => {
    switch (e.kind) {
      case "BinOp": {
        if (grows(e.op, e.left, e.right, narrowed)) found.push(e);
        const inner = narrowing.has(e.op);
        visit(e.left, inner);
        visit(e.right, inner);
        break;
      }
      case "UnaryOp":
        visit(e.operand, narrowed);
        break;
      case "IfExp":
        visit(e.body, narrowed);
        visit(e.orelse, narrowed);
        break;
      case "BoolOp":
        for (const value of e.values) visit(value, narrowed);
        break;
      case "Tuple":
      case "List":
        for (const elt of e.elts) visit(elt, narrowed);
        break;
      case "ListComp":
      case "GeneratorExp":
        visit(e.elt, narrowed);
        break;
      case "Call":
        for (const arg of e.args) visit(arg, narrowed);
        break;
    }
  };
  if (write.augmented) {
    const { target, op, value } = write.augmented;
    if (grows(op, target, value, false)) found.push(write.augmented);
    visit(value, narrowing.has(op));
  } else if (write.value) visit(write.value, false);
  return found;
}

/** Multiplying by it makes nothing larger, or a float. */
const isTrivial = (e: py.Expression): boolean =>
  e.kind === "Num" && (e.number.type === "float" || (e.number.type === "int" && e.number.value <= 1n));
