import { isSpecial } from "./special-names.ts";
import { exceptionClasses, isPlainException } from "../library/exception-classes.ts";
import { derivesFromException } from "./exception-type.ts";
import type { Hook, Subclassing } from "../library/entry.ts";
import { library } from "../library/index.ts";
import { arityOf } from "./call-fit.ts";
import { hiddenFromBase } from "./built-in-part.ts";
import type { ClassInfo, FunctionInfo } from "./entities.ts";
import type { Facts } from "./facts.ts";
import { unsupportedMaker } from "./made-by-new.ts";
import { isNewStyle, knownSpecials } from "./special-methods.ts";
import { type FuncType, type Type } from "./types.ts";
import { members } from "./join.ts";

/** Every alternative is an object of the program whose class has the method. */
export const everyHas = (type: Type, method: string): boolean =>
  type.k !== "never" && members(type).every((m) => m.k === "instance" && m.cls.findMethod(method) !== null);

/** An object of a class with an unknown base, which is never made. */
export const isOpaque = (type: Type): boolean => type.k === "instance" && type.cls.isOpaque;

/** A class can be written that derives from it; `never` is not found out yet. */
export function hasCounterpart(base: Type): boolean {
  if (base.k === "class" || base.k === "never" || base.k === "namedtuple") return true;
  if (base.k !== "libclass") return false;
  if (base.name === "builtins.object" || exceptionClasses.has(base.name)) return true;
  return library.classEntry(base.name)?.subclass !== undefined;
}

/** Why a class cannot be translated as a whole; null when it can. Decided before it is used, so that its uses are left out as well. */
export function unsupportedClass(cls: ClassInfo): string | null {
  const { node } = cls;
  if (node.decorators.length > 0 && cls.isReplaced) return "a decorated class";
  if (cls.classAttributes.has("__metaclass__")) return "a metaclass";
  // No object of it is ever made.
  if (cls.isOpaque) return null;
  if (!cls.initialisedInTurn && cls.lineage.some((c) => c.initialisedInTurn))
    return "a base class that others have among several, whose __init__ are called in turn";
  const mixed = node.bases.length > 1 ? unsupportedMixture(cls) : null;
  if (mixed !== null) return mixed;
  const ofTuple =
    cls.part?.k === "tuple" ? [...cls.methods.keys()].find((m) => isSpecial(m) && !ofTuples.has(m)) : undefined;
  if (ofTuple !== undefined) return `the special method ${ofTuple} of a class that derives from a named tuple`;
  const unmade = unsupportedMaker(cls);
  if (unmade !== null) return unmade;
  const special = [...cls.methods.keys()].find(
    (m) => isSpecial(m) && m !== "__new__" && !knownSpecials.has(m) && !isOfContainer(cls, m),
  );
  if (special) return `the special method ${special}`;
  const hook = attributeHooks.find((name) => cls.findMethod(name) !== null);
  const hidden = hiddenFromBase(cls, (name) => isOfContainer(cls, name));
  if (hidden !== null) return `the method ${hidden}, which its base class has from ${cls.libraryBase}`;
  const plain = hook === undefined ? null : unsupportedHook(cls, hook);
  if (plain !== null) return plain;
  const [base] = cls.bases;
  const subclass = base?.k === "libclass" ? library.classEntry(base.name)?.subclass : undefined;
  return subclass && base?.k === "libclass" ? unsupportedPart(cls, base.name, subclass) : null;
}

/** Special methods that a class which derives from a named tuple may have: none of those by which it is a tuple. */
const ofTuples: ReadonlySet<string> = new Set(
  "__init__ __str__ __repr__ __add__ __sub__ __mul__ __div__ __neg__ __abs__ __int__ __float__ __call__ __nonzero__".split(
    " ",
  ),
);

const isOfContainer = ({ part }: ClassInfo, name: string): boolean =>
  part !== null && (name === "__missing__" ? part.k === "dict" : library.memberEntry(part, name) !== null);

/** Methods that Python calls where an object is asked for an attribute that it does not have, or given or to lose one. */
export const attributeHooks = ["__getattr__", "__setattr__", "__delattr__"] as const;

/** Why `__getattr__` and its like are not known to be called where Python calls them. */
function unsupportedHook(cls: ClassInfo, hook: string): string | null {
  if (cls.libraryBase !== null && cls.part === null)
    return `the special method ${hook} of a class that derives from ${cls.libraryBase}`;
  return cls.lineage.some((c) => c.properties.size > 0) ? `the special method ${hook} beside a property` : null;
}

/** Why a class of several bases cannot be written as one that extends one of them and takes the methods of the others. */
function unsupportedMixture(cls: ClassInfo): string | null {
  const known = cls.bases.filter((b) => b.k === "class");
  const library_ = cls.bases.some((b) => b.k === "libclass" && b.name !== "builtins.object");
  if (cls.bases.some((b) => b.k !== "class" && b.k !== "libclass")) return "several base classes, one of the library";
  if (library_ && known.length > 0) return unsupportedException(cls);
  const [first, ...more] = cls.bases.flatMap((b) =>
    b.k === "libclass" && b.name !== "builtins.object" ? [b.name] : [],
  );
  if (first !== undefined && more.some((name) => !library.isSubclass(first, name)))
    return "several base classes of the library";
  const hidden = hiddenByObject(cls);
  if (hidden !== null) return hidden;
  const { lineage, parent } = cls;
  const ofLibrary = known.filter((b) => b.cls.libraryBase !== null);
  if (ofLibrary.length > 1 || (ofLibrary[0] && ofLibrary[0].cls !== parent))
    return "several base classes, of which one that is of the library does not make the objects";
  if (cls.initialisedInTurn) return null;
  for (const [i, base] of lineage.entries()) {
    const asked = i === 0 ? null : superCalls(base).find((name) => meansUnknown(base, lineage, name));
    if (asked != null) return `several base classes, of which super().${asked} of ${base.name} means another one here`;
  }
  return null;
}

