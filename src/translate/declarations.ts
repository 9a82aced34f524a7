import type { Occurrence, Place, PySymbol, Scope } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { targetNames } from "../python/targets.ts";

/** How a variable of a scope is declared. */
export type Declaration =
  /** By the statement or clause that gives it its value, each of them: an assignment, a loop's target, a handler's, a `def`. */
  | {
      readonly how: "inline";
      readonly constant: boolean;
      readonly regional: boolean;
      readonly opener: Occurrence | null;
    }
  /** By `let` before statement `index` of `block`; -1 is the head of the body. A lambda has no statement but what it returns. */
  | { readonly how: "hoisted"; readonly block: py.Block | py.Module | py.Lambda; readonly index: number };

/** The declarations of one function or module. */
export class Declarations {
  private readonly plans = new Map<PySymbol, Declaration>();

  /** `isUnset`: whether the variable may be read before it has a value, or was deleted. */
  constructor(scope: Scope, isUnset: (symbol: PySymbol) => boolean) {
    for (const symbol of scope.symbols.values()) {
      if (!symbol.isParameter && symbol.occurrences.length > 0)
        this.plans.set(symbol, plan(symbol, scope, isUnset(symbol)));
    }
  }

  of(symbol: PySymbol): Declaration | null {
    return this.plans.get(symbol) ?? null;
  }

  /** Whether this assignment, `def` or import is where the variable is declared. */
  declaredBy(symbol: PySymbol, node: { start: number; end: number }): boolean {
    const declaration = this.of(symbol);
    return declaration?.how === "inline" && declaration.opener !== null && isWithin(declaration.opener.node, node);
  }

  /** Whether the loop or handler that binds the variable declares it too. */
  isRegional(symbol: PySymbol): boolean {
    const declaration = this.of(symbol);
    return declaration?.how === "inline" && declaration.regional;
  }

  /** Variables to declare before statement `index` of a block. */
  hoistedAt(block: py.Block | py.Module | py.Lambda, index: number): readonly PySymbol[] {
    const found: PySymbol[] = [];
    for (const [symbol, declaration] of this.plans) {
      if (declaration.how === "hoisted" && declaration.block === block && declaration.index === index)
        found.push(symbol);
    }
    return found;
  }
}

function plan(symbol: PySymbol, scope: Scope, unset: boolean): Declaration {
  const { occurrences } = symbol;
  const writes = symbol.writes;
  const head: Declaration = {
    how: "hoisted",
    block: scope.node.kind === "FunctionDef" ? scope.node.body : (scope.node as py.Module | py.Lambda),
    index: 0,
  };
  if (writes.length === 0) return head;
  const isDefinition = writes.some(({ node }) => "body" in node);
  if (!isDefinition && (symbol.deleted || (unset && symbol.captured))) return head;
  // Module variables that functions use are declared at the top level, where every function sees them.
  const regional = inOwnRegions(symbol);
  if (regional) return { how: "inline", constant: false, regional: true, opener: null };
  const common = scope.node.kind === "Lambda" ? null : commonPlace(occurrences, scope);
  if (!common) return head;
  const { block } = common;
  const first = firstStatement(occurrences, block);
  const statement = block.body[first];
  const opener = occurrences[0];
  const looped = insideLoop(common);
  if (looped && symbol.captured) return outermost(common);
  const [definition] = writes;
  // Functions and classes may be used above, in functions: they are there when those run.
  if (
    definition &&
    writes.length === 1 &&
    !symbol.writtenElsewhere &&
    "body" in definition.node &&
    definition.place.block === block
  )
    return { how: "inline", constant: true, regional: false, opener: definition };
  // `count = count + 1` of a variable that has no value yet: declared by this it would not be there to be asked.
  const readsItself =
    statement !== undefined && unset && occurrences.some(({ node, write }) => !write && isWithin(node, statement));
  if (statement && opener && opener.write && !readsItself && bindsAtTop(statement, symbol, opener)) {
    const once = writes.length === 1 && !symbol.writtenElsewhere;
    return { how: "inline", constant: once, regional: false, opener };
  }
  return looped ? outermost(common) : { how: "hoisted", block, index: first };
}

/** The region that gives a variable its value around a place: a loop with it as target, a handler that names it. */
function regionOf(place: Place, symbol: PySymbol): py.Statement | py.ExceptHandler | null {
  for (let at: Place | null = place; at; at = at.parent) {
    const statement = at.block.body[at.index];
    if (!statement) continue;
    if (statement.kind === "For" && targetNames(statement.target).includes(symbol.name)) return statement;
    if (statement.kind === "Try") {
      const handler = statement.handlers.find(
        (h) =>
          h.target?.kind === "Name" &&
          h.target.id === symbol.name &&
          h.start <= place.block.start &&
          place.block.end <= h.end,
      );
      if (handler) return handler;
    }
  }
  return null;
}

