import { isComprehension } from "../python/comprehension.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type { ProgramModule } from "../program/program.ts";
import type { Place, PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import type { ClassInfo, FunctionInfo } from "./entities.ts";
import type { Facts } from "./facts.ts";
import { members } from "./join.ts";

/** The names that a text may be: those listed, or all that begin and end so. */
export interface NameSet {
  readonly listed: ReadonlySet<string> | null;
  readonly prefix: string;
  readonly suffix: string;
}

export const anything: NameSet = { listed: null, prefix: "", suffix: "" };

/** Any name at all: nothing is known of it. */
export const isAnything = ({ listed, prefix, suffix }: NameSet): boolean =>
  listed === null && prefix === "" && suffix === "";

export const isSameSet = (a: NameSet, b: NameSet): boolean =>
  a.prefix === b.prefix &&
  a.suffix === b.suffix &&
  (a.listed === b.listed ||
    (a.listed !== null &&
      b.listed !== null &&
      a.listed.size === b.listed.size &&
      [...a.listed].every((n) => b.listed?.has(n))));

export function covers({ listed, prefix, suffix }: NameSet, name: string): boolean {
  if (listed) return listed.has(name);
  return name.length >= prefix.length + suffix.length && name.startsWith(prefix) && name.endsWith(suffix);
}

/** Where a name is computed, and what is known there. */
export interface NamePlace {
  readonly module: ProgramModule;
  readonly fn: FunctionInfo | null;
  readonly facts: Facts;
}

/**
 * What a text that names an attribute may be: `'do_' + word`, `'on_%s' % event`, a variable that goes over names that are written out, over
 * the keywords of a function, or over the keys of a dict that is.
 */
export function namesOf(node: py.Expression, place: NamePlace, depth = 0): NameSet {
  if (depth > 5) return anything;
  switch (node.kind) {
    case "Str":
      return { listed: new Set([node.value]), prefix: "", suffix: "" };
    case "BinOp": {
      const { left, right } = node;
      if (node.op === "+") return { listed: null, prefix: begin(left, place), suffix: end(right, place) };
      return node.op === "%" && left.kind === "Str" ? around(left.value, /%[^%a-zA-Z]*[a-zA-Z]/g) : anything;
    }
    case "Call": {
      const { func } = node;
      const text = func.kind === "Attribute" && func.value.kind === "Str" ? func.value.value : null;
      return func.kind === "Attribute" && func.attr === "format" && text !== null
        ? around(text, /\{[^{}]*\}/g)
        : anything;
    }
    case "Name": {
      const symbol = place.module.bindings.symbols.get(node);
      if (!symbol) return anything;
      const prefix = testedPrefix(symbol, node);
      return prefix === null ? ofVariable(symbol, place, depth) : { listed: null, prefix, suffix: "" };
    }
    default:
      return anything;
  }
}

/** What a test around the place, or in the comprehension, has found the text to begin with: `if name.startswith('do_'):`. */
function testedPrefix(symbol: PySymbol, node: py.Name): string | null {
  if (symbol.writes.length > 1) return null;
  const { node: maker } = symbol.scope;
  if (isComprehension(maker))
    return (
      maker.generators.flatMap((g) => g.ifs.map((test) => begins(test, symbol.name))).find((p) => p !== null) ?? null
    );
  let at: Place | null = symbol.occurrences.find((o) => o.node === node)?.place ?? null;
  for (; at?.parent; at = at.parent) {
    const around = at.parent.block.body[at.parent.index];
    if (around?.kind !== "If" || around.body !== at.block) continue;
    const prefix = begins(around.test, symbol.name);
    if (prefix !== null) return prefix;
  }
  return null;
}

function begins(test: py.Expression, name: string): string | null {
  if (test.kind === "BoolOp" && test.op === "and")
    return test.values.map((value) => begins(value, name)).find((p) => p !== null) ?? null;
  if (test.kind !== "Call" || test.func.kind !== "Attribute" || test.func.attr !== "startswith") return null;
  const [prefix] = test.args;
  const { value } = test.func;
  return value.kind === "Name" && value.id === name && prefix?.kind === "Str" ? prefix.value : null;
}

const begin = (node: py.Expression, place: NamePlace): string => {
  const { listed, prefix } = namesOf(node, place);
  return listed ? (listed.size === 1 ? [...listed][0]! : "") : prefix;
};

const end = (node: py.Expression, place: NamePlace): string => {
  const { listed, suffix } = namesOf(node, place);
  return listed ? (listed.size === 1 ? [...listed][0]! : "") : suffix;
};

/** What stands before the first, and after the last, of the fields of a format. */
function around(format: string, field: RegExp): NameSet {
  if (/%%|\{\{|\}\}/.test(format)) return anything;
  const parts = format.split(field);
  return { listed: null, prefix: parts[0] ?? "", suffix: parts.at(-1) ?? "" };
}

function ofVariable(symbol: PySymbol, place: NamePlace, depth: number): NameSet {
  const [write, ...others] = symbol.writes;
  if (!write || others.length > 0 || symbol.isParameter) return anything;
  const { node } = symbol.scope;
  if (isComprehension(node))
    return node.generators.map((g) => itemNames(g.target, write.node, g.iter, place)).find((s) => s) ?? anything;
  const statement = write.place.block.body[write.place.index];
  if (statement?.kind === "For") return itemNames(statement.target, write.node, statement.iter, place) ?? anything;
  if (statement?.kind === "Assign" && statement.targets.length === 1 && statement.targets[0] === write.node)
    return namesOf(statement.value, place, depth + 1);
  return anything;
}

/** The names that a loop gives its variable: the whole target, or one part of it. Null where it is not in this target. */
function itemNames(target: py.Expression, node: unknown, iter: py.Expression, place: NamePlace): NameSet | null {
  if (target === node) return listing(strings(iter, place) ?? keysOf(iter, place));
  if (target.kind !== "Tuple" && target.kind !== "List") return null;
  const at = target.elts.findIndex((e) => e === node);
  if (at < 0) return null;
  const pairs = at === 0 ? pairSource(iter, place.module) : null;
  if (pairs) return listing(keysOf(pairs, place));
  const rows = writtenOut(iter, place);
  const found = rows?.map((row) => (row.kind === "Tuple" || row.kind === "List" ? row.elts[at] : undefined));
  return listing(found?.every((e) => e?.kind === "Str") ? found.map((e) => (e as py.Str).value) : null);
}

const listing = (names: readonly string[] | null): NameSet =>
  names ? { listed: new Set(names), prefix: "", suffix: "" } : anything;

/** `d` of `d.items()`, the loop being over a dict's pairs; null for another iterable. */
export function pairSource(iter: py.Expression, { bindings }: Pick<ProgramModule, "bindings">): py.Expression | null {
  if (iter.kind !== "Call") return null;
  const sorted = builtinCalled(bindings, iter) === "sorted" && iter.args.length === 1 ? iter.args[0] : null;
  if (sorted) return pairSource(sorted, { bindings });
  return iter.func.kind === "Attribute" && /^(?:iter)?items$/.test(iter.func.attr) ? iter.func.value : null;
}

/** The keys of a dict that is written out, or of the keywords that all callers of the function name; null where they are not known. */
function keysOf(node: py.Expression, place: NamePlace): readonly string[] | null {
  if (node.kind === "Call" && node.func.kind === "Attribute" && /^(?:iter)?keys$/.test(node.func.attr))
    return keysOf(node.func.value, place);
  if (node.kind === "Call" && builtinCalled(place.module.bindings, node) === "sorted" && node.args[0])
    return keysOf(node.args[0], place);
  if (node.kind === "Dict")
    return node.items.every(({ key }) => key?.kind === "Str")
      ? node.items.map(({ key }) => (key as py.Str).value)
      : null;
  if (node.kind !== "Name") return null;
  const keywords = keywordsOf(node, place);
  if (keywords) return [...keywords.keywords.keys()];
  const value = assignedOnce(node, place);
  return value?.kind === "Dict" && isOnlyRead(node, place) ? keysOf(value, place) : null;
}

/** The function whose `**kwargs` a name is, where every call names the keywords. */
export function keywordsOf(node: py.Expression, { module, fn }: NamePlace): FunctionInfo | null {
  const { kwarg } = fn?.node.params ?? {};
  if (!fn || node.kind !== "Name" || kwarg?.target.kind !== "Name" || kwarg.target.id !== node.id) return null;
  const symbol = module.bindings.symbols.get(node);
  return symbol?.scope === fn.scope && symbol.writes.length <= 1 && !fn.openKeywords ? fn : null;
}

/** Every use of the variable is a loop over it, or a method that leaves it as it is. */
function isOnlyRead(node: py.Name, { module }: NamePlace): boolean {
  const symbol = module.bindings.symbols.get(node);
  const text = module.source.text;
  return (
    symbol !== undefined &&
    symbol.occurrences.every(({ node: use, write }) => {
      if (write || !("end" in use)) return true;
      return /^\s*(?:\.(?:iter)?(?:items|keys|values)\(\)|\)|:)/.test(text.slice(use.end, use.end + 20));
    })
  );
}

