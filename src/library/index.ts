import { lib, type LibType, libclass, poison, type Type, unknown } from "../analysis/types.ts";
import { builtInBases } from "./built-in-bases.ts";
import { builtinTypes } from "./builtin-types.ts";
import { counterMethods } from "./counter.ts";
import { dictMethods, listMethods, setMethods } from "./container-methods.ts";
import { textMethods } from "./text-methods.ts";
import { unboundMethods } from "./unbound-methods.ts";
import { builtins } from "./builtins.ts";
import { fromKeys } from "./dict-constructor.ts";
import type { ClassEntry, Entry, FunctionEntry, InstanceType, LibraryModule } from "./entry.ts";
import {
  derives,
  exceptionAliases,
  exceptionClasses,
  exceptionConstructor,
  exceptionMember,
} from "./exception-classes.ts";
import { libraryTypes } from "./library-types.ts";
import { modules } from "./modules.ts";
import { namedTupleMethods, namedTupleStatics } from "./named-tuple-methods.ts";
import { type Clock } from "../analysis/cells.ts";

/**
 * The library table, by qualified name. A module, member or method that it does not have is no guess: its type is `poison`, since the
 * translator reports and marks the place, which throws when it is reached; what is made of it never comes to be.
 */
export const library = {
  hasModule: (name: string): boolean => modules.has(name),

  /** A module of the table, or a package of which it has modules: `xml` for `xml.sax.saxutils`. */
  knowsModule: (name: string): boolean =>
    modules.has(name) || [...modules.keys()].some((known) => known.startsWith(`${name}.`)),

  /** What an import of a module takes for granted. */
  assumption: (name: string): LibraryModule["assumes"] => modules.get(name)?.assumes,

  isException: (name: string): boolean => exceptionClasses.has(name),

  isSubclass: (name: string, ancestor: string): boolean => isSubclass(name, ancestor),

  hasBuiltin: (name: string): boolean =>
    Object.hasOwn(builtins.members, builtinName(name)) || exceptionClasses.has(`exceptions.${name}`),

  /** The type of a built-in name; `unknown` for one that Python does not have or the table does not know. */
  builtin(name: string, clock: Clock): Type {
    if (exceptionClasses.has(`exceptions.${name}`)) return libclass(`exceptions.${name}`);
    return member("builtins", builtinName(name), clock);
  },

  /** The type of `module.name`. */
  member: (module: string, name: string, clock: Clock): Type => member(module, name, clock),

  /** The table has `module.name`, be it refused, a class of exceptions or a module. */
  hasMember: (module: string, name: string): boolean =>
    entryOf(module, name) !== null ||
    exceptionClasses.has(exceptionAliases[`${module}.${name}`] ?? `${module}.${name}`) ||
    modules.has(`${module}.${name}`),

  /** The entry of `module.name` or of a built-in. */
  entry: (module: string, name: string): Entry | null => entryOf(module, name),

  /** What calling the class gives. */
  instance(name: string): Type {
    const entry = classEntry(name);
    return lib(entry?.name ?? name);
  },

  /** The type of an attribute of a library or built-in value; `unknown` when the table does not have it. */
  attribute(receiver: Type, name: string, clock: Clock): Type {
    const entry = memberEntry(receiver, name);
    if (!entry)
      return (
        (receiver.k === "lib" ? receiver.fields?.get(name) : null) ?? (receiver.k === "unknown" ? unknown : poison)
      );
    if (entry.kind === "value") return typeof entry.type === "function" ? entry.type(clock) : entry.type;
    return entry.kind === "function" ? { k: "method", receiver, name } : poison;
  },

  memberEntry,

  /** The function entry behind a callable of the library. */
  callable(type: Type): FunctionEntry | null {
    if (type.k === "method") {
      if (type.receiver.k === "never") return library.callable({ k: "libfn", name: type.name });
      const entry = memberEntry(type.receiver, type.name);
      return entry?.kind === "function" ? entry : null;
    }
    if (type.k === "libfn") {
      const entry = qualified(type.name);
      return entry?.kind === "function" ? entry : null;
    }
    if (type.k !== "libclass") return null;
    return exceptionClasses.has(type.name)
      ? exceptionConstructor(type.name)
      : (classEntry(type.name)?.constructor ?? null);
  },

  /** What iterating a library type yields, of an exception what it was made from; null when it cannot be iterated. */
  iterated: (type: LibType, clock: Clock): Type | null =>
    exceptionClasses.has(type.name) ? unknown : (libraryTypes.get(type.name)?.iterates?.(clock, type) ?? null),

  /** The entry of a class of the table; null for exceptions and what is no class. */
  classEntry,

  instanceType: (name: string): InstanceType | null => libraryTypes.get(name) ?? null,

  /** What the runtime has for something of its own in the objects of a class that derives from this one. */
  internalNames: (base: string): readonly string[] =>
    exceptionClasses.get(base)?.internal ?? classEntry(base)?.subclass?.internal ?? [],

  /** What `with x as y` gives for a library object. */
  entered(name: string): Type {
    return libraryTypes.get(name)?.members["__enter__"] ? lib(name) : unknown;
  },

  /** Part `i` of an exception that is unpacked into `count` parts, or indexed. */
  unpackException(name: string, i: number, count?: number): Type {
    for (
      let cls = exceptionClasses.get(name);
      cls;
      cls = cls.base === null ? undefined : exceptionClasses.get(cls.base)
    ) {
      if (cls.args.length > 0)
        return (count ?? cls.args.length) === cls.args.length ? (cls.args[i] ?? unknown) : unknown;
    }
    return unknown;
  },

  /** The type of an operator on a library object. */
  operator(left: Type, method: string, right: Type, clock: Clock): Type {
    const entry = memberEntry(left, method);
    if (entry?.kind !== "function") return unknown;
    if (typeof entry.result !== "function") return entry.result;
    return entry.result({
      clock,
      receiver: left,
      has: () => true,
      node: () => null,
      typeOf: () => unknown,
      names: () => [],
      restNodes: () => [],
      starNode: () => null,
      starType: () => null,
      kwargsNode: () => null,
      kwargsType: () => null,
      type: () => right,
      rest: () => [],
      callResult: () => unknown,
      store: () => undefined,
      sends: () => undefined,
      grow: () => undefined,
    });
  },
};

