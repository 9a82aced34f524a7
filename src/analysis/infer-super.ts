import { builtinCalled } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import { library } from "../library/index.ts";
import { meantMethods } from "./class-support.ts";
import type { ClassInfo, FunctionInfo } from "./entities.ts";
import type { ExpressionInference } from "./infer-expression.ts";
import type { Inference } from "./infer.ts";
import { members, union } from "./join.ts";
import { type FuncType, never, poison, type PropertyType, type Type, unknown } from "./types.ts";

/** The bases of a class that a call means: all, `from` one of several on, or that of the library alone. */
interface MeantBase {
  readonly cls: Type & { k: "class" };
  readonly self: Type;
  readonly from: ClassInfo | "library" | null;
}

/** Calls of what a class inherits and hides: `super(C, self).method(…)`, `Base.method(self, …)`. */
export class SuperInference {
  private readonly inf: Inference;
  private readonly expressions: ExpressionInference;

  constructor(inf: Inference, expressions: ExpressionInference) {
    this.inf = inf;
    this.expressions = expressions;
  }

  /** `super(C, self).method` and `Base.method(self, …)`. */
  method(node: py.Call): Type | null {
    const { func } = node;
    if (func.kind !== "Attribute") return null;
    const base = this.object(func.value) ?? this.namedBase(node, func);
    if (!base) return null;
    const type = this.baseMethod(base.cls, func.attr, base.self, base.from);
    this.inf.facts.record(func, type);
    return type;
  }

  /** `Base.method(self, …)` inside a class that derives from Base: the arguments follow `self`. */
  private namedBase(node: py.Call, func: py.Attribute): MeantBase | null {
    const { cls, fn } = this.inf;
    if (!cls || !fn || !passesSelf(node, fn)) return null;
    const type = this.expressions.eval(func.value);
    if (!cls.bases.some((base, i) => namesBase(func.value, type, cls.node.bases[i], base))) return null;
    // Of several bases, the one that is named.
    const from = type.k === "libclass" ? "library" : cls.isMixed && type.k === "class" ? type.cls : null;
    return { cls: { k: "class", cls }, self: { k: "instance", cls }, from };
  }

  /** `super(C, self).x`, of a property. */
  attribute(node: py.Attribute): Type | null {
    const base = this.object(node.value);
    const property = base && this.baseProperty(base.cls, node.attr);
    if (!base || !property) return null;
    return property.getter ? this.expressions.calls.invoke({ ...property.getter, self: base.self }, []) : never;
  }

  private baseProperty({ cls }: Type & { k: "class" }, name: string): PropertyType | null {
    return (
      cls.lineage
        .slice(1)
        .find((base) => base.properties.has(name))
        ?.properties.get(name) ?? null
    );
  }

  object(node: py.Expression): MeantBase | null {
    if (node.kind !== "Call" || builtinCalled(this.inf.module.bindings, node) !== "super") return null;
    const [cls, self] = node.args.map((arg) => this.expressions.eval(arg));
    return cls?.k === "class" && self ? { cls, self, from: null } : null;
  }

  private baseMethod(cls: Type & { k: "class" }, name: string, self: Type, from: MeantBase["from"]): Type {
    if (from && from !== "library") {
      const method = from.lineage.find((base) => base.methods.has(name))?.methods.get(name);
      if (method) return { ...method, self };
    } else if (from === null) {
      const meant = meantMethods(this.inf.facts, cls.cls, name).filter((method) => method !== null);
      if (meant.length > 0) return union(meant.map((method) => ({ ...method, self: objectOf(method, self) })));
    }
    if (cls.cls.isOpaque) return poison;
    const { part } = cls.cls;
    if (part) return library.attribute(part, name, this.inf.clock);
    const library_ = cls.cls.libraryBase;
    return library_
      ? library.attribute({ k: "lib", name: library_, fields: cls.cls.given }, name, this.inf.clock)
      : unknown;
  }
}

/** The object that a method is called on by `super()`: of a class beside that of the caller, some object that is one of both. */
function objectOf({ fn: { owner } }: FuncType, self: Type): Type {
  if (owner === null) return self;
  const own = members(self).filter((m) => m.k !== "instance" || m.cls.lineage.includes(owner));
  return own.length > 0 ? union(own) : { k: "instance", cls: owner };
}

/** An expression names a base class: the same class, or, of one that is not known, the same words. */
export function namesBase(node: py.Expression, type: Type, written: py.Expression | undefined, base: Type): boolean {
  if (type.k === "class") return base.k === "class" && base.cls === type.cls;
  if (base.k === "poison") return written !== undefined && dotted(node) !== null && dotted(node) === dotted(written);
  return type.k === "libclass" && base.k === "libclass" && base.name === type.name;
}

/** `a.b.C`; null for what is not such a path. */
function dotted(node: py.Expression): string | null {
  if (node.kind === "Name") return node.id;
  const outer = node.kind === "Attribute" ? dotted(node.value) : null;
  return outer !== null && node.kind === "Attribute" ? `${outer}.${node.attr}` : null;
}

/** The first argument is the method's own `self`. */
export function passesSelf(node: py.Call, fn: FunctionInfo): boolean {
  const [first] = node.args;
  const [self] = fn.node.params.positional;
  return fn.owner !== null && first?.kind === "Name" && self?.target.kind === "Name" && first.id === self.target.id;
}
