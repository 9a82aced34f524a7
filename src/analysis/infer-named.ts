import { builtinCalled, builtinNamed } from "../program/builtin-name.ts";
import type { ProgramModule } from "../program/program.ts";
import type { Source } from "../python/source.ts";
import type * as py from "../python/ast.ts";
import {
  anything,
  covers,
  family,
  isAnything,
  keywordsOf,
  type NamePlace,
  type NameSet,
  namesOf,
  pairSource,
} from "./attribute-names.ts";
import { Cell } from "./cells.ts";
import type { ClassInfo } from "./entities.ts";
import type { ExpressionInference } from "./infer-expression.ts";
import type { Inference } from "./infer.ts";
import { members, union } from "./join.ts";
import { DictType } from "./record.ts";
import { asciiStr, bool, dictOf, type LibType, listOf, none, str, type Type, unknown } from "./types.ts";

/** `getattr`, `setattr`, `hasattr`, `delattr`, `vars` and `dir` of objects of the program, whose attributes are named at run time. */
export class NamedAttributeInference {
  private readonly inf: Inference;
  private readonly expressions: ExpressionInference;
  /** Calls of `getattr` that give something to be called. */
  private readonly called = new Set<py.Expression>();
  private readonly stores = new Map<object, Cell>();
  private readonly dicts = new Map<ClassInfo, DictType>();

  constructor(inf: Inference, expressions: ExpressionInference) {
    this.inf = inf;
    this.expressions = expressions;
  }

  /** What is called is given by this expression, or by the assignments to this variable. */
  noteCallee(func: py.Expression): void {
    if (func.kind === "Call") this.called.add(func);
    if (func.kind !== "Name") return;
    for (const { place } of this.inf.module.bindings.symbols.get(func)?.writes ?? []) {
      const statement = place.block.body[place.index];
      if (statement?.kind !== "Assign" || statement.value.kind !== "Call" || this.called.has(statement.value)) continue;
      this.called.add(statement.value);
      this.inf.clock.ticks++;
    }
  }

  /** The type of a call of one of these built-ins; null for another one. */
  call(node: py.Call, builtin: string): Type | null {
    const [subject, name, value] = node.args;
    if (!subject || node.keywords.length > 0 || node.starargs || node.kwargs) return null;
    if (builtin === "vars" && node.args.length === 1) return this.all(subject);
    if (builtin === "dir" && node.args.length === 1) return this.listing(subject);
    if (!name) return null;
    if (builtin === "setattr" && value) return this.set(node, subject, name, value);
    if (builtin === "delattr") return this.remove(subject, name);
    if (name.kind === "Str" && !this.classesOf(subject).some((cls) => cls.findMethod("__getattr__"))) return null;
    if (builtin === "hasattr") {
      this.ask(subject, name);
      return bool;
    }
    if (builtin !== "getattr") return null;
    const given = this.get(node, subject, name);
    return value ? union([given, this.inf.facts.typeOf(value)]) : given;
  }

  /** `object.__setattr__(self, name, value)` and its like, which store without asking the class: by `super()` too. */
  ofObject(node: py.Call): Type | null {
    const hook = objectHook(node, this.inf.module);
    const { facts } = this.inf;
    if (!hook) return null;
    const [subject, name, value] = hook.args;
    if (!name || facts.typeOf(node.func).k === "func") return null;
    const names = subject ? this.ask(subject, name) : null;
    const classes = subject ? this.classesOf(subject) : this.inf.cls ? [this.inf.cls] : [];
    for (const cls of classes) {
      if (!names) facts.ask(cls, namesOf(name, this.place));
      if (value) this.storeAny(node, cls, names ?? namesOf(name, this.place), facts.typeOf(value));
    }
    return none;
  }

