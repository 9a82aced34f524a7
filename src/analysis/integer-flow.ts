import { builtinCalled } from "../program/builtin-name.ts";
import type { ProgramModule } from "../program/program.ts";
import { type Occurrence, PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { children } from "../python/walk.ts";

/** What holds integers: a variable with what it contains, an attribute of `self` (by where its class stands, and its name), what a function gives. */
export type FlowNode = PySymbol | string | py.FunctionDef;

/** A place that gives a flow node a value. */
export interface Write {
  readonly target: FlowNode;
  readonly value: py.Expression | null;
  readonly augmented: py.AugAssign | null;
  /** What a loop takes its variable from. */
  readonly index: py.Expression | null;
}

/** Which values come from which. */
export interface IntegerFlow {
  readonly writes: readonly Write[];
  /** Every arithmetic operation of the module. */
  readonly operations: readonly (py.BinOp | py.AugAssign)[];
  /** The names that the writes are to. */
  readonly named: ReadonlySet<py.Name>;
  /** The flow nodes that a value is computed from. */
  reads(e: py.Expression): readonly FlowNode[];
  /** Whether what the target holds comes to be in the other node, and the other way round. */
  isCycle(target: FlowNode, other: FlowNode): boolean;
  /** Whether the target is computed from itself again and again, and no limit that is low keeps it small. */
  repeats(target: FlowNode, isLow: (limit: py.Expression) => boolean): boolean;
}

/** The flow node that an expression names. */
export function flowNode(module: ProgramModule, e: py.Expression): FlowNode | null {
  if (e.kind === "Name") return module.bindings.symbols.get(e) ?? null;
  if (e.kind === "Subscript") return flowNode(module, e.value);
  if (e.kind !== "Attribute" || e.value.kind !== "Name") return null;
  const self = module.bindings.symbols.get(e.value);
  const cls = self?.isParameter ? self.scope.parent?.node : undefined;
  return cls?.kind === "ClassDef" ? `${cls.start}.${e.attr}` : null;
}

/** The name of the attribute that such a flow node is. */
export const attributeOf = (node: string): string => node.slice(node.indexOf(".") + 1);

/** Reads a module's statements for what its integers are computed from. */
export function integerFlow(module: ProgramModule): IntegerFlow {
  return new Flow(module);
}

class Flow implements IntegerFlow {
  readonly writes: Write[] = [];
  readonly operations: (py.BinOp | py.AugAssign)[] = [];
  readonly named = new Set<py.Name>();
  private readonly module: ProgramModule;
  private readonly sources = new Map<FlowNode, Set<FlowNode>>();
  private readonly looping = new Set<FlowNode>();
  /** Variables that stay small, since the program waits that long: null, or by the limits that a loop compares them with. */
  private readonly limits = new Map<FlowNode, (py.Expression | null)[]>();
  private readonly reached = new Map<FlowNode, Set<FlowNode>>();

  constructor(module: ProgramModule) {
    this.module = module;
    const work: { node: py.Node; fn: py.FunctionDef | null }[] = [{ node: module.tree, fn: null }];
    for (let next = work.pop(); next; next = work.pop()) {
      const { node, fn } = next;
      this.visit(node, fn);
      const inside = node.kind === "FunctionDef" ? node : fn;
      for (const child of children(node)) work.push({ node: child, fn: inside });
    }
  }

  reads(e: py.Expression): readonly FlowNode[] {
    switch (e.kind) {
      case "Name":
      case "Attribute":
      case "Subscript": {
        const node = flowNode(this.module, e);
        return node === null ? [] : [node];
      }
      case "BinOp":
        return [...this.reads(e.left), ...this.reads(e.right)];
      case "UnaryOp":
        return e.op === "not" ? [] : this.reads(e.operand);
      case "IfExp":
        return [...this.reads(e.body), ...this.reads(e.orelse)];
      case "BoolOp":
        return e.values.flatMap((value) => this.reads(value));
      case "Tuple":
      case "List":
        return e.elts.flatMap((elt) => this.reads(elt));
      case "ListComp":
      case "GeneratorExp":
        return this.reads(e.elt);
      case "Call":
        return this.readsOfCall(e);
      default:
        return [];
    }
  }

  private readsOfCall(node: py.Call): readonly FlowNode[] {
    const { func } = node;
    const callee = this.callee(func);
    if (callee) return [callee];
    if (func.kind === "Attribute" && ["get", "setdefault", "pop"].includes(func.attr)) return this.reads(func.value);
    const builtin = builtinCalled(this.module.bindings, node) ?? "";
    // The least of several is no more than the literal among them.
    if (builtin === "min" && node.args.some((arg) => arg.kind === "Num")) return [];
    return passing.has(builtin) ? node.args.flatMap((arg) => this.reads(arg)) : [];
  }

  /** A function of the module, or method of the class around, that is called by its name. */
  private callee(func: py.Expression): py.FunctionDef | null {
    if (func.kind === "Name") {
      const writes = this.module.bindings.symbols.get(func)?.writes ?? [];
      const node = writes.length === 1 ? writes[0]?.node : undefined;
      return node && "body" in node && "params" in node ? node : null;
    }
    if (func.kind !== "Attribute" || func.value.kind !== "Name") return null;
    const self = this.module.bindings.symbols.get(func.value);
    const cls = self?.isParameter ? self.scope.parent?.node : undefined;
    if (cls?.kind !== "ClassDef") return null;
    return cls.body.body.find((s): s is py.FunctionDef => s.kind === "FunctionDef" && s.name === func.attr) ?? null;
  }

  isCycle(target: FlowNode, other: FlowNode): boolean {
    return this.comesFrom(target).has(other) && this.comesFrom(other).has(target);
  }

  repeats(target: FlowNode, isLow: (limit: py.Expression) => boolean): boolean {
    const from = this.comesFrom(target);
    if (!from.has(target)) return false;
    const cycle = [...from].filter((node) => this.comesFrom(node).has(target));
    if (cycle.some((node) => this.limits.get(node)?.some((limit) => limit === null || isLow(limit)))) return false;
    const isRepeated = (node: FlowNode): boolean =>
      !(node instanceof PySymbol) || this.looping.has(node) || (node.isParameter && cycle.length > 1);
    return cycle.some(isRepeated);
  }

  /** Every flow node that a node gets values from, by any number of steps. */
  private comesFrom(node: FlowNode): Set<FlowNode> {
    let all = this.reached.get(node);
    if (all) return all;
    this.reached.set(node, (all = new Set()));
    const work = [...(this.sources.get(node) ?? [])];
    for (let next = work.pop(); next !== undefined; next = work.pop()) {
      if (all.has(next)) continue;
      all.add(next);
      work.push(...(this.sources.get(next) ?? []));
    }
    return all;
  }

  private visit(node: py.Node, fn: py.FunctionDef | null): void {
    switch (node.kind) {
      case "Assign":
        for (const target of node.targets) this.store(target, node.value, null);
        break;
      case "AugAssign":
        this.operations.push(node);
        this.store(node.target, node.value, node);
        break;
      case "For":
        this.count(node);
        break;
      case "While":
        this.limit(node.test);
        break;
      case "Return":
        if (node.value && fn) this.write({ target: fn, value: node.value, augmented: null, index: null }, null);
        break;
      case "BinOp":
        this.operations.push(node);
        break;
      case "Call":
        this.call(node);
        break;
    }
  }

  private store(target: py.Expression, value: py.Expression | null, augmented: py.AugAssign | null): void {
    if (target.kind === "Tuple" || target.kind === "List") {
      const parts = value?.kind === "Tuple" || value?.kind === "List" ? value.elts : null;
      target.elts.forEach((elt, i) => this.store(elt, parts ? (parts[i] ?? null) : value, null));
      return;
    }
    const node = flowNode(this.module, target);
    if (node === null) return;
    if (target.kind === "Name") this.named.add(target);
    // One of several values that are stored together, or an item among others, says nothing of the whole.
    this.write({ target: node, value, augmented, index: null }, target);
  }

  private count(node: py.For): void {
    const { target, iter } = node;
    const index = target.kind === "Name" ? iter : null;
    for (const one of target.kind === "Tuple" ? target.elts : [target]) {
      const symbol = flowNode(this.module, one);
      if (one.kind === "Name") this.named.add(one);
      if (symbol !== null) this.write({ target: symbol, value: index ? null : iter, augmented: null, index }, null);
    }
  }

  /** `while x < limit` keeps `x` small, and `sleep(x)` shows that it is. */
  private limit(test: py.Expression): void {
    if (test.kind === "BoolOp" && test.op === "and") for (const value of test.values) this.limit(value);
    if (test.kind !== "Compare") return;
    const operands = [test.left, ...test.comparators];
    test.ops.forEach((op, i) => {
      const [left, right] = [operands[i], operands[i + 1]];
      if (!left || !right) return;
      if (op === "<" || op === "<=") this.limitTo(flowNode(this.module, left), right);
      else if (op === ">" || op === ">=") this.limitTo(flowNode(this.module, right), left);
    });
  }

  private limitTo(node: FlowNode | null, limit: py.Expression | null): void {
    if (node === null) return;
    const known = this.limits.get(node);
    if (known) known.push(limit);
    else this.limits.set(node, [limit]);
  }

  private call(node: py.Call): void {
    const { func } = node;
    const name = func.kind === "Name" ? func.id : func.kind === "Attribute" ? func.attr : "";
    if (name === "sleep") for (const arg of node.args) for (const read of this.reads(arg)) this.limitTo(read, null);
    for (const { name: keyword, value } of node.keywords)
      if (keyword === "timeout") for (const read of this.reads(value)) this.limitTo(read, null);
    const callee = this.callee(func);
    if (callee) {
      const scope = this.module.bindings.scopes.get(callee);
      const positional = func.kind === "Attribute" ? callee.params.positional.slice(1) : callee.params.positional;
      positional.forEach((p, i) => {
        const symbol = p.target.kind === "Name" ? scope?.symbols.get(p.target.id) : undefined;
        const value = node.args[i] ?? null;
        if (symbol && value) this.write({ target: symbol, value, augmented: null, index: null }, null);
      });
    } else if (func.kind === "Attribute" && storing.has(func.attr)) {
      const container = flowNode(this.module, func.value);
      for (const value of node.args)
        if (container !== null) this.write({ target: container, value, augmented: null, index: null }, func.value);
    }
  }

  private write(write: Write, target: py.Expression | null): void {
    const { value, augmented, index } = write;
    this.writes.push(write);
    const from = this.sources.get(write.target) ?? new Set();
    this.sources.set(write.target, from);
    const base = target && baseName(target);
    const occurrence = base && write.target instanceof PySymbol ? occurrenceOf(write.target, base) : null;
    const carried = occurrence ? isCarried(write.target as PySymbol, occurrence, target?.kind === "Name") : false;
    const reads = [...(value ? this.reads(value) : []), ...(index ? this.reads(index) : [])];
    if (augmented) reads.push(write.target);
    for (const read of reads) if (read !== write.target || !occurrence || carried) from.add(read);
    if (carried && reads.length > 0) this.looping.add(write.target);
  }
}

/** Built-ins that give back what they are given, or a sum of it. */
const passing: ReadonlySet<string> = new Set("abs int long max min sum pow divmod list tuple sorted".split(" "));

/** Methods that put their arguments into the container. */
const storing: ReadonlySet<string> = new Set("append insert add extend setdefault".split(" "));

const baseName = (e: py.Expression): py.Name | null =>
  e.kind === "Name" ? e : e.kind === "Subscript" || e.kind === "Attribute" ? baseName(e.value) : null;

const occurrenceOf = (symbol: PySymbol, name: py.Name): Occurrence | null =>
  symbol.occurrences.find((o) => o.node === name) ?? null;

/** The write stands in a loop that does not give the variable another value first, or in another function than the variable. */
function isCarried(symbol: PySymbol, { place }: Occurrence, whole: boolean): boolean {
  if (symbol.scope.owner !== place.scope.owner) return true;
  for (let at: typeof place | null = place; at; at = at.parent) {
    if (at.scope.owner !== place.scope.owner) return false;
    const before = at.block.body.slice(0, at.index);
    if (
      whole &&
      before.some((s) => s.kind === "Assign" && s.targets.some((t) => t.kind === "Name" && t.id === symbol.name))
    )
      return false;
    if (at.loop) return true;
  }
  return false;
}
