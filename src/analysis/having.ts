import { isPlainException, soleHolder } from "../library/exception-classes.ts";
import { PLAIN_OBJECT } from "../library/system-modules.ts";
import { isSink } from "../library/sinks.ts";
import { library } from "../library/index.ts";
import type { ClassInfo } from "./entities.ts";
import type { Facts } from "./facts.ts";
import { type Type } from "./types.ts";
import { members } from "./join.ts";

/** Attributes of the built-in kinds that the library table does not have. */
const ofValues: ReadonlySet<string> = new Set(
  (
    "real imag conjugate numerator denominator bit_length hex is_integer as_integer_ratio fromhex translate isdecimal isnumeric fromkeys " +
    "viewkeys viewvalues viewitems difference_update intersection_update symmetric_difference symmetric_difference_update isdisjoint"
  ).split(" "),
);

/** Some value of a built-in kind has an attribute of that name. */
export const isOfValues = (name: string): boolean =>
  ofValues.has(name) ||
  name.startsWith("__") ||
  (["str", "list", "dict", "set"] as const).some((k) => library.memberEntry({ k } as Type, name) !== null);

/**
 * The classes of the program whose objects have an attribute that no value of a built-in kind has: what a value of unknown type must be
 * an object of, when it is asked for the attribute. Bases stand for the classes that inherit it.
 */
export function classesHaving(facts: Facts, name: string): readonly ClassInfo[] {
  if (isOfValues(name)) return [];
  return [...facts.classes.values()].filter(
    (cls) =>
      !cls.isOpaque &&
      !facts.undone.has(cls) &&
      (cls.methods.has(name) || cls.properties.has(name) || cls.attributes.has(name)),
  );
}

/** The alternatives of a receiver that have an attribute; of an unknown one, the classes of the program that have it. */
export function havingOnly(facts: Facts, type: Type, name: string): readonly Type[] {
  return members(type).flatMap((m): readonly Type[] => {
    if (m.k === "none" || m.k === "unset") return [];
    // What `sys.stdout` may be that the program gives streams to.
    if (isSink(type) && type.k === "union") return library.memberEntry(m, name) ? [m] : [];
    if (m.k === "unknown") {
      const classes = classesHaving(facts, name);
      return classes.length > 0 ? classes.map((cls): Type => ({ k: "instance", cls })) : [m];
    }
    if (m.k === "instance" && m.cls.findMethod("__getattr__") && !name.startsWith("__")) return [m];
    if (m.k === "instance" && !m.cls.has(name) && !m.cls.isOpaque && !ofLibraryBase(m.cls, name))
      return derivedHaving(facts, m.cls, name).map((cls): Type => ({ k: "instance", cls }));
    if (m.k === "instance") return m.cls.has(name) || ofLibraryBase(m.cls, name) ? [m] : [];
    if (m.k === "lib" && isBareException(m.name, name) && exceptionsHaving(facts, m.name, name).length === 0) return [];
    if (["int", "float", "bool", "long"].includes(m.k)) return [];
    if (m.k === "lib" && m.name === PLAIN_OBJECT && !name.startsWith("__")) return [];
    // Python looks for an attribute of a function only among those that the program has given it.
    if (m.k === "func" && !name.startsWith("__") && !m.fn.attributes.has(name)) return [];
    if (["str", "unicode", "list", "dict", "set", "tuple", "sequence", "json"].includes(m.k))
      return library.memberEntry(m, name) ? [m] : [];
    return [m];
  });
}

/** An exception of the library of a class that has its text alone, without such an attribute. */
const isBareException = (cls: string, name: string): boolean =>
  isPlainException(cls) &&
  !name.startsWith("__") &&
  library.memberEntry({ k: "lib", name: cls }, name) === null &&
  soleHolder(cls, name) === null &&
  !["args", "message", "status"].includes(name);

/**
 * The program's exceptions below one of the library, of which an attribute may be meant that it has not itself: `e.code` of a ValueError.
 * Bases stand for the classes that inherit it; none where the library has the attribute.
 */
export function exceptionsHaving(facts: Facts, base: string, name: string): readonly ClassInfo[] {
  if (!library.isException(base) || library.memberEntry({ k: "lib", name: base }, name)) return [];
  if (soleHolder(base, name) !== null) return [];
  const having = [...facts.classes.values()].filter(
    (cls) => cls.libraryBases.some((own) => library.isSubclass(own, base)) && !facts.undone.has(cls) && cls.has(name),
  );
  return having.filter((cls) => !having.some((other) => other !== cls && cls.lineage.includes(other)));
}

/** An object of the class has the attribute from what the class derives from in the library. */
export const ofLibraryBase = ({ libraryBase, part }: ClassInfo, name: string): boolean =>
  (part !== null && library.memberEntry(part, name) !== null) ||
  (libraryBase !== null && library.memberEntry({ k: "lib", name: libraryBase }, name) !== null);

/**
 * The classes derived from one, or of several bases of which it is one, whose objects have an attribute that its own have not: what the
 * methods of a base class or mixin ask `self` for. Bases stand for the classes that inherit it.
 */
export function derivedHaving(facts: Facts, base: ClassInfo, name: string): readonly ClassInfo[] {
  if (name.startsWith("__")) return [];
  const having = [...facts.classes.values()].filter(
    (cls) => cls !== base && cls.lineage.includes(base) && !facts.undone.has(cls) && cls.has(name),
  );
  return having.filter((cls) => !having.some((other) => other !== cls && cls.lineage.includes(other)));
}
