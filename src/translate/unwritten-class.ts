import { calledByLibrary, unsupportedClass } from "../analysis/class-support.ts";
import type { ClassInfo } from "../analysis/entities.ts";
import { derivesFromException } from "../analysis/exception-type.ts";
import type { Scope } from "../program/scope.ts";
import type { Context } from "./context.ts";
import { Declarations } from "./declarations.ts";
import { unsupportedProperty } from "./property.ts";

const reasons = new WeakMap<ClassInfo, string | null>();
const declarations = new WeakMap<Scope, Declarations>();

/** Why a class is not written, so that its name is a value that throws, and no type; null where it is. */
export function unwrittenReason(context: Context, cls: ClassInfo): string | null {
  const known = reasons.get(cls);
  if (known !== undefined) return known;
  const symbol = cls.module.bindings.symbols.get(cls.node);
  const reason =
    unsupportedClass(cls) ??
    (cls.isOpaque ? null : lateBase(cls)) ??
    awaitingHook(cls) ??
    unsupportedProperties(cls) ??
    (symbol && symbol.writes.length > 1 ? "a class whose name is bound again" : null) ??
    (isDeclaredHere(context, cls) ? null : "a class that is used outside the block that defines it");
  reasons.set(cls, reason);
  return reason;
}

/** The statement itself declares the name, as a class in TypeScript does. */
function isDeclaredHere(context: Context, { node, module }: ClassInfo): boolean {
  const symbol = module.bindings.symbols.get(node);
  if (!symbol || symbol.scope.node.kind === "ClassDef") return true;
  let plan = declarations.get(symbol.scope);
  if (!plan) {
    plan = new Declarations(symbol.scope, (s) => context.facts.mayBeUnset(s));
    declarations.set(symbol.scope, plan);
  }
  return plan.declaredBy(symbol, node);
}

/** A base that is made by its constructor cannot be made from an `__init__` that awaits. */
function lateBase(cls: ClassInfo): string | null {
  if (!cls.methods.get("__init__")?.fn.async) return null;
  const made =
    cls.lineage.slice(1).some((c) => c.methods.get("__init__")?.fn.initialisesLater === false) ||
    derivesFromException(cls);
  return made || (!cls.initialisedInTurn && cls.findMethod("init"))
    ? "__init__ awaits, and its base class is made by a constructor"
    : null;
}

/** A method that the library calls and does not wait for cannot wait itself. */
function awaitingHook(cls: ClassInfo): string | null {
  const found = Object.entries(calledByLibrary(cls)).find(
    ([name, { plain }]) => plain === true && cls.methods.get(name)?.fn.async,
  );
  return found ? `${found[0]} awaits, and ${cls.libraryBase} does not wait for it` : null;
}

const unsupportedProperties = (cls: ClassInfo): string | null =>
  [...cls.properties].map(([name, property]) => unsupportedProperty(cls, name, property)).find((r) => r !== null) ??
  null;