function assignedOnce(node: py.Name, { module }: NamePlace): py.Expression | null {
  const [write, ...others] = module.bindings.symbols.get(node)?.writes ?? [];
  if (!write || others.length > 0) return null;
  const statement = write.place.block.body[write.place.index];
  return statement?.kind === "Assign" && statement.targets.length === 1 ? statement.value : null;
}

/** The items of a list or tuple that is written out where it stands, where its name was given it, or in the class whose attribute it is. */
function writtenOut(node: py.Expression, place: NamePlace): readonly py.Expression[] | null {
  if (node.kind === "Tuple" || node.kind === "List") return node.elts;
  if (node.kind === "Name") {
    const value = assignedOnce(node, place);
    return value?.kind === "Tuple" ? value.elts : null;
  }
  if (node.kind !== "Attribute") return null;
  const classes = members(place.facts.typeOf(node.value)).map((m) =>
    m.k === "instance" || m.k === "class" ? m.cls : null,
  );
  const found: readonly (ClassInfo | null)[] = classes.flatMap((cls): readonly (ClassInfo | null)[] =>
    cls ? family(place.facts, cls) : [null],
  );
  const values = found.map((cls) => (cls?.classAttributes.has(node.attr) ? bodyValue(cls, node.attr) : null));
  const own = values.filter((v) => v !== null);
  return found.every((cls, i) => cls && (values[i] || !cls.classAttributes.has(node.attr))) && own.length > 0
    ? own.flatMap((v) => v)
    : null;
}

