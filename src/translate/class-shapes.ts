import { type Construction, constructionOf } from "../analysis/construction.ts";
import type { ClassInfo } from "../analysis/entities.ts";
import type { Facts } from "../analysis/facts.ts";
import { makerOf } from "../analysis/made-by-new.ts";
import { settableName } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";

/** How the attributes of the program's classes are laid out. */
export class ClassShapes {
  private readonly facts: Facts;
  private readonly below = new Map<ClassInfo, readonly ClassInfo[]>();
  private readonly related = new Map<ClassInfo, readonly ClassInfo[]>();
  private readonly assigned = new Map<ClassInfo, ReadonlySet<string>>();
  private readonly constructions = new Map<ClassInfo, Construction>();

  constructor(facts: Facts) {
    this.facts = facts;
  }

  /** The attribute is the class's own, shared by its instances, and never hidden by one of an instance: `static` in TypeScript. */
  isStatic(cls: ClassInfo, name: string): boolean {
    const owners = cls.lineage.filter((c) => c.classAttributes.has(name));
    const [owner] = owners;
    if (!owner || ofLibrary(owner, name)) return false;
    // Objects of a base whose objects may hide it have it all in one way.
    return !owners.some((of) => this.relatives(of).some((c) => this.assignedBy(c).has(name)));
  }

  /**
   * The class has the attribute, and its objects may have one of their own that hides it. Where nobody can tell, which is where it is a
   * number or text that is only ever asked of objects, each object is given its own when it is made instead.
   */
  isShared(cls: ClassInfo, name: string): boolean {
    const owner = cls.lineage.find((c) => c.classAttributes.has(name));
    if (!owner || ofLibrary(owner, name) || this.isStatic(cls, name)) return false;
    const relatives = this.relatives(owner);
    // An object is made by one of several bases only.
    if (relatives.some((c) => c.isMixed)) return true;
    const alone = relatives.every((c) => c === owner || !c.classAttributes.has(name));
    const base = owner.lineage.slice(1).some((c) => this.assignedBy(c).has(name));
    return (
      !alone ||
      base ||
      isSetByBase(owner) ||
      this.facts.deleted.has(name) ||
      relatives.some((c) => this.facts.listed.has(c)) ||
      relatives.some((c) => c.usedOnClass.has(name)) ||
      !hasFixedValue(owner, name)
    );
  }

  /** A class below has the attribute, as one that its objects may hide: objects have it from there. */
  isSharedBelow(cls: ClassInfo, name: string): boolean {
    return this.relatives(cls).some((c) => c.classAttributes.has(name) && this.isShared(c, name));
  }

  /** A subclass gives the attribute a value of its own: which one is meant depends on the object. */
  isOverridden(cls: ClassInfo, name: string): boolean {
    const owner = cls.lineage.findLast((c) => c.classAttributes.has(name));
    const below = [...this.facts.classes.values()].filter((c) => owner && c.lineage.includes(owner));
    return (
      below.filter((c) => c.classAttributes.has(name)).length > 1 ||
      below.some((c) => c !== owner && c.storedInClass.has(name))
    );
  }

  /** Classes of which some object may be one as well: bases, those derived from it, and the other bases of those. */
  private relatives(cls: ClassInfo): readonly ClassInfo[] {
    let found = this.related.get(cls);
    if (!found) {
      this.related.set(cls, (found = [...new Set(this.derived(cls).flatMap((c) => c.lineage))]));
    }
    return found;
  }

  /** The class itself, and those that derive from it. */
  private derived(cls: ClassInfo): readonly ClassInfo[] {
    let found = this.below.get(cls);
    if (!found) this.below.set(cls, (found = [...this.facts.classes.values()].filter((c) => c.lineage.includes(cls))));
    return found;
  }

  /** The class has the attribute once some other code has stored it there. */
  isAdded(cls: ClassInfo, name: string): boolean {
    const owners = cls.lineage.filter((c) => c.classAttributes.has(name));
    return owners.length > 0 && owners.every((c) => c.addedToClass.has(name));
  }

  /** Every instance has the attribute from its construction on, and nothing asks for it before. */
  isSure(cls: ClassInfo, name: string): boolean {
    if (exceptionAttribute(cls, name) !== null) return true;
    if (cls.lineage.some((c) => c.classAttributes.has(name) && !c.addedToClass.has(name))) return true;
    if (this.isAdded(cls, name)) return false;
    if (this.facts.deleted.has(name)) return false;
    const { assigned } = this.constructionOf(cls);
    return assigned.has(name) && !this.derived(cls).some((c) => this.constructionOf(c).readEarly.has(name));
  }

  /** Attributes that are assigned on its objects, by its methods and from outside. */
  assignedBy(cls: ClassInfo): ReadonlySet<string> {
    let names = this.assigned.get(cls);
    if (!names) {
      this.assigned.set(cls, (names = new Set([...cls.storedInObjects, ...cls.assigned])));
    }
    return names;
  }

  private constructionOf(cls: ClassInfo): Construction {
    let made = this.constructions.get(cls);
    if (!made) this.constructions.set(cls, (made = constructionOf(cls, (node) => this.facts.typeOf(node))));
    return made;
  }
}

/**
 * A base may set attributes of this class's own while it makes the object: its `__init__` calls methods, or it is of the library. A field
 * would be set anew after that.
 */
export const isSetByBase = (cls: ClassInfo): boolean =>
  (cls.libraryBase !== null && !library.isException(cls.libraryBase)) ||
  makerOf(cls) !== null ||
  cls.lineage.slice(1).some((base) => {
    const init = base.methods.get("__init__")?.fn;
    return init !== undefined && init.calls.size > 0;
  });

/** The class body gives the attribute a number, text, truth value or None, once. */
function hasFixedValue(cls: ClassInfo, name: string): boolean {
  const values = cls.node.body.body.flatMap((s) =>
    s.kind === "Assign" && s.targets.some((t) => t.kind === "Name" && t.id === name) ? [s] : [],
  );
  const [only, ...others] = values;
  if (!only || others.length > 0 || only.targets.length > 1) return false;
  if (cls.scope.symbols.get(name)?.writes.length !== 1) return false;
  const { value } = only;
  return (
    value.kind === "Num" ||
    value.kind === "Str" ||
    (value.kind === "Name" && ["None", "True", "False"].includes(value.id)) ||
    (value.kind === "UnaryOp" && value.operand.kind === "Num")
  );
}

/** The class gives a value of its own to an attribute that instances of its library base have. */
export const ofLibrary = (cls: ClassInfo, name: string): boolean =>
  cls.libraryBase !== null && (library.classEntry(cls.libraryBase)?.subclass?.attributes.includes(name) ?? false);

/** The attribute is one of the library's exception, which a class of the program gives other values: its name in the runtime, else null. */
export const exceptionAttribute = (cls: ClassInfo, name: string): string | null =>
  cls.libraryBase === null ? null : settableName(cls.libraryBase, name);