  /** All attributes of an object, as a dict: `vars(object)` and `object.__dict__`. */
  attributes(cls: ClassInfo): Type {
    const { facts, module } = this.inf;
    const dict = this.dictOf(cls);
    for (const c of family(facts, cls)) {
      facts.listed.add(c);
      for (const [name, own] of c.attributes)
        if (!c.classAttributes.has(name) || c.storedInObjects.has(name)) dict.value.grow(own.type);
      for (const { value } of c.stored) dict.value.grow(value.type);
    }
    // What is done with it may store in the object.
    if (isHandedOn(module.source)) this.storeAny(dict, cls, anything, dict.value.type);
    return dict;
  }

  /** `object.__dict__.update(kwargs)` stores attributes under the names of the keys. */
  update({ func, args, keywords, starargs, kwargs }: py.Call): void {
    if (func.kind !== "Attribute" || func.attr !== "update" || !isObjectDict(func.value)) return;
    const subject = func.value.kind === "Call" ? func.value.args[0]! : func.value.value;
    const [given, ...others] = args;
    const { facts } = this.inf;
    const fn = given && keywordsOf(given, this.place);
    for (const cls of this.classesOf(subject)) {
      for (const { name, value } of keywords) this.store(cls, name, facts.typeOf(value));
      if (given?.kind === "Dict" && given.items.every(({ key }) => key?.kind === "Str"))
        for (const { key, value } of given.items) this.store(cls, (key as py.Str).value, facts.typeOf(value));
      else if (fn) for (const [name, cell] of fn.keywords) this.store(cls, name, cell.type);
      else if (given || others.length > 0 || starargs || kwargs)
        for (const m of members(given ? facts.typeOf(given) : unknown))
          this.storeAny(func, cls, anything, m.k === "dict" ? m.value.type : unknown);
    }
  }

  private dictOf(cls: ClassInfo): DictType {
    const first = cls.lineage.at(-1) ?? cls;
    let dict = this.dicts.get(first);
    if (!dict) {
      const { clock } = this.inf;
      this.dicts.set(first, (dict = new DictType(new Cell(clock, asciiStr), new Cell(clock))));
    }
    return dict;
  }

  private get place(): NamePlace {
    const { module, fn, facts } = this.inf;
    return { module, fn, facts };
  }

  private classesOf(subject: py.Expression): readonly ClassInfo[] {
    return members(this.inf.facts.typeOf(subject)).flatMap((m) => (m.k === "instance" ? [m.cls] : []));
  }

  /** Notes that attributes of the object are asked for by these names. */
  private ask(subject: py.Expression, name: py.Expression): NameSet {
    const names = namesOf(name, this.place);
    for (const cls of this.classesOf(subject)) this.inf.facts.ask(cls, names);
    return names;
  }

  private get(node: py.Call, subject: py.Expression, name: py.Expression): Type {
    const names = this.ask(subject, name);
    const { facts, cls: owner, fn } = this.inf;
    if (owner && fn?.name === "__getattr__") this.expressions.attributes.delegate(owner).grow(facts.typeOf(subject));
    const types = members(facts.typeOf(subject)).map((m): Type => {
      if (m.k === "none") return union([]);
      if (m.k !== "instance") return unknown;
      // What `__getattr__` hands on is called where it is asked for.
      const isData = isAnything(names) && !this.called.has(node) && this.inf.fn?.name !== "__getattr__";
      const found = new Set<string>();
      for (const cls of family(facts, m.cls)) {
        for (const known of [...(isData ? [] : cls.methods.keys()), ...cls.properties.keys(), ...cls.attributes.keys()])
          if (covers(names, known) && !known.startsWith("__")) found.add(known);
      }
      const stored = m.cls.lineage.flatMap((cls) => cls.stored.map(({ value }) => value.type));
      const asked = this.expressions.elements.invokeSpecial(m, "__getattr__", [str]);
      return union([...[...found].map((known) => this.attribute(m.cls, known)), ...stored, asked]);
    });
    return union(types);
  }