/** `class Page(object, Template)`: what `object` has comes before what an old-style class behind it has. */
function hiddenByObject(cls: ClassInfo): string | null {
  const at = cls.bases.findIndex((b) => b.k === "libclass" && b.name === "builtins.object");
  const behind = at < 0 ? [] : cls.bases.slice(at + 1).flatMap((b) => (b.k === "class" ? [b.cls] : []));
  if (behind.some(isNewStyle)) return "object before a class that derives from it: Python raises TypeError";
  const hidden = ofObject.find((name) => behind.some((c) => c.findMethod(name) !== null));
  return hidden === undefined ? null : `${hidden} of an old-style class behind object, whose own comes first`;
}

/** Methods of `object` that a class may have as well. */
const ofObject = "__init__ __str__ __repr__ __hash__ __setattr__ __delattr__ __new__".split(" ");

/**
 * Why a class of the program's exceptions cannot be one of the library's as well: `class Missing(AppError, KeyError)`. What Python looks
 * for in the library's classes it finds in the last one of their line.
 */
function unsupportedException(cls: ClassInfo): string | null {
  const [first, ...more] = cls.bases.filter((b) => b.k === "class");
  const names = cls.libraryBases;
  const isLine = names.every((a) => names.every((b) => library.isSubclass(a, b) || library.isSubclass(b, a)));
  const isKnown = first && more.length === 0 && cls.bases.indexOf(first) === 0 && derivesFromException(first.cls);
  const beside = cls.bases.flatMap((b) => (b.k === "libclass" ? [b.name] : []));
  return isKnown && isLine && beside.every(isPlainException) ? null : "several base classes, one of the library";
}

/**
 * The methods that `super(cls, self).name` may mean: that of the bases of `cls`, and those of the classes that stand behind it in the order
 * of a class of several bases. Null among them where there is none.
 */
export function meantMethods(facts: Facts, cls: ClassInfo, name: string): readonly (FuncType | null)[] {
  const meant = [...facts.classes.values()].flatMap((c) =>
    c === cls || (c.isMixed && c.lineage.includes(cls)) ? [meantBySuper(cls, c.lineage, name)] : [],
  );
  return [...new Set(meant)].map((owner) => owner?.methods.get(name) ?? null);
}

/** The methods that a class asks its bases for by `super(C, self)`. */
const superCalls = ({ module, node }: ClassInfo): readonly string[] =>
  [...module.source.text.slice(node.start, node.end).matchAll(/\bsuper\s*\([^()]*\)\s*\.\s*(\w+)/g)].flatMap(
    (m) => m[1] ?? [],
  );

/** `super(cls, self).name` means another class's there than that of the bases of `cls`, and this is known by nothing here. */
const meansUnknown = (cls: ClassInfo, order: readonly ClassInfo[], name: string): boolean => {
  const own = meantBySuper(cls, cls.lineage, name);
  return own !== meantBySuper(cls, order, name) && name === "__init__";
};

/** `super(cls, self).name` may mean another class's than that of the bases of `cls`: some class has more bases beside it. */
export const mayMeanAnother = (facts: Facts, cls: ClassInfo, name: string): boolean =>
  [...facts.classes.values()].some(
    (c) =>
      c !== cls &&
      c.lineage.includes(cls) &&
      meantBySuper(cls, c.lineage, name) !== meantBySuper(cls, cls.lineage, name),
  );

/** What `super(cls, self).name` means in that order of classes. */
const meantBySuper = (cls: ClassInfo, order: readonly ClassInfo[], name: string): ClassInfo | null =>
  order.slice(order.indexOf(cls) + 1).find((c) => c.methods.has(name) || c.properties.has(name)) ?? null;

/** What a class has of its library base that has no counterpart. */
function unsupportedPart(cls: ClassInfo, base: string, { attributes, hook, settable }: Subclassing): string | null {
  const belongs = (name: string): boolean =>
    name !== "__init__" && library.memberEntry({ k: "lib", name: base }, name) !== null;
  for (const [name, method] of cls.methods) {
    const called = hook(name);
    if (typeof called === "string") return `the method ${name} of ${base} is overridden: ${called}`;
    if (called && !takes(method.fn, called, cls)) return `the method ${name} does not take what ${base} calls it with`;
    if (called === null && belongs(name)) return `the method ${name} of ${base} is overridden`;
  }
  const attribute = [...cls.attributes.keys()].find(
    (name) =>
      settable?.includes(name) !== true &&
      (typeof hook(name) === "string" ||
        (belongs(name) && !(attributes.includes(name) && cls.classAttributes.has(name)))),
  );
  return attribute === undefined ? null : `the attribute ${attribute} of ${base} is set by a subclass`;
}

function takes(fn: FunctionInfo, { params }: Hook, cls: ClassInfo): boolean {
  const given = typeof params === "function" ? params(cls.given) : params;
  if (given === null || fn.binding !== "instance") return true;
  const { least, most } = arityOf(fn);
  return given.length + 1 >= least && given.length + 1 <= most;
}

/** Methods that the library calls, with the types that it calls them with. */
export function calledByLibrary(cls: ClassInfo): Readonly<Record<string, Hook>> {
  const hook = library.classEntry(cls.libraryBase ?? "")?.subclass?.hook;
  if (!hook) return {};
  return Object.fromEntries(
    [...cls.methods.keys()].flatMap((name) => {
      const called = hook(name);
      return called && typeof called !== "string" ? [[name, called] as const] : [];
    }),
  );
}