/** A class with its bases and those derived from it. */
export const family = (facts: Facts, cls: ClassInfo): readonly ClassInfo[] => [
  ...new Set([
    ...cls.lineage,
    ...[...facts.classes.values()].filter((c) => c.lineage.includes(cls)).flatMap((c) => c.lineage),
  ]),
];

function bodyValue({ node, storedInClass, storedInObjects }: ClassInfo, name: string): readonly py.Expression[] | null {
  if (storedInClass.has(name) || storedInObjects.has(name)) return null;
  const values = node.body.body.flatMap((s) =>
    s.kind === "Assign" && s.targets.some((t) => t.kind === "Name" && t.id === name) ? [s.value] : [],
  );
  const [value] = values;
  return values.length === 1 && (value?.kind === "Tuple" || value?.kind === "List") ? value.elts : null;
}

/** A list of texts that is written out, `'a b c'.split()` included. */
function strings(node: py.Expression, place: NamePlace): readonly string[] | null {
  if (
    node.kind === "Call" &&
    node.func.kind === "Attribute" &&
    node.func.attr === "split" &&
    node.func.value.kind === "Str" &&
    node.args.length === 0
  )
    return node.func.value.value.split(/\s+/).filter((word) => word !== "");
  const items = writtenOut(node, place);
  return items?.every((e) => e.kind === "Str") ? items.map((e) => (e as py.Str).value) : null;
}

/** Every attribute that a text may name, of all classes whose objects are asked so. */
export function namedByTexts(facts: Facts): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (cls: ClassInfo, sets: readonly NameSet[]): void => {
    for (const name of [...cls.methods.keys(), ...cls.properties.keys(), ...cls.attributes.keys()])
      if (sets.some((names) => covers(names, name))) found.add(name);
  };
  for (const [cls, sets] of facts.computed) for (const c of family(facts, cls)) add(c, sets);
  for (const cls of facts.listed) add(cls, [anything]);
  return found;
}