  /** An attribute of objects of a class, or of those of its family that have it. */
  private attribute(cls: ClassInfo, name: string): Type {
    const { facts } = this.inf;
    const having = family(facts, cls).filter(
      (c) => c.methods.has(name) || c.properties.has(name) || c.attributes.has(name),
    );
    return union(
      having.map((c) => {
        const type = this.expressions.attributes.get({ k: "instance", cls: c.has(name) ? c : cls }, name);
        return type;
      }),
    );
  }

  private set(node: py.Call, subject: py.Expression, name: py.Expression, value: py.Expression): Type {
    const { facts } = this.inf;
    const names = name.kind === "Str" ? namesOf(name, this.place) : this.ask(subject, name);
    for (const cls of this.classesOf(subject)) {
      if (names.listed) for (const one of names.listed) this.store(cls, one, this.valueOf(name, one, value));
      else if (cls.findMethod("__setattr__"))
        this.expressions.elements.invokeSpecial({ k: "instance", cls }, "__setattr__", [str, facts.typeOf(value)]);
      else this.storeAny(node, cls, names, facts.typeOf(value));
      for (const one of names.listed ?? []) facts.setLater.add(one);
    }
    if (name.kind === "Str")
      for (const m of members(facts.typeOf(subject)))
        if (m.k === "func") this.expressions.attributes.setOfFunction(m.fn, name.value, facts.typeOf(value));
    return none;
  }

  private store(cls: ClassInfo, name: string, type: Type): void {
    if (cls.findMethod("__setattr__")) {
      this.expressions.elements.invokeSpecial({ k: "instance", cls }, "__setattr__", [asciiStr, type]);
      return;
    }
    const setter = cls.findProperty(name)?.property.setter;
    if (setter) this.expressions.calls.invoke({ ...setter, self: { k: "instance", cls } }, [type]);
    if (cls.findProperty(name)) return;
    cls.attribute(name).grow(type);
    cls.storedInObjects.add(name);
  }

  /** A value under any of many names: every attribute that may be meant holds it. */
  private storeAny(node: object, cls: ClassInfo, names: NameSet, type: Type): void {
    let value = this.stores.get(node);
    if (!value) this.stores.set(node, (value = new Cell(this.inf.clock)));
    value.grow(type);
    if (!cls.stored.some((s) => s.value === value)) {
      cls.stored.push({ names, value });
      this.inf.clock.ticks++;
    }
    for (const c of family(this.inf.facts, cls))
      for (const [name, cell] of c.attributes) {
        if (!covers(names, name) || name.startsWith("__")) continue;
        cell.grow(type);
        c.storedInObjects.add(name);
        this.inf.facts.setLater.add(name);
      }
  }

  /** What `setattr(o, k, v)` stores under one of the names of `for k, v in kwargs.items()`: the keyword's own type. */
  private valueOf(name: py.Expression, one: string, value: py.Expression): Type {
    const { facts, module } = this.inf;
    const type = facts.typeOf(value);
    if (name.kind !== "Name" || value.kind !== "Name") return type;
    const write = module.bindings.symbols.get(name)?.writes[0];
    const loop = write?.place.block.body[write.place.index];
    if (loop?.kind !== "For" || loop.target.kind !== "Tuple" || loop.target.elts[1]?.kind !== "Name") return type;
    if (loop.target.elts[1].id !== value.id) return type;
    const source = pairSource(loop.iter, module);
    const fn = source && keywordsOf(source, this.place);
    return fn?.keywords.get(one)?.type ?? type;
  }

  private remove(subject: py.Expression, name: py.Expression): Type {
    const names = name.kind === "Str" ? namesOf(name, this.place) : this.ask(subject, name);
    for (const cls of this.classesOf(subject).flatMap((c) => family(this.inf.facts, c)))
      for (const known of cls.attributes.keys()) if (covers(names, known)) this.inf.facts.deleted.add(known);
    return none;
  }

