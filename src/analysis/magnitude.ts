import type { ProgramModule } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import { PySymbol } from "../program/scope.ts";
import type { AttributeStores } from "./attribute-stores.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import { attributeOf, flowNode, type FlowNode, type Write } from "./integer-flow.ts";

/** From this power of two on an integer is a `long`. */
export const LONG = 63;

/** Bounds of integers, as the binary logarithm of the largest absolute value; null where none is known. */
export class Magnitudes {
  private readonly module: ProgramModule;
  private readonly writes = new Map<FlowNode, Write[]>();
  private readonly known = new Map<FlowNode, number | null>();
  /** What is supposed of a variable while its own writes are looked at. */
  private readonly supposed = new Map<FlowNode, number>();

  /** Names that a write was found for: a variable that has others too may hold anything. */
  private readonly named: ReadonlySet<py.Name>;

  private readonly stores: AttributeStores;

  constructor(module: ProgramModule, writes: readonly Write[], named: ReadonlySet<py.Name>, stores: AttributeStores) {
    this.module = module;
    this.stores = stores;
    this.named = named;
    for (const write of writes) {
      const list = this.writes.get(write.target);
      if (list) list.push(write);
      else this.writes.set(write.target, [write]);
    }
  }

  of(node: py.Expression | py.AugAssign): number | null {
    switch (node.kind) {
      case "Num":
        // What a `long` is made of is one as well, however small: 5L - 4 is 1L.
        if (node.number.type === "long") return Math.max(LONG, log2(node.number.value));
        return node.number.type === "int" ? log2(node.number.value) : null;
      case "UnaryOp":
        return node.op === "not" ? 0 : this.of(node.operand);
      case "BinOp":
        return this.operation(node.op, node.left, node.right);
      case "AugAssign":
        return this.operation(node.op, node.target, node.value);
      case "IfExp":
        return largest([this.of(node.body), this.of(node.orelse)]);
      case "Call":
        return this.call(node);
      case "Name":
      case "Attribute":
        return this.variable(node);
      default:
        return null;
    }
  }

  private operation(op: py.BinaryOperator, left: py.Expression, right: py.Expression): number | null {
    const [a, b] = [this.of(left), this.of(right)];
    const mask = right.kind === "Num" ? b : left.kind === "Num" && op === "&" ? a : null;
    switch (op) {
      // Of a mask that is not negative, and of a divisor, whatever the other operand is.
      case "&":
        return mask;
      case "%":
        return left.kind === "Str" ? null : b;
      case "|":
      case "^":
        // All the bits of the longer one may be set.
        return a === null || b === null ? null : Math.log2(2 ** (Math.floor(Math.max(a, b)) + 1) - 1);
      case "/":
      case "//":
        return right.kind === "Num" && b === null ? null : a;
      case ">>":
        return a === null ? null : right.kind === "Num" && b !== null ? Math.max(0, a - 2 ** b) : a;
      default:
    }
    if (a === null || b === null) return null;
    switch (op) {
      case "+":
      case "-":
        return Math.max(a, b) + Math.log2(1 + 2 ** -Math.abs(a - b));
      case "*":
        return a + b;
      case "**":
        return right.kind === "UnaryOp" ? null : a * 2 ** b;
      case "<<":
        return a + 2 ** b;
      default:
        return null;
    }
  }

  private call(node: py.Call): number | null {
    const { args } = node;
    const [first] = args;
    switch (builtinCalled(this.module.bindings, node)) {
      case "ord":
        return 21;
      case "len":
        return 32;
      case "abs":
      case "int":
        return first && args.length === 1 ? this.of(first) : null;
      case "min":
      case "max":
        return args.length > 1 ? largest(args.map((arg) => this.of(arg))) : null;
      default:
        return null;
    }
  }

  private variable(node: py.Expression): number | null {
    const target = flowNode(this.module, node);
    if (target === null) return null;
    const supposed = this.supposed.get(target);
    if (supposed !== undefined) return supposed;
    const known = this.known.get(target);
    if (known !== undefined) return known;
    const writes = this.writes.get(target);
    if (!writes || writes.length === 0 || !this.isComplete(target)) return null;
    // A bound that its own writes keep is one.
    let bound: number | null = 0;
    for (let round = 0; round < 3; round++) {
      this.supposed.set(target, bound);
      const next: number | null = largest(writes.map((write) => this.written(write)));
      this.supposed.delete(target);
      if (next === null || next <= bound) {
        bound = next === null ? null : bound;
        break;
      }
      bound = round === 2 ? null : next;
      if (bound === null) break;
    }
    // What other variables were found to be while this one was supposed is not kept.
    if (this.supposed.size === 0) this.known.set(target, bound);
    return bound;
  }

  /** All that may be given to it was read. */
  private isComplete(target: FlowNode): boolean {
    if (typeof target === "string") return this.stores.isOwn(attributeOf(target));
    if (!(target instanceof PySymbol)) return true;
    if (target.scope.parent === null && !this.stores.isUnstored(target.name)) return false;
    return !target.isParameter && target.writes.every(({ node }) => this.named.has(node as py.Name));
  }

  private written({ value, augmented, index }: Write): number | null {
    // A counter: it would have to count for years.
    if (augmented) return isStep(augmented) ? 32 : this.of(augmented);
    if (index) return this.counted(index);
    return value && this.of(value);
  }

  /** What a loop's variable can be. */
  private counted(iterated: py.Expression): number | null {
    if (iterated.kind === "Call" && /^x?range$/.test(builtinCalled(this.module.bindings, iterated) ?? "")) {
      const bounds = iterated.args.slice(0, 2).map((arg) => this.of(arg));
      return bounds.includes(null) ? null : largest(bounds);
    }
    if (iterated.kind === "Tuple" || iterated.kind === "List") return largest(iterated.elts.map((e) => this.of(e)));
    return null;
  }
}

const isStep = ({ op, value }: py.AugAssign): boolean =>
  (op === "+" || op === "-") && value.kind === "Num" && value.number.type === "int" && value.number.value < 1_000_000n;

function largest(bounds: readonly (number | null)[]): number | null {
  const all = bounds.filter((b) => b !== null);
  return all.length === bounds.length && all.length > 0 ? Math.max(...all) : null;
}

function log2(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  if (magnitude <= 1n) return 0;
  const digits = magnitude.toString(2);
  return digits.length - 1 + Math.log2(1 + Number(`0b${digits.slice(1, 40).padEnd(39, "0")}`) / 2 ** 39);
}
