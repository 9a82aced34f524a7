import { allParameters } from "../python/parameters.ts";
import { covers, type NameSet } from "./attribute-names.ts";
import { assignedByMethods } from "./assigned-attributes.ts";
import { returnsByKey, type ReturnsByKey } from "./keyed-results.ts";
import { resolutionOrder } from "./resolution-order.ts";
import { DictType } from "./record.ts";
import { builtinNamed } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import type { PySymbol, Scope } from "../program/scope.ts";
import type { ProgramModule } from "../program/program.ts";
import type { NamedTupleClass } from "./named-tuple.ts";
import { builtInBases } from "../library/built-in-bases.ts";
import { asciiStr, dictOf, type FuncType, listOf, type ListType, type PropertyType, type Type } from "./types.ts";
import { Cell, type Clock, Fields } from "./cells.ts";
import { same } from "./join.ts";

let nextId = 0;

/** What is known of the results of a special method by the class of its operand. */
export interface KeyedResults extends ReturnsByKey {
  readonly asked: Cell;
  readonly other: Cell;
  /** The classes that it asks for, once they are known. */
  wanted: readonly Type[] | null;
  /** Some call may be with either. */
  isMixed: boolean;
}

/** A function, method or lambda of the program, with what inference has learned of it. */
export class FunctionInfo {
  readonly id = nextId++;
  readonly node: py.FunctionDef | py.Lambda;
  readonly module: ProgramModule;
  readonly scope: Scope;
  readonly owner: ClassInfo | null;
  readonly isGenerator: boolean;
  /** Types that calls pass, by parameter symbol. */
  readonly params = new Map<PySymbol, Cell>();
  /** What is passed for `(a, b)` among the parameters. */
  readonly tuples = new Map<py.Parameter, Cell>();
  readonly returns: Cell;
  readonly yields: Cell;
  /** What callers `send()` to a generator: its `yield` expressions have it. */
  readonly sent: Cell;
  /** What a special method gives for the operands that it asks for, and for others, where it tells them apart. */
  byKey: KeyedResults | null = null;
  /** Falls off its end or returns nothing on some path. */
  returnsNothing = false;
  /** Returns a value on some path. */
  returnsValue = false;
  /** Parameters that some call leaves to their defaults. */
  readonly leftOut = new Set<py.Parameter>();
  /** Keywords that calls pass beyond the named parameters, for `**kwargs`. */
  readonly keywords = new Map<string, Cell>();
  /** What calls pass beyond the parameters that have names, for `*args`: each place by itself. */
  readonly extras: Cell[] = [];
  /** Some call passes a row whose length is not known where it stands. */
  openExtras = false;
  /** Some call passes keywords that are not named where it stands. */
  openKeywords = false;
  called = false;
  /** Parameters whose type was taken from how the body uses them, for want of a caller. */
  readonly assumed = new Set<PySymbol>();
  /** Reaches the network, sleeps or awaits; set by the effect analysis. */
  async = false;
  /** Calls made by the body, for the effect analysis. */
  readonly calls = new Set<FunctionInfo>();
  /** Variables of the module, and of functions that have made what it may call, that may not be set yet when it is called. */
  readonly unset = new Set<PySymbol>();
  /** Variables of the body that makes it, `maker`, that may not be set yet by then. */
  readonly madeBefore = new Set<PySymbol>();
  /** The scope of the module, or of the function, whose body makes it. */
  maker: Scope | null = null;
  /** What Python calls it in its errors, and as its `__name__`. */
  get calledAs(): string {
    return this.node.kind === "FunctionDef" ? (this.node.calledAs ?? this.name) : this.name;
  }

  /** An `__init__` that is a method here, called once the object is there: it waits, or stands in a row of several. */
  get initialisesLater(): boolean {
    return this.name === "__init__" && (this.async || this.owner?.initialisedInTurn === true);
  }

  /** The body itself has an operation that must be awaited. */
  awaits = false;
  /** Attributes that the program stores in the function itself. */
  readonly attributes = new Map<string, Cell>();
  /** The program gives it another `__name__`. */
  renamed = false;
  /** A wrapper is called with keywords. */
  keywordCalled = false;
  /** For a wrapper made by a decorator: the callable parameter of the decorator that it passes its own arguments on to. */
  forwards: PySymbol | null = null;

