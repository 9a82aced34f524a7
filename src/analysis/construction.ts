import type * as py from "../python/ast.ts";
import { ownExpressions } from "../python/statement-parts.ts";
import { targetParts } from "../python/targets.ts";
import { walk } from "../python/walk.ts";
import type { ClassInfo, FunctionInfo } from "./entities.ts";
import { isMaker, keepsToItself, makerOf } from "./made-by-new.ts";
import type { Type } from "./types.ts";

type Names = ReadonlySet<string>;

/** What is known of the attributes of a class's objects while one is made. */
export interface Construction {
  /** Those that `__init__`, and the methods of the object that it calls, assign on every way to its end. */
  readonly assigned: Names;
  /** Those that it, or a method of the object that it calls, may read or ask for before they are assigned. */
  readonly readEarly: Names;
}

/** `typeOf` tells which class `Base` is in `Base.__init__(self)`. */
export function constructionOf(cls: ClassInfo, typeOf: (node: py.Expression) => Type): Construction {
  const init = cls.findMethod("__init__")?.method.fn;
  // `__setattr__` may put what it is given anywhere.
  const making = new Making(cls, typeOf, cls.findMethod("__setattr__") !== null);
  const maker = makerOf(cls);
  const isSeen = maker !== null && !keepsToItself(maker);
  const assigned = init && !isSeen ? making.run(init, new Set()) : new Set<string>();
  return { assigned, readEarly: making.early };
}

/** The attributes that a method assigns by itself on every way to its end; `direct`: past `__setattr__`. */
export const assignedOnAllWays = (method: py.FunctionDef, direct = false): Names =>
  new Making(null, () => ({ k: "unknown" }), direct).of(method, new Set());

/** The ways through a method: its first parameter, and what is assigned where it returns. */
interface Ways {
  /** It is an `__init__`, which raises a TypeError where it gives something. */
  readonly makes: boolean;
  readonly self: string | null;
  /** Only what is stored past `__setattr__` is assigned. */
  readonly direct: boolean;
  readonly returns: Names[];
}

/** Goes through the statements that make an object of one class, in their order. What is null is never come to. */
class Making {
  readonly early = new Set<string>();
  private readonly cls: ClassInfo | null;
  private readonly typeOf: (node: py.Expression) => Type;
  private readonly direct: boolean;
  private readonly known = new Map<FunctionInfo, { readonly before: Names; readonly after: Names }>();

  constructor(cls: ClassInfo | null, typeOf: (node: py.Expression) => Type, direct: boolean) {
    this.cls = cls;
    this.direct = direct;
    this.typeOf = typeOf;
  }

  /** What is assigned once a method has been called. */
  run(fn: FunctionInfo, before: Names): Names {
    if (isMaker(fn)) this.maker(fn.node);
    if (fn.node.kind !== "FunctionDef" || fn.binding !== "instance") return before;
    const known = this.known.get(fn);
    if (known && [...known.before].every((name) => before.has(name))) return joined(before, known.after);
    // While it runs it is known to assign nothing more: it may call itself.
    this.known.set(fn, { before, after: before });
    const after = this.of(fn.node, before);
    this.known.set(fn, { before, after });
    return after;
  }

  /** What `__new__` asks any object for may be asked of one that has nothing yet. */
  private maker(node: py.Node): void {
    walk(node, (part) => {
      const called =
        part.kind === "Call" && part.func.kind === "Attribute" ? this.cls?.findMethod(part.func.attr) : null;
      if (called && !isMaker(called.method.fn)) this.run(called.method.fn, new Set());
      if (part.kind === "Attribute") this.early.add(part.attr);
      if (part.kind === "Str") this.early.add(part.value);
    });
  }

  of(node: py.FunctionDef, before: Names): Names {
    const [first] = node.params.positional;
    const ways: Ways = {
      makes: node.name === "__init__",
      self: first?.target.kind === "Name" ? first.target.id : null,
      direct: this.direct,
      returns: [],
    };
    const end = this.block(node.body, before, ways);
    return common([...ways.returns, end]) ?? before;
  }

  private block(block: py.Block, before: Names, ways: Ways): Names | null {
    let at: Names | null = before;
    for (const statement of block.body) if (at !== null) at = this.statement(statement, at, ways);
    return at;
  }

