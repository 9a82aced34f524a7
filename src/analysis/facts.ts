import type { AttributeStores } from "./attribute-stores.ts";
import { isSameSet, type NameSet } from "./attribute-names.ts";
import type { ProgramModule } from "../program/program.ts";
import { afterLeaving } from "../python/leaving.ts";
import type { Occurrence, Place, PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import type { ClassInfo, FunctionInfo } from "./entities.ts";
import { HeldCalls, isEntity } from "./held-calls.ts";
import type { NamedTupleClass } from "./named-tuple.ts";
import { parts } from "./comparable.ts";
import { never, type Type } from "./types.ts";
import { Cell, type Clock } from "./cells.ts";
import { filter, has } from "./kinds.ts";
import { join, members } from "./join.ts";

/** How deep a stored value is looked into: a list can hold itself. */
const DEEPEST_STORED = 4;

/** A variable of a module of the program. */
export interface Origin {
  readonly module: ProgramModule;
  readonly symbol: PySymbol;
}

/** What the analysis found, for the translator to ask. */
export class Facts {
  readonly clock: Clock;
  /** Who stores in attributes. */
  readonly stores: AttributeStores;
  readonly functions = new Map<py.FunctionDef | py.Lambda, FunctionInfo>();
  readonly classes = new Map<py.ClassDef, ClassInfo>();
  /** Reads that may find the variable unset. */
  readonly unsetReads = new Set<py.Name>();
  /** What the program gives to `sys.stdout` and `sys.stderr`, by name. */
  readonly replaced = new Map<string, Cell>();
  /** Reads of attributes that may be None elsewhere, and are not here: see `SureReads`. */
  readonly sure = new Set<py.Expression>();
  /** Variables that are set behind a loop, of which TypeScript does not know that it has a first round. */
  readonly setByRounds = new Set<PySymbol>();
  /** `args` and `kwargs` in a wrapper's `f(*args, **kwargs)`. */
  readonly passedOn = new Set<py.Expression>();
  /** Calls that must be awaited, once effects are known. */
  readonly awaited = new Set<py.Expression>();
  /** Iterables whose items must be awaited, once effects are known. */
  readonly asyncIterations = new Set<py.Expression>();
  /** Functions of the program that a call may reach. */
  readonly callees = new Map<py.Expression, Set<FunctionInfo>>();
  /** The module that an import statement's alias names. */
  readonly imports = new Map<py.Alias, ProgramModule>();
  /** Names of import statements that run; those of a shim's other suite do not. */
  readonly readImports = new Set<py.Alias>();
  /** The variable of another module of the program that `from m import name` names. */
  readonly origins = new Map<py.Alias, Origin>();
  /** What other modules of the program take from each: `from m import name`, `m.name`. */
  private readonly taken = new Map<ProgramModule, Set<string>>();
  /** Module variables that another module assigns: `m.name = value`. */
  readonly setFromOutside = new Set<PySymbol>();
  /** Imports of what is neither in the program nor in the library table. */
  readonly missing = new Set<py.Alias>();
  /** Classes that stay untranslated as a whole: there are no objects of them. */
  readonly undone = new Set<ClassInfo>();
  /** What going over an expression gives, in a loop or comprehension. */
  readonly elements = new Map<py.Expression, Type>();
  /** Suites that never run: the other side of a shim, or of a test of Python's version. */
  readonly skipped = new Set<py.Block>();
  /** The classes that calls of `namedtuple` make. */
  readonly namedTuples = new Map<py.Expression, NamedTupleClass>();
  /** Calls of library functions that are values. */
  readonly held: HeldCalls;
  /** What the program stores in values that came from JSON. */
  readonly storedInJson: Cell;
  /** Some of it is stored under keys that are `str`, which show as such where the key is new. */
  storesKeysInJson = false;
  /** Some exception is made from unicode, which its `repr` shows. */
  errorsOfUnicode = false;
  /** Attributes that are set by anything but an `__init__` on its own object. */
  readonly setLater = new Set<string>();
  /** Names of attributes that are computed where objects of a class are asked for them, by class. */
  readonly computed = new Map<ClassInfo, NameSet[]>();
  /** Classes whose objects are asked for all their attributes: `vars(object)`, `object.__dict__`. */
  readonly listed = new Set<ClassInfo>();
  /** Attributes that some object may have lost again: `del object.name`. */
  readonly deleted = new Set<string>();
  /** Attributes that some `__init__` sets at more than one place. */
  readonly setTwice = new Set<string>();
  /** Parameters, and attributes set from one, whose type is only what their uses suggest, and those that such a parameter is handed to. */
  readonly guessed = new Set<PySymbol | Cell>();
  /** Where each `__init__` sets an attribute of its own object first. */
  readonly setAt = new Map<FunctionInfo, Map<string, py.Attribute>>();
  private readonly types = new Map<py.Expression, Type>();
  private readonly cells = new Map<PySymbol, Cell>();
  private readonly results = new Map<py.AugAssign, Type>();

  constructor(clock: Clock, stores: AttributeStores) {
    this.clock = clock;
    this.stores = stores;
    this.held = new HeldCalls(clock);
    this.storedInJson = new Cell(clock);
  }

  /** The type of an expression where it stands. */
  typeOf(node: py.Expression): Type {
    return this.types.get(node) ?? never;
  }

  /** What `x op= y` makes. */
  resultOf(node: py.AugAssign): Type {
    return this.results.get(node) ?? never;
  }

  recordResult(node: py.AugAssign, type: Type): void {
    const known = this.results.get(node);
    this.results.set(node, known ? join(known, type) : type);
  }

  record(node: py.Expression, type: Type): void {
    const known = this.types.get(node);
    this.types.set(node, known ? join(known, type) : type);
  }

  /** A name that only imports of unknown modules bind: what it stands for is nowhere at hand. */
  isMissing(symbol: PySymbol): boolean {
    const { writes } = symbol;
    return writes.length > 0 && writes.every(({ node }) => "asname" in node && this.missing.has(node));
  }

  /** A name that only suites that never run would bind: it means what it means without them. */
  isSkipped(symbol: PySymbol): boolean {
    const { writes } = symbol;
    if (symbol.isParameter || writes.length === 0) return false;
    return writes.every((write) => this.isInSkipped(write));
  }

  private isInSkipped({ place }: Occurrence): boolean {
    for (let at: Place | null = place; at; at = at.parent)
      if (this.skipped.has(at.block as py.Block) || at.index >= afterLeaving(at.block)) return true;
    return false;
  }

  /** The name is another word for what the library, or another module, has: see `isEntity`. */
  isEntity(symbol: PySymbol): boolean {
    return isEntity(
      this.variable(symbol).type,
      symbol.writes.filter((write) => !this.isInSkipped(write)),
    );
  }

  /** `sys.stdout = …`. */
  replaceStream(name: string, type: Type): void {
    let cell = this.replaced.get(name);
    if (!cell) {
      this.replaced.set(name, (cell = new Cell(this.clock)));
      this.clock.ticks++;
    }
    cell.grow(type);
  }

  /** Everything a variable is ever given. */
  variable(symbol: PySymbol): Cell {
    let cell = this.cells.get(symbol);
    if (!cell) this.cells.set(symbol, (cell = new Cell(this.clock)));
    return cell;
  }

  /** Another module uses this name of `module`. */
  take(module: ProgramModule, name: string): void {
    const names = this.taken.get(module);
    if (names) names.add(name);
    else this.taken.set(module, new Set([name]));
  }

  /** The Python names that other modules use of this one. */
  takenFrom(module: ProgramModule): ReadonlySet<string> {
    return this.taken.get(module) ?? new Set();
  }

  /** Some read of the variable may find it unset. */
  mayBeUnset(symbol: PySymbol): boolean {
    return symbol.occurrences.some((o) => "id" in o.node && this.unsetReads.has(o.node));
  }

  /** An exception is made from values of these types. */
  noteErrorOf(types: readonly Type[]): void {
    this.errorsOfUnicode ||= types.some((type) => has(type, "unicode"));
  }

  /** A value, and all that it holds, becomes part of a value that came from JSON. */
  storeInJson(type: Type, depth = 0): void {
    this.storedInJson.grow(filter(type, (m) => m.k !== "json" && m.k !== "unknown"));
    if (depth < DEEPEST_STORED) for (const part of members(type).flatMap(parts)) this.storeInJson(part, depth + 1);
  }

  /** Notes that objects of the class are asked for attributes by their names. */
  ask(cls: ClassInfo, names: NameSet): void {
    const known = this.computed.get(cls) ?? [];
    if (!known.some((other) => isSameSet(other, names))) known.push(names);
    this.computed.set(cls, known);
  }

  forgetTypes(): void {
    this.types.clear();
    this.results.clear();
    this.unsetReads.clear();
    this.setByRounds.clear();
  }
}
