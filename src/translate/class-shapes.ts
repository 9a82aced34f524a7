import type { ClassInfo } from "../analysis/entities.ts";
import type { Facts } from "../analysis/facts.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import { suites } from "../analysis/statement-parts.ts";

/** How the attributes of the program's classes are laid out. */
export class ClassShapes {
  private readonly facts: Facts;
  private readonly assigned = new Map<ClassInfo, ReadonlySet<string>>();
  private readonly initialised = new Map<ClassInfo, ReadonlySet<string>>();

  constructor(facts: Facts) {
    this.facts = facts;
  }

  /** The attribute is the class's own, shared by its instances, and never hidden by one of an instance: `static` in TypeScript. */
  isStatic(cls: ClassInfo, name: string): boolean {
    const owner = cls.lineage.find((c) => c.classAttributes.has(name));
    if (!owner || ofLibrary(owner, name)) return false;
    const family = [...this.facts.classes.values()].filter((c) => c.lineage.includes(owner));
    if (family.some((c) => this.assignedBy(c).has(name))) return false;
    return true;
  }

  /** A subclass gives the attribute a value of its own: which one is meant depends on the object. */
  isOverridden(cls: ClassInfo, name: string): boolean {
    const owner = cls.lineage.findLast((c) => c.classAttributes.has(name));
    return (
      [...this.facts.classes.values()].filter((c) => owner && c.lineage.includes(owner) && c.classAttributes.has(name))
        .length > 1
    );
  }

  /** Every instance has the attribute from its construction on. */
  isSure(cls: ClassInfo, name: string): boolean {
    return cls.lineage.some((c) => c.classAttributes.has(name) || this.initialisedBy(c).has(name));
  }

  /** Attributes that methods of the class assign on `self`. */
  assignedBy(cls: ClassInfo): ReadonlySet<string> {
    let names = this.assigned.get(cls);
    if (!names) {
      const found = new Set<string>();
      for (const method of cls.methods.values()) {
        if (method.fn.node.kind !== "FunctionDef") continue;
        visitTargets(method.fn.node, method.fn.node.body.body, found, false);
      }
      this.assigned.set(cls, (names = found));
    }
    return names;
  }

  /** Attributes that `__init__` assigns on every way through it. */
  private initialisedBy(cls: ClassInfo): ReadonlySet<string> {
    let names = this.initialised.get(cls);
    if (!names) {
      const found = new Set<string>();
      const init = cls.methods.get("__init__")?.fn.node;
      if (init?.kind === "FunctionDef") visitTargets(init, init.body.body, found, true);
      this.initialised.set(cls, (names = found));
    }
    return names;
  }
}

/** The class gives a value of its own to an attribute that instances of its library base have. */
export const ofLibrary = (cls: ClassInfo, name: string): boolean =>
  cls.libraryBase !== null && (library.classEntry(cls.libraryBase)?.subclass?.attributes.includes(name) ?? false);

/** Collects `self.x = …`; `sure` keeps to statements that always run. */
function visitTargets(fn: py.FunctionDef, body: readonly py.Statement[], found: Set<string>, sure: boolean): void {
  const [self] = fn.params.positional;
  const selfName = self?.target.kind === "Name" ? self.target.id : null;
  for (const statement of body) {
    if (statement.kind === "Assign" || statement.kind === "AugAssign") {
      const targets = statement.kind === "Assign" ? statement.targets : [statement.target];
      for (const target of targets.flatMap(flatten)) {
        if (target.kind === "Attribute" && target.value.kind === "Name" && target.value.id === selfName)
          found.add(target.attr);
      }
    }
    if (sure) {
      if (statement.kind === "If" && statement.orelse) both(fn, statement.body, statement.orelse, found);
      if (statement.kind === "Return" || statement.kind === "Raise") return;
      // What a handler may leave out is not sure, but the body of `with` and the end of `try … finally` are.
      if (statement.kind === "With") visitTargets(fn, statement.body.body, found, true);
      if (statement.kind === "Try" && statement.finalbody) visitTargets(fn, statement.finalbody.body, found, true);
    } else for (const suite of suites(statement)) visitTargets(fn, suite.body, found, false);
  }
}

function both(fn: py.FunctionDef, a: py.Block, b: py.Block, found: Set<string>): void {
  const inA = new Set<string>();
  const inB = new Set<string>();
  visitTargets(fn, a.body, inA, true);
  visitTargets(fn, b.body, inB, true);
  for (const name of inA) if (inB.has(name)) found.add(name);
}

const flatten = (target: py.Expression): readonly py.Expression[] =>
  target.kind === "Tuple" || target.kind === "List" ? target.elts.flatMap(flatten) : [target];