/** Every use lies in a loop or handler that binds the variable itself, and none outlives it. */
function inOwnRegions(symbol: PySymbol): boolean {
  return (
    !symbol.captured &&
    symbol.occurrences.every((o) => {
      const statement = o.place.block.body[o.place.index];
      // The target itself, recorded at its statement's place.
      if (o.write && statement?.kind === "For" && isWithin(o.node, statement.target)) return true;
      if (
        o.write &&
        statement?.kind === "Try" &&
        statement.handlers.some((h) => h.target && isWithin(o.node, h.target))
      )
        return true;
      if (statement?.kind === "For" && isWithin(o.node, statement.iter) && !regionAbove(o.place, symbol)) return false;
      const region = regionOf(o.place, symbol);
      if (!region || (!o.write && isOverwritten(o, region, symbol))) return false;
      if ("kind" in region && region.kind === "For") return isWithin(o.node, region.body);
      return true;
    })
  );
}

/** The loop or handler whose target a write is. */
function boundBy({ node, place }: Occurrence): py.Statement | py.ExceptHandler | null {
  const statement = place.block.body[place.index];
  if (statement?.kind === "For") return isWithin(node, statement.target) ? statement : null;
  if (statement?.kind !== "Try") return null;
  return statement.handlers.find((h) => h.target && isWithin(node, h.target)) ?? null;
}

/** A loop or handler inside the region has given the variable another value, which is there after it. */
const isOverwritten = (read: Occurrence, region: py.Statement | py.ExceptHandler, symbol: PySymbol): boolean =>
  symbol.writes.some((write) => {
    const inner = boundBy(write);
    if (!inner || inner === region || inner.start <= region.start || inner.end > region.end) return false;
    return read.node.start > inner.start || insideLoop(read.place);
  });

function regionAbove(place: Place, symbol: PySymbol): boolean {
  return place.parent !== null && regionOf(place.parent, symbol) !== null;
}

const isWithin = (node: { start: number; end: number }, outer: { start: number; end: number }): boolean =>
  outer.start <= node.start && node.end <= outer.end;

/** The innermost block that all uses lie in; null where one lies in none: a name that a parameter's tuple binds. */
function commonPlace(occurrences: readonly Occurrence[], scope: Scope): Place | null {
  const chains = occurrences.map((o) => chain(o.place, scope));
  const [firstChain = []] = chains;
  let common = firstChain[0];
  for (let depth = 0; ; depth++) {
    const block = firstChain[depth]?.block;
    if (!block || !chains.every((c) => c[depth]?.block === block)) break;
    common = firstChain[depth];
    // Uses in different statements of this block go no deeper.
    const index = firstChain[depth]?.index;
    if (!chains.every((c) => c[depth]?.index === index)) break;
  }
  return common ?? null;
}

/** From the scope's own body inwards. */
function chain(place: Place, scope: Scope): readonly Place[] {
  const places: Place[] = [];
  for (let at: Place | null = place; at; at = at.parent) {
    if (at.scope === scope && at.index >= 0 && !isElif(at.block)) places.push(at);
  }
  return places.toReversed();
}

/** The block that an `elif` is in our tree is none in the text, `else if`: nothing can be declared there. */
const isElif = ({ body: [first] }: py.Block | py.Module): boolean => first?.kind === "If" && first.elif;

function firstStatement(occurrences: readonly Occurrence[], block: py.Block | py.Module): number {
  const indexes = occurrences.map((o) => {
    for (let at: Place | null = o.place; at; at = at.parent) if (at.block === block) return at.index;
    return 0;
  });
  return Math.min(...indexes);
}

/** The statement may run again while the scope's code runs. */
export function insideLoop(place: Place): boolean {
  for (let at: Place | null = place; at && at.scope === place.scope; at = at.parent) if (at.loop) return true;
  return false;
}

/** Before the outermost loop around. */
function outermost(place: Place): Declaration {
  let found = place;
  for (let at: Place | null = place; at && at.scope === place.scope; at = at.parent) {
    if (at.loop && at.parent) found = at.parent;
  }
  return { how: "hoisted", block: found.block, index: Math.max(found.index, 0) };
}

/** Whether a statement binds the variable by itself, before anything else can read it. */
function bindsAtTop(statement: py.Statement, symbol: PySymbol, opener: Occurrence): boolean {
  switch (statement.kind) {
    case "Assign": {
      if (statement.targets.length !== 1) return false;
      const [target] = statement.targets;
      if (!target || !isWithin(opener.node, target)) return false;
      return target.kind === "Name" || (target.kind === "Tuple" && target.elts.every((elt) => elt.kind === "Name"));
    }
    case "FunctionDef":
    case "ClassDef":
      return opener.node === statement;
    case "With":
      return false;
    case "Import":
    case "ImportFrom":
      return true;
    default:
      return false;
  }
}