/** `bytes is str` in Python 2.6 and 2.7. */
const builtinName = (name: string): string => (name === "bytes" ? "str" : name);

function entryOf(module: string, name: string): Entry | null {
  const table = module === "builtins" ? builtins : modules.get(module);
  return table && Object.hasOwn(table.members, name) ? (table.members[name] ?? null) : null;
}

function member(module: string, name: string, clock: Clock): Type {
  const qualifiedName = `${module}.${name}`;
  const exception = exceptionAliases[qualifiedName] ?? qualifiedName;
  if (exceptionClasses.has(exception)) return libclass(exception);
  const entry = entryOf(module, name);
  if (!entry) return modules.has(qualifiedName) ? { k: "module", name: qualifiedName, local: false } : poison;
  switch (entry.kind) {
    case "function":
      return { k: "libfn", name: qualifiedName };
    case "class":
      return libclass(qualifiedName);
    case "value":
      return typeof entry.type === "function" ? entry.type(clock) : entry.type;
    case "refused":
      return poison;
  }
}

function qualified(name: string): Entry | null {
  const dot = name.lastIndexOf(".");
  return entryOf(name.slice(0, dot), name.slice(dot + 1));
}

/** Whether the one is the other, or derives from it. */
function isSubclass(name: string, ancestor: string): boolean {
  if (name === ancestor || derives(name, ancestor)) return true;
  const base = classEntry(name)?.base;
  return base !== undefined && isSubclass(base, ancestor);
}

function classEntry(name: string): ClassEntry | null {
  const entry = qualified(name);
  const base = builtInBases.get(name);
  if (base) {
    const constructor = entry?.kind === "class" ? entry.constructor : entry?.kind === "function" ? entry : null;
    const subclass = { attributes: [], internal: base.internal, hook: () => null };
    return { kind: "class", name, constructor, subclass };
  }
  return entry?.kind === "class" ? entry : null;
}

function memberEntry(receiver: Type, name: string): Entry | null {
  if (receiver.k === "lib") {
    const exception = exceptionMember(receiver.name, name);
    if (exception) return exception;
    const type = libraryTypes.get(receiver.name);
    return type && Object.hasOwn(type.members, name) ? (type.members[name] ?? null) : null;
  }
  if (receiver.k === "namedtuple") return ownEntry(namedTupleStatics, name);
  const named = receiver.k === "tuple" && receiver.of ? ownEntry(namedTupleMethods, name) : null;
  if (named) return named;
  const counting = receiver.k === "dict" && receiver.counts ? ownEntry(counterMethods, name) : null;
  if (counting) return counting;
  const table = receiver.k === "libclass" || receiver.k === "libfn" ? statics(receiver.name) : builtinTypes[receiver.k];
  return table && Object.hasOwn(table, name) ? (table[name] ?? null) : null;
}

const ownEntry = (table: Readonly<Record<string, Entry>>, name: string): Entry | null =>
  Object.hasOwn(table, name) ? (table[name] ?? null) : null;

/** What is called on a class or function of the library itself: its own, and the methods of a built-in type, which take the object first. */
function statics(name: string): Readonly<Record<string, Entry>> | undefined {
  const entry = qualified(name);
  const kind = name.replace("builtins.", "");
  if (Object.hasOwn(unbound, kind)) return unbound[kind as keyof typeof unbound];
  return entry?.kind === "function" || entry?.kind === "class" ? entry.statics : undefined;
}

const unbound = {
  str: unboundMethods(textMethods, "str"),
  unicode: unboundMethods(textMethods, "unicode"),
  list: unboundMethods(listMethods, "list"),
  dict: { ...unboundMethods(dictMethods, "dict"), fromkeys: fromKeys },
  set: unboundMethods(setMethods, "set"),
};