  private statement(node: py.Statement, before: Names, ways: Ways): Names | null {
    if (node.kind === "Assign" || node.kind === "AugAssign") return this.assignment(node, before, ways);
    const at = ownExpressions(node).reduce((names, e) => this.expression(e, names, ways), before);
    switch (node.kind) {
      case "Return":
        if (!ways.makes || !isSomething(node.value)) ways.returns.push(at);
        return null;
      case "Raise":
      case "Break":
      case "Continue":
        return null;
      case "If":
        return common([this.block(node.body, at, ways), node.orelse ? this.block(node.orelse, at, ways) : at]);
      case "For":
      case "While":
        // It may have no round, and end by a `break`.
        this.block(node.body, at, ways);
        if (node.orelse) this.block(node.orelse, at, ways);
        return at;
      case "With": {
        const targets = node.items.flatMap(({ target }) => (target ? [target] : []));
        return this.block(node.body, joined(at, assignedBy(targets, ways)), ways);
      }
      case "Try": {
        const body = this.block(node.body, at, ways);
        const ended = body && node.orelse ? this.block(node.orelse, body, ways) : body;
        const handled = node.handlers.map((handler) => this.block(handler.body, at, ways));
        const all = common([ended, ...handled]);
        const last = node.finalbody ? this.block(node.finalbody, at, ways) : at;
        return all && last && joined(all, last);
      }
      default:
        return at;
    }
  }

  private assignment(node: py.Assign | py.AugAssign, before: Names, ways: Ways): Names {
    const targets = (node.kind === "Assign" ? node.targets : [node.target]).flatMap(targetParts);
    const read = targets.filter((part) => node.kind === "AugAssign" || ownName(part, ways) === null);
    const at = [node.value, ...read].reduce((names, e) => this.expression(e, names, ways), before);
    return joined(at, assignedBy(targets, ways));
  }

  /** What is assigned once the expression is made; what it reads too early is noted. */
  private expression(root: py.Expression, before: Names, ways: Ways): Names {
    let at = before;
    walk(root, (node) => {
      if (node.kind === "Lambda") return false;
      const name =
        node.kind === "Attribute" ? ownName(node, ways) : node.kind === "Call" ? askedName(node, ways) : null;
      if (name !== null && !at.has(name)) this.early.add(name);
      const called = node.kind === "Call" ? this.called(node, ways) : null;
      if (called) at = this.run(called, at);
      return true;
    });
    return at;
  }

  /** The method of the object that a call means: `self.m()`, `Base.m(self)`, `super(C, self).m()`. */
  private called({ func, args }: py.Call, { self }: Ways): FunctionInfo | null {
    if (this.cls === null || func.kind !== "Attribute") return null;
    const isSelf = (e: py.Expression | undefined): boolean => e?.kind === "Name" && e.id === self;
    if (isSelf(func.value)) return this.cls.findMethod(func.attr)?.method.fn ?? null;
    if (func.value.kind === "Call" && func.value.func.kind === "Name" && func.value.func.id === "super") {
      const [of] = func.value.args;
      const type = of && this.typeOf(of);
      const { lineage } = this.cls;
      const next = type?.k === "class" ? lineage.slice(lineage.indexOf(type.cls) + 1) : [];
      return next.find((cls) => cls.methods.has(func.attr))?.methods.get(func.attr)?.fn ?? null;
    }
    const type = isSelf(args[0]) ? this.typeOf(func.value) : null;
    return type?.k === "class" ? (type.cls.findMethod(func.attr)?.method.fn ?? null) : null;
  }
}

const isSomething = (value: py.Expression | null): boolean =>
  value !== null && ["Dict", "List", "Tuple", "Str", "Num"].includes(value.kind);

/** `name` of `self.name`. */
const ownName = (node: py.Expression, { self }: Ways): string | null =>
  node.kind === "Attribute" && node.value.kind === "Name" && node.value.id === self ? node.attr : null;

/** `name` of `hasattr(self, 'name')`, `getattr(self, 'name', …)`. */
function askedName({ func, args: [of, name] }: py.Call, { self }: Ways): string | null {
  if (func.kind !== "Name" || (func.id !== "hasattr" && func.id !== "getattr")) return null;
  return of?.kind === "Name" && of.id === self && name?.kind === "Str" ? name.value : null;
}

const assignedBy = (targets: readonly py.Expression[], ways: Ways): Names =>
  new Set(
    targets
      .flatMap(targetParts)
      .filter((part) => !ways.direct || (part.kind === "Attribute" && part.direct))
      .flatMap((part) => ownName(part, ways) ?? []),
  );

const joined = (a: Names, b: Names): Names => (b.size === 0 ? a : new Set([...a, ...b]));

/** What is assigned whichever way was taken; null where none is. */
function common(ways: readonly (Names | null)[]): Names | null {
  const [first, ...others] = ways.filter((names) => names !== null);
  return first === undefined ? null : new Set([...first].filter((name) => others.every((names) => names.has(name))));
}