  private all(subject: py.Expression): Type | null {
    const types = members(this.inf.facts.typeOf(subject));
    const [options, ...others] = types;
    if (options?.k === "lib" && others.length === 0 && isOptions(options)) return this.options(options);
    if (types.length === 0 || !types.every((m) => m.k === "instance")) return null;
    return this.expressions.attributes.get(union(types), "__dict__");
  }

  /** What was read from the command line, as a dict by which it may be changed. */
  private options({ fields }: LibType): Type {
    const { clock, module } = this.inf;
    const dict = dictOf(clock, asciiStr);
    for (const [, type] of fields?.entries ?? []) dict.value.grow(type);
    if (handsOnOptions(module.source.text))
      for (const [name] of fields?.entries ?? []) fields?.grow(name, dict.value.type);
    return dict;
  }

  private listing(subject: py.Expression): Type | null {
    const types = members(this.inf.facts.typeOf(subject));
    if (types.length === 0 || !types.every((m) => m.k === "instance")) return null;
    return listOf(this.inf.clock, str);
  }
}

/** The values of options by name: objects of the program's own names. */
export const isOptions = (type: LibType): boolean =>
  type.fields !== undefined && ["argparse.Namespace", "optparse.Values"].includes(type.name);

/** What `object.__setattr__(self, name, value)`, or `super(C, self).__setattr__(name, value)`, is called with, the object first. */
export function objectHook(
  node: py.Call,
  module: ProgramModule,
): { readonly name: string; readonly args: readonly (py.Expression | null)[] } | null {
  const { func } = node;
  if (func.kind !== "Attribute" || !/^__(?:set|del)attr__$/.test(func.attr) || node.keywords.length > 0) return null;
  const { value } = func;
  if (builtinNamed(module.bindings, value) === "object") return { name: func.attr, args: node.args };
  return value.kind === "Call" && builtinCalled(module.bindings, value) === "super"
    ? { name: func.attr, args: [null, ...node.args] }
    : null;
}

/** `object.__dict__` or `vars(object)`. */
const isObjectDict = (node: py.Expression): node is py.Attribute | py.Call =>
  (node.kind === "Attribute" && node.attr === "__dict__") ||
  (node.kind === "Call" && node.func.kind === "Name" && node.func.id === "vars" && node.args.length === 1);

/** Somewhere in the file more is done with the dict of an object than to read it, or to update it. */
function isHandedOn(source: Source): boolean {
  let found = handedOn.get(source);
  if (found === undefined) handedOn.set(source, (found = handsOnDict(source.text)));
  return found;
}

const handedOn = new WeakMap<Source, boolean>();

/** The same of the dict of options, also by a variable that it is given to: `settings = vars(args)`. */
function handsOnOptions(text: string): boolean {
  const given = /^([ \t]*)(\w+)\s*=\s*vars\s*\(\s*[\w.]+\s*\)[ \t]*$/gm;
  const names = [...text.matchAll(given)].map(([, , name = ""]) => name);
  const rest = text.replace(given, "$1pass");
  return handsOnDict(names.reduce((all, name) => all.replace(new RegExp(`\\b${name}\\b`, "g"), "o.__dict__"), rest));
}

const handsOnDict = (text: string): boolean =>
  [
    // A store under a name that is written out is a store in the attribute.
    ...text
      .replace(/\bself\.__dict__\s*\[\s*(['"])\w+\1\s*\]\s*=(?!=)/g, "")
      .matchAll(/(.{0,12})(?:\.__dict__|\bvars\s*\(\s*[\w.]+\s*\))(\s*\[[^\]\n]*\](?!\s*=[^=])|\s*\.\s*\w+)?/g),
  ].some(
    ([, before = "", after = ""]) =>
      !/^\s*(?:\[|\.\s*(?:update|get|copy|has_key|keys|values|items|iterkeys|itervalues|iteritems)$)/.test(after) &&
      !/(?:\bin|\blen\s*\(|\bsorted\s*\(|\bdict\s*\(|\brepr\s*\(|\bstr\s*\(|%|\bprint)\s*(?:\w+)?$/.test(before),
  );