  constructor(
    node: py.FunctionDef | py.Lambda,
    module: ProgramModule,
    scope: Scope,
    owner: ClassInfo | null,
    isGenerator: boolean,
    clock: Clock,
  ) {
    this.node = node;
    this.module = module;
    this.scope = scope;
    this.owner = owner;
    this.isGenerator = isGenerator;
    this.clock = clock;
    this.returns = new Cell(clock);
    this.yields = new Cell(clock);
    const returns = owner && node.kind === "FunctionDef" && !isGenerator ? returnsByKey(node) : null;
    if (returns)
      this.byKey = { ...returns, asked: new Cell(clock), other: new Cell(clock), wanted: null, isMixed: false };
    this.sent = new Cell(clock);
    this.keywordDict = new DictType(new Cell(clock, asciiStr), new Cell(clock));
    for (const p of allParameters(node.params)) {
      if (p.target.kind !== "Name") {
        this.tuples.set(p, new Cell(clock));
        continue;
      }
      const symbol = scope.symbols.get(p.target.id);
      if (symbol) this.params.set(symbol, new Cell(clock));
    }
  }

  private readonly clock: Clock;

  /** `**kwargs` as the body sees it. */
  readonly keywordDict: Type & { k: "dict" };

  /** What is passed for a parameter. */
  passed(p: py.Parameter): Cell | undefined {
    if (p.target.kind !== "Name") return this.tuples.get(p);
    const symbol = this.scope.symbols.get(p.target.id);
    return symbol && this.params.get(symbol);
  }

  keyword(name: string): Cell {
    let cell = this.keywords.get(name);
    if (!cell) this.keywords.set(name, (cell = new Cell(this.clock)));
    return cell;
  }

  attribute(name: string): Cell {
    let cell = this.attributes.get(name);
    if (!cell) this.attributes.set(name, (cell = new Cell(this.clock)));
    return cell;
  }

  get name(): string {
    return this.node.kind === "FunctionDef" ? this.node.name : "<lambda>";
  }

  /** How decorators of the standard kinds change a method. */
  get binding(): "instance" | "static" | "class" {
    if (this.node.kind !== "FunctionDef" || !this.owner) return "instance";
    for (const d of this.node.decorators) {
      const kind = builtinNamed(this.module.bindings, d);
      if (kind === "staticmethod") return "static";
      if (kind === "classmethod") return "class";
    }
    return "instance";
  }
}

/** A class of the program. */
export class ClassInfo {
  readonly id = nextId++;
  readonly node: py.ClassDef;
  readonly module: ProgramModule;
  readonly scope: Scope;
  private ownBases: readonly Type[] = [];
  readonly methods = new Map<string, FuncType>();
  readonly properties = new Map<string, PropertyType>();
  /** Attributes of instances and of the class, joined over all assignments. */
  readonly attributes = new Map<string, Cell>();
  /** Names assigned in the class body. */
  readonly classAttributes = new Set<string>();
  /** Attributes that are stored in its objects, from wherever. */
  readonly storedInObjects = new Set<string>();
  /** Attributes that are stored in the class itself, from outside of its body. */
  readonly storedInClass = new Set<string>();
  /** Those of them that its body does not have: they are there once they are stored. */
  readonly addedToClass = new Set<string>();
  /** Attributes that are read of, or stored in, the class itself. */
  readonly usedOnClass = new Set<string>();
  /** A decorator may give something else than the class. */
  isReplaced = false;
  /** Making an object may take the `__init__` of several bases: each class's is a method of its own. */
  initialisedInTurn = false;
  /** What the program stores in its objects under names that are computed. */
  readonly stored: { readonly names: NameSet; readonly value: Cell }[] = [];
  private readonly ownGiven: Fields;
  /** The order of its bases as of one state of the hierarchy: it is asked for at every attribute. */
  private order: { readonly hierarchy: number; readonly classes: readonly ClassInfo[] } | null = null;
  private assignedNames: ReadonlySet<string> | null = null;
  readonly clock: Clock;

  constructor(node: py.ClassDef, module: ProgramModule, scope: Scope, clock: Clock) {
    this.node = node;
    this.module = module;
    this.scope = scope;
    this.clock = clock;
    this.ownGiven = new Fields(clock);
  }

  get name(): string {
    return this.node.name;
  }

  /** What the program gives to the library's part of its objects, by name: shared by all classes that derive from one. */
  get given(): Fields {
    return (this.lineage.at(-1) ?? this).ownGiven;
  }

  /** Base classes as found by inference: classes of the program or of the library. */
  get bases(): readonly Type[] {
    return this.ownBases;
  }

  set bases(bases: readonly Type[]) {
    const own = this.ownBases;
    if (bases.length === own.length && bases.every((base, i) => own[i] && same(base, own[i]))) return;
    this.ownBases = bases;
    this.clock.hierarchy++;
  }

  /** This class and its bases within the program, in the order in which Python looks for an attribute. */
  get lineage(): readonly ClassInfo[] {
    const { hierarchy } = this.clock;
    if (this.order?.hierarchy !== hierarchy) this.order = { hierarchy, classes: resolutionOrder(this, new Set()) };
    return this.order.classes;
  }

