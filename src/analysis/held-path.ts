import { members } from "./join.ts";
import { has } from "./kinds.ts";
import { library } from "../library/index.ts";
import type { Program } from "../program/program.ts";
import type { Occurrence, PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { targetParts, targetsOf } from "../python/targets.ts";
import { walk } from "../python/walk.ts";
import { endOfWay, isSetBefore, isSetOnWay } from "./asked-before.ts";
import { asksObject } from "./asks-object.ts";
import type { Reading } from "./reading.ts";
import { isProperty } from "./property-read.ts";

/** A variable, or what an object in a variable holds under a name, at a place where it is read: `found`, `self.found`. */
export interface HeldPath {
  readonly symbol: PySymbol;
  readonly occurrence: Occurrence;
  /** It is what it was at `since`, on whatever way from there: nothing gives it another value up to the place, or up to `until`. */
  keeps(since: py.Span, until?: number): boolean;
}

/**
 * Null if it is anything else, or may be set from elsewhere. With `nested` it may stand in a comprehension, which is gone through at once, or in
 * a lambda that a call asks and does not keep.
 */
export function heldPath(context: Reading, path: py.Expression, nested = false): HeldPath | null {
  const name = path.kind === "Attribute" ? path.value : path;
  const symbol = name.kind === "Name" ? context.module.bindings.symbols.get(name) : undefined;
  const read = symbol?.occurrences.find(({ node }) => node === name);
  const occurrence = read && nested ? outsideLambda(read) : read;
  if (!symbol || !occurrence || (occurrence.nested && !nested)) return null;
  if (symbol.writtenElsewhere || symbol.deleted || context.facts.setFromOutside.has(symbol)) return null;
  if (occurrence.place.scope !== symbol.scope)
    return path.kind === "Name" && isConstant(symbol) ? { symbol, occurrence, keeps: () => true } : null;
  if (path.kind === "Attribute" && !isHeld(context, path)) return null;
  const keeps = (since: py.Span, until = 0): boolean => {
    const end = Math.max(until, endOfWay(since, occurrence));
    const isSet = occurrence.nested ? symbol.writes.length > 0 : isSetBefore(symbol, since, occurrence);
    return (
      isSet &&
      !isSetOnWay(symbol, since, occurrence, until) &&
      (path.kind !== "Attribute" || isUntouched(context, path, since.start, end, occurrence))
    );
  };
  return { symbol, occurrence, keeps };
}

/** As if it stood beside the lambda that it stands in. */
const outsideLambda = (read: Occurrence): Occurrence => {
  const { scope } = read.place;
  const around = scope.node.kind === "Lambda" ? scope.parent : null;
  return around ? { ...read, nested: true, place: { ...read.place, scope: around } } : read;
};

/** A variable of the module that is given one value, once. */
const isConstant = ({ scope, writes }: PySymbol): boolean =>
  scope.node.kind === "Module" && writes.length === 1 && writes.every(({ place }) => place.parent === null);

/** The same variable, or the same attribute of it, by how it is written. */
export const isSamePath = (a: py.Expression, b: py.Expression): boolean =>
  a.kind === "Name"
    ? b.kind === "Name" && a.id === b.id
    : a.kind === "Attribute" && b.kind === "Attribute" && a.attr === b.attr && isSamePath(a.value, b.value);

/** What an object of the program's classes holds, whichever of them it is of. */
const isHeld = (context: Reading, { value, attr }: py.Attribute): boolean =>
  !isProperty(context.typeOf(value), attr) &&
  members(context.typeOf(value)).every((m) => m.k === "instance" || (m.k === "lib" && m.fields !== undefined));

/** No object gets another value under the name meanwhile: none is stored, and no code of the program runs that stores one. */
function isUntouched(
  context: Reading,
  { value: object, attr }: py.Attribute,
  start: number,
  end: number,
  occurrence: Occurrence,
): boolean {
  const isOfLibrary = members(context.typeOf(object)).some((m) => m.k !== "instance" || m.cls.libraryBase !== null);
  const { facts } = context;
  let isKept = true;
  walk(occurrence.place.scope.node, (node) => {
    if (node.end <= start || node.start >= end) return false;
    if (node.start < start) return true;
    if ((facts.setLater.has(attr) || storesAnywhere(context.program)) && runs(context, node)) isKept = false;
    // A method of the library, or who is handed the object, may store what the program does not.
    if (node.kind === "Call" && isOfLibrary && handles(node, object)) isKept = false;
    if (node.kind === "Delete" || storesByName(node) || isConstructor(node)) isKept = false;
    if (
      isStatement(node) &&
      targetsOf(node)
        .flatMap(targetParts)
        .some((t) => t.kind === "Attribute" && t.attr === attr)
    )
      isKept = false;
    return isKept;
  });
  return isKept;
}

/** An attribute may be stored whose name is not written as one: `setattr(self, 'found', {})`, `self.__dict__.update(…)`. */
const storesByName = (node: py.Node): boolean =>
  (node.kind === "Name" && ["setattr", "delattr", "vars"].includes(node.id)) ||
  (node.kind === "Attribute" && ["__dict__", "__setattr__", "__delattr__"].includes(node.attr));

/** `Base.__init__(self)`. */
const isConstructor = (node: py.Node): boolean => node.kind === "Attribute" && node.attr === "__init__";

const byName = new WeakMap<Program, boolean>();

/** Some place of the program does so, whatever the attribute. Asked once: it goes over all files. */
function storesAnywhere(program: Program): boolean {
  let stores = byName.get(program);
  if (stores === undefined) {
    stores = false;
    for (const { tree } of program.modules)
      walk(tree, (node) => {
        stores ||= storesByName(node);
        return !stores;
      });
    byName.set(program, stores);
  }
  return stores;
}

/** Code of the program runs: it is called, waited for, handed to who may call it, or asked for the next item; or who takes what is yielded. */
function runs(context: Reading, node: py.Node): boolean {
  const { callees, awaited } = context.facts;
  if (callees.has(node as py.Expression) || awaited.has(node as py.Expression)) return true;
  if (asksObject(context, node)) return true;
  switch (node.kind) {
    case "Yield":
    case "With":
      return true;
    case "For":
      return has(context.typeOf(node.iter), "iter", "instance", "unknown", "poison", "lib");
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return node.generators.some(({ iter }) =>
        has(context.typeOf(iter), "iter", "instance", "unknown", "poison", "lib"),
      );
    case "Attribute":
      return isProperty(context.typeOf(node.value), node.attr);
    case "Call":
      // Other threads run while it waits.
      if (members(context.typeOf(node.func)).some((m) => (library.callable(m)?.async ?? false) !== false)) return true;
      return [...node.args, ...node.keywords.map(({ value }) => value)].some(
        // What a lambda does is seen where it stands.
        (given) => given.kind !== "Lambda" && has(context.typeOf(given), "func", "iter"),
      );
    default:
      return false;
  }
}

const handles = ({ func, args }: py.Call, object: py.Expression): boolean =>
  (func.kind === "Attribute" && isSamePath(func.value, object)) || args.some((arg) => isSamePath(arg, object));

const isStatement = (node: py.Node): node is py.Statement => "leading" in node;
