import { derivesFromException } from "../analysis/exception-type.ts";
import { assignedOnAllWays } from "../analysis/construction.ts";
import type { ClassInfo } from "../analysis/entities.ts";
import { type Type, unset } from "../analysis/types.ts";
import { annotation, anyType, call, id, statement, string, thisValue } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import { declaredStatic } from "./class-body.ts";
import type { Member } from "./class-member.ts";
import type { Context } from "./context.ts";
import { exceptionAttribute, isSetByBase, ofLibrary } from "./class-shapes.ts";
import { tsType } from "./types.ts";
import { join } from "../analysis/join.ts";
import { has } from "../analysis/kinds.ts";
import { walk } from "../python/walk.ts";

/** Attributes of the class that its objects may hide, those aside that a base shares already. */
export const sharedAttributes = (context: Context, cls: ClassInfo): readonly string[] =>
  [...cls.classAttributes].filter(
    (name) => context.classes.isShared(cls, name) && !cls.lineage.slice(1).some((c) => c.classAttributes.has(name)),
  );

/** static { shareWithInstances(this, "items"); } */
export const sharing = (context: Context, names: readonly string[]): ts.StaticBlock => ({
  type: "StaticBlock",
  body: [
    statement(
      call(context.runtime("python", "shareWithInstances"), [
        thisValue(),
        ...names.map((name) => string(context.names.property(name))),
      ]),
    ),
  ],
});

/** `declare static debug: boolean;` of what other code stores in the class. */
export const addedAttributes = (context: Context, cls: ClassInfo): Member[] =>
  [...cls.addedToClass].map((name) => declaredStatic(context, cls, name));

/** Attributes that methods assign on `self`, declared, and those of the class that objects may hide. */
export function attributes(context: Context, cls: ClassInfo): Member[] {
  const found: Member[] = [];
  // Those that other code stores in its objects as well.
  for (const name of new Set([...cls.assigned, ...cls.attributes.keys()])) {
    const inherited = (c: ClassInfo): boolean =>
      c.assigned.has(name) || c.attributes.has(name) || c.classAttributes.has(name);
    if (cls.lineage.slice(1).some(inherited) || ofLibrary(cls, name)) continue;
    const shared = cls.classAttributes.has(name) && context.classes.isShared(cls, name);
    if ((cls.classAttributes.has(name) && !shared) || cls.methods.has(name) || cls.findProperty(name)) continue;
    // The library's class has it.
    if (library.classEntry(cls.libraryBase ?? "")?.subclass?.settable?.includes(name)) continue;
    if (derivesFromException(cls) && name === "args") continue;
    const { type } = cls.attribute(name);
    const sure = context.classes.isSure(cls, name);
    const kept = exceptionAttribute(cls, name);
    // It has a value before the program gives it one.
    const isThere =
      isSetByBase(cls) ||
      // `setattr(self, key, value)` in a base's `__init__`.
      (cls.parent !== null && (context.facts.setLater.has(name) || cls.lineage.some((c) => c.stored.length > 0))) ||
      // They are listed in the order in which they are set.
      context.facts.listed.has(cls) ||
      kept !== null ||
      shared ||
      context.classes.isSharedBelow(cls, name);
    found.push({
      type: "PropertyDefinition",
      key: id(kept ?? context.names.property(name)),
      computed: false,
      static: false,
      override: false,
      declare: isThere,
      readonly: false,
      value: null,
      ...(sure && !isThere && (needsDefinite(cls, name) || readsUnknown(cls, name, type)) && { definite: true }),
      // What stands for a method of a base, and nobody knows, is as good as one.
      typeAnnotation: annotation(
        cls.isOpaque && cls.lineage.slice(1).some((c) => c.methods.has(name))
          ? anyType()
          : tsType(context, sure ? type : join(type, unset)),
      ),
    });
  }
  return found;
}

/** The constructor reads an attribute of which nothing is known: to TypeScript that may be `undefined` even where it has been assigned. */
function readsUnknown(cls: ClassInfo, name: string, type: Type): boolean {
  const init = cls.methods.get("__init__")?.fn.node;
  if (init?.kind !== "FunctionDef" || !has(type, "unknown", "never")) return false;
  const read = new Set<py.Node>();
  for (const item of init.body.body) {
    walk(item, (node) => {
      if (node.kind === "Attribute" && node.attr === name) read.add(node);
    });
    walk(item, (node) => {
      if (node.kind === "Assign") for (const target of node.targets) read.delete(target);
    });
  }
  return read.size > 0;
}

/** TypeScript sees assignments only where they stand in the constructor itself; ours are proved. */
function needsDefinite(cls: ClassInfo, name: string): boolean {
  const init = cls.methods.get("__init__")?.fn;
  return init?.node.kind !== "FunctionDef" || init.initialisesLater || !assignedOnAllWays(init.node).has(name);
}