  /**
   * The base that it extends in TypeScript, which has one: that whose `__init__` makes its objects, or that of the library, else the
   * first. Null where no base is a class of the program.
   */
  get parent(): ClassInfo | null {
    const own = this.bases.flatMap((base) => (base.k === "class" ? [base.cls] : []));
    const init = this.lineage.slice(1).find((cls) => cls.methods.has("__init__"));
    return (
      own.find((cls) => init && cls.lineage.includes(init)) ??
      own.find((cls) => cls.libraryBase !== null) ??
      own[0] ??
      null
    );
  }

  /** Classes of which an object of this one may be one as well, since some class has both among its bases. */
  readonly mixedWith = new Set<ClassInfo>();

  /** Some class of the program that an object of it is one of, beside those that it extends in TypeScript. */
  get isMixed(): boolean {
    return this.bases.filter((base) => base.k === "class").length > 1;
  }

  /** A base class is nowhere at hand: making an object throws, and what a method finds on `self` beyond the program's own is not known. */
  get isOpaque(): boolean {
    return this.lineage.some((cls) => cls.bases.some((base) => base.k === "poison"));
  }

  /** The nearest base of the library, `exceptions.Exception` say; null for `object` or none. */
  get libraryBase(): string | null {
    return this.libraryBases[0] ?? null;
  }

  /** All bases of the library but `object`: that of the class that makes the objects comes first. */
  get libraryBases(): readonly string[] {
    const found = { made: [] as string[], beside: [] as string[] };
    for (const { bases } of this.lineage) {
      const to = bases.some((base) => base.k === "class") ? found.beside : found.made;
      for (const base of bases) if (base.k === "libclass" && base.name !== "builtins.object") to.push(base.name);
    }
    return [...found.made, ...found.beside];
  }

  /** Bases of the library that some class has beside this one: an object of this one may be one of those as well. */
  readonly besideLibrary = new Set<string>();

  /** The dict, list or named tuple that an object of it is beside its own; null where it derives from none. Shared by all classes that derive from one. */
  get part(): DictType | ListType | NamedTupleClass["instance"] | null {
    for (const cls of this.lineage)
      for (const base of cls.bases) {
        if (base.k === "namedtuple") return base.of.instance;
        const found = base.k === "libclass" ? builtInBases.get(base.name) : undefined;
        if (found) return (cls.ownPart ??= found.kind === "dict" ? dictOf(cls.clock) : listOf(cls.clock));
      }
    return null;
  }

  private ownPart: DictType | ListType | null = null;

  findMethod(name: string): { readonly method: FuncType; readonly cls: ClassInfo } | null {
    for (const cls of this.lineage) {
      const method = cls.methods.get(name);
      if (method) return { method, cls };
      if (cls.properties.has(name)) return null;
    }
    return null;
  }

  findProperty(name: string): { readonly property: PropertyType; readonly cls: ClassInfo } | null {
    for (const cls of this.lineage) {
      const property = cls.properties.get(name);
      if (property) return { property, cls };
      if (cls.methods.has(name) || cls.classAttributes.has(name)) return null;
    }
    return null;
  }

  /** A method, property or attribute of that name, of the class or a base. */
  has(name: string): boolean {
    return this.findMethod(name) !== null || this.findProperty(name) !== null || this.findAttribute(name) !== null;
  }

  findAttribute(name: string): Cell | null {
    for (const cls of this.lineage) {
      const cell = cls.attributes.get(name);
      if (cell) return cell;
    }
    return null;
  }

  /** What an attribute that only code which computes its name stores may hold; null where none does. */
  storedAs(name: string): readonly Cell[] {
    return this.lineage.flatMap((cls) =>
      cls.stored.flatMap(({ names, value }) => (covers(names, name) ? [value] : [])),
    );
  }

  /** Attributes that the methods of this class assign on their `self`. */
  get assigned(): ReadonlySet<string> {
    this.assignedNames ??= assignedByMethods(this.node.body);
    return this.assignedNames;
  }

  /** Where an attribute of its objects is kept: with the base class that assigns it, which all its subclasses share. */
  attribute(name: string): Cell {
    const known = this.findAttribute(name);
    const { lineage } = this;
    if (known && lineage.some((cls) => cls.classAttributes.has(name))) return known;
    const owner = lineage.findLast((cls) => cls.assigned.has(name)) ?? this;
    let cell = owner.attributes.get(name);
    if (!cell) owner.attributes.set(name, (cell = known ?? new Cell(this.clock)));
    // One that was found before its base class was is the same.
    if (known) cell.unify(known);
    return cell;
  }
}
