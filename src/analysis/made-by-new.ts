import { allParameters } from "../python/parameters.ts";
import { targetNames, targetParts, targetsOf } from "../python/targets.ts";
import { walk } from "../python/walk.ts";
import { builtinNamed } from "../program/builtin-name.ts";
import type { ProgramModule } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import type { ClassInfo, FunctionInfo } from "./entities.ts";
import { isNewStyle } from "./special-methods.ts";

/** A `__new__` whose objects `__init__` asks for first: see `objectMakers`. */
export const isMaker = ({ node }: FunctionInfo): boolean => node.kind === "FunctionDef" && node.makes === true;

/** The `__new__` that gives the objects of a class; null where `object` does. */
export const makerOf = (cls: ClassInfo): FunctionInfo | null => cls.findMethod("__new__")?.method.fn ?? null;

/** The class of `object.__new__(cls)` in a `__new__`: an object of it that no `__init__` has been called for. */
export function classOfBare(node: py.Call, fn: FunctionInfo | null, module: ProgramModule): py.Expression | null {
  const { func, args } = node;
  if (!fn || !isMaker(fn) || func.kind !== "Attribute" || func.attr !== "__new__" || args.length !== 1) return null;
  return builtinNamed(module.bindings, func.value) === "object" ? args[0]! : null;
}

/** Why the `__new__` of a class, or of a base, cannot be what its constructor asks for the object. */
export function unsupportedMaker(cls: ClassInfo): string | null {
  const owners = cls.lineage.filter((c) => c.methods.has("__new__"));
  const [owner, ...others] = owners;
  const maker = owner?.methods.get("__new__")?.fn;
  if (!owner || !maker) return null;
  if (!isMaker(maker) || others.length > 0 || !isNewStyle(cls)) return "the special method __new__";
  if (maker.isGenerator || maker.async) return "a __new__ that is a generator, or awaits";
  if (cls.lineage.some((c) => c.bases.length > 1 || c.libraryBase !== null || c.part !== null || c.initialisedInTurn))
    return "a __new__ beside several base classes";
  const { params } = maker.node;
  const init = cls.findMethod("__init__")?.cls;
  if (init === owner) return null;
  // `__new__` takes what the __init__ of the derived class is given, where that is anything at all.
  const own = init?.methods.get("__init__")?.fn.node.params;
  const isAll = maker.node.kind === "FunctionDef" && maker.node.ignores === true;
  const isNone =
    own !== undefined && params.positional.length === 1 && own.positional.length === 1 && !own.vararg && !own.kwarg;
  return isAll || isNone ? null : "a __new__ that may not take what the __init__ of a derived class takes";
}

/**
 * Nobody but `__new__` has the object before its `__init__` has ended: it is kept in private attributes of the class at most, which nothing
 * else asks for. An object whose `__init__` has raised is seen by others otherwise.
 */
export function keepsToItself({ node, module }: FunctionInfo): boolean {
  const [own] = node.params.positional;
  const parameters = new Set(allParameters(node.params).flatMap(({ target }) => targetNames(target)));
  const isOwn = (e: py.Expression): boolean =>
    e.kind === "Name" && own?.target.kind === "Name" && e.id === own.target.id;
  const kept = new Set<string>();
  let escapes = false;
  walk(node, (part) => {
    if (part.kind === "Attribute" && isOwn(part.value)) kept.add(part.attr);
    if (part.kind === "Call") {
      const given = [...part.args, ...part.keywords.map(({ value }) => value), part.starargs ?? [], part.kwargs ?? []];
      for (const arg of given.flat())
        walk(arg, (e) => {
          if (e.kind === "Name" && !parameters.has(e.id)) escapes = true;
        });
      if (part.func.kind === "Attribute" && part.func.value.kind === "Name" && !parameters.has(part.func.value.id))
        escapes ||= part.func.attr !== "__new__";
    }
    for (const target of targetsOf(part).flatMap(targetParts)) {
      const holder = target.kind === "Subscript" ? target.value : target;
      const isLocal = target.kind === "Name" || (target.kind === "Attribute" && target.value.kind === "Name");
      const isPath = holder.kind === "Attribute" && holder.value.kind === "Attribute" && isOwn(holder.value.value);
      if (!isLocal && !isPath && !(holder.kind === "Attribute" && isOwn(holder.value))) escapes = true;
    }
    if (part.kind === "Global") escapes = true;
  });
  if (escapes) return false;
  const { text } = module.source;
  const others = `${text.slice(0, node.start)} ${text.slice(node.end)}`;
  return [...kept].every((name) => name.startsWith("_") && !new RegExp(`\\.\\s*${name}\\b`).test(others));
}
