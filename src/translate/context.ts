import type { CheckedCalls } from "../analysis/call-fit.ts";
import type { ClassInfo, FunctionInfo } from "../analysis/entities.ts";
import type { Facts, Origin } from "../analysis/facts.ts";
import type { InertModules } from "../analysis/inert-modules.ts";
import { importedName } from "../analysis/imported-name.ts";
import { poison, type Type } from "../analysis/types.ts";
import type { DiagnosticCode } from "../diagnostics/catalogue.ts";
import { call, id, neverType, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { Barrel } from "../library/entry.ts";
import type { Program, ProgramModule } from "../program/program.ts";
import type { PySymbol, Scope } from "../program/scope.ts";
import type { Alias, Call, Compare, Expression, Yield, GeneratorExp, Name, Node, Print, Span } from "../python/ast.ts";
import { positionAt } from "../python/positions.ts";
import type { TranslateOptions } from "../translation.ts";
import type { ClassShapes } from "./class-shapes.ts";
import type { Comments } from "./comments.ts";
import type { Declarations } from "./declarations.ts";
import { LocalImports, ownNames } from "./local-imports.ts";
import type { Names } from "./names.ts";
import { RecordTypes } from "./record-types.ts";
import { RecursiveTypes } from "./recursive-types.ts";
import { tsType } from "./types.ts";
import { withoutFirst } from "./without-first.ts";
import { isPoison } from "../analysis/join.ts";

/** A finding of the translator, by place. */
export interface Finding {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly span: Span;
}

/** What all files of a program share. */
export interface WholeProgram {
  readonly program: Program;
  readonly facts: Facts;
  readonly classes: ClassShapes;
  readonly names: Names;
  readonly options: Required<TranslateOptions>;
  /** Softspace printing somewhere in the program: every print goes through the runtime. */
  readonly softPrint: boolean;
  /** The prints, and calls of `sys.stdout.write`, before which certainly none is. */
  readonly plainPrints: ReadonlySet<Print | Call>;
  readonly holdsByteStrings: boolean;
  readonly inert: InertModules;
  /** See `comparedVariables`. */
  readonly compared: ReadonlySet<PySymbol>;
  /** Some file asks a function for its name. */
  readonly readsFunctionNames: boolean;
  readonly checked: CheckedCalls;
}

/** Where the translator stands: the body it writes. */
export interface Frame {
  readonly scope: Scope;
  readonly fn: FunctionInfo | null;
  readonly cls: ClassInfo | null;
  readonly declarations: Declarations;
  /** `self` of the method, which is `this`. */
  readonly self: PySymbol | null;
  /** Names that handlers give to what they caught. */
  readonly aliases: Map<PySymbol, string>;
  /** Loops around, innermost last: the label that `break` needs where the loop has an `else`. */
  readonly loops: { readonly label: string | null }[];
  /** What is caught, for a bare `raise`. */
  readonly caught: string[];
  /** Variables, of those, that hold what was caught last: a handler inside stores what it catches in them. */
  readonly followed: string[];
}

/** Everything a visitor may use. */
export class Context {
  readonly program: Program;
  readonly module: ProgramModule;
  readonly facts: Facts;
  readonly classes: ClassShapes;
  readonly names: Names;
  readonly options: Required<TranslateOptions>;
  readonly comments: Comments;
  readonly findings: Finding[] = [];
  frame: Frame;
  readonly imports: LocalImports;
  readonly records: RecordTypes;
  readonly recursive: RecursiveTypes;
  private readonly runtimeNames = new Map<
    string,
    { barrel: Barrel; name: string; local: ts.Identifier; type: boolean }
  >();
  private readonly nodeNames = new Map<string, { module: string; name: string; local: ts.Identifier }>();
  /** Marks for the statement that is being written. */
  private marks: string[][] = [];
  private taken: ReadonlySet<Node> | null = null;
  private readonly origins = new Map<PySymbol, Origin | null>();
  private readonly followers: Span[] = [];
  /** Names made for each scope: two in one block would be two declarations of one name. */
  private readonly temporaries = new Map<Scope, Set<string>>();
  /** Tuples, and lists of tuples, as they are written: what TypeScript may take for something else. */
  readonly tuples = new Map<ts.ArrayExpression, Type>();
  /** Variables, as they are read, of which a test says more than their declaration does. */
  readonly narrowed = new Map<ts.Identifier, ts.TypeNode>();

  /** `this` where it is only ever an object of classes that derive from the method's. */
  readonly selves = new Map<ts.ThisExpression, Type>();
  /** Comparisons that are asked for their truth alone. */
  readonly tests = new Set<Compare>();
  /** What made-up names stand for. */
  readonly given = new Map<Name, ts.Expression>();
  readonly softPrint: boolean;
  /** The prints, and calls of `sys.stdout.write`, before which certainly none is. */
  readonly plainPrints: ReadonlySet<Print | Call>;
  readonly holdsByteStrings: boolean;
  readonly inert: InertModules;
  readonly comparedVariables: ReadonlySet<PySymbol>;
  readonly readsFunctionNames: boolean;
  readonly checked: CheckedCalls;

  constructor(whole: WholeProgram, module: ProgramModule, comments: Comments, frame: Frame) {
    const { program, facts, names } = whole;
    this.program = program;
    this.module = module;
    this.facts = facts;
    this.names = names;
    this.options = whole.options;
    this.comments = comments;
    this.frame = frame;
    this.softPrint = whole.softPrint;
    this.plainPrints = whole.plainPrints;
    this.holdsByteStrings = whole.holdsByteStrings;
    this.inert = whole.inert;
    this.comparedVariables = whole.compared;
    this.readsFunctionNames = whole.readsFunctionNames;
    this.checked = whole.checked;
    this.classes = whole.classes;
    this.imports = new LocalImports(
      module,
      ownNames(module, names, (symbol) => this.importedName(symbol) !== null),
    );
    this.records = new RecordTypes(this);
    this.recursive = new RecursiveTypes(this);
  }

  /** The first item of the list that stands here may show: see `withoutFirst`. An import's shows where its name is read, in any file. */
  showsFirst(place: Expression | Alias): boolean {
    const taken = (this.taken ??= withoutFirst(this.module.tree, this.module.bindings));
    if ("kind" in place) return !taken.has(place);
    const symbol = this.module.bindings.symbols.get(place);
    if (!symbol || this.facts.takenFrom(this.module).has(symbol.name)) return true;
    return symbol.occurrences.some(({ node, write }) => !write && "kind" in node && !taken.has(node));
  }

  /** The type arguments of a container: its elements', or key and value. */
  elementTypes(type: Type): ts.TypeNode[] {
    if (type.k === "dict") {
      // What nothing is ever put into fits wherever a dict does.
      return [type.key.type, type.value.type].map((t) => (t.k === "never" ? neverType() : tsType(this, t)));
    }
    return "elem" in type ? [tsType(this, type.elem.type, 1)] : [];
  }

  /** Runs `body` inside another frame. */
  inside<T>(frame: Frame, body: () => T): T {
    const outer = this.frame;
    this.frame = frame;
    const result = body();
    this.frame = outer;
    return result;
  }

  report(code: DiagnosticCode, message: string, span: Span): void {
    // That integers stay small is one assumption for the whole file; of the others each place counts.
    const repeated =
      code.startsWith("A") &&
      this.findings.some(
        (f) => f.code === code && (code === "A0102" || code === "A0115" || f.span.start === span.start),
      );
    if (!repeated) this.findings.push({ code, message, span });
  }

  /** What stays undone: reported, marked in the code above the statement, and an expression that throws when it is reached. */
  untranslated(code: DiagnosticCode, message: string, span: Span): ts.Expression {
    this.findings.push({ code, message, span });
    const source = this.source(span);
    const place = `${this.module.source.path}:${positionAt(this.module.source, span.start).line}`;
    this.marks.push([
      ` @urllib2-to-fetch-todo ${code} ${place} ${oneLine(message)}`,
      ...source.split("\n").map((line) => `   ${line}`),
    ]);
    return call(this.runtime("python", "untranslated"), [string(code), string(oneLine(source))]);
  }

  /**
   * What only an untranslated place could bring about: that place has the mark, this one throws as well. Where the place is in another
   * file, `settleFollowers` reports it here too.
   */
  followsMark(span: Span): ts.Expression {
    this.follows(span);
    return call(this.runtime("python", "untranslated"), [string("U0104"), string(oneLine(this.source(span)))]);
  }

  /** What stands here throws by itself, for a mark that may be in another file. */
  follows(span: Span): void {
    this.followers.push(span);
  }

  /** No file that throws is reported as complete. */
  settleFollowers(): void {
    const [first] = this.followers;
    if (first && !this.findings.some((f) => f.code.startsWith("U")))
      this.findings.push({ code: "U0104", message: "it needs what another file leaves untranslated", span: first });
  }

  /** A class or function that stays undone: what is marked throws when it is used, not where it is defined. */
  untranslatedLater(code: DiagnosticCode, message: string, span: Span, what: string): ts.Expression {
    this.untranslated(code, message, span);
    return this.standInFor(code, what);
  }

  /** The same for another name of what has its mark already. */
  standInFor(code: DiagnosticCode, what: string): ts.Expression {
    return call(this.runtime("python", "untranslatedLater"), [string(code), string(what)]);
  }

  /** The marks made since the last call: comments for the statement just written. */
  takeMarks(): readonly string[][] {
    const taken = this.marks;
    this.marks = [];
    return taken;
  }

  /** Runs `body` with its findings and marks dropped when it says so: for a translation that is tried. */
  attempt<T>(body: () => T, keep: (result: T) => boolean): T {
    const findings = this.findings.length;
    const marks = this.marks.length;
    const result = body();
    if (!keep(result)) {
      this.findings.length = findings;
      this.marks.length = marks;
    }
    return result;
  }

  source(span: Span): string {
    return this.module.source.text.slice(span.start, span.end);
  }

  /** An import of the runtime, recorded. */
  runtime(barrel: Barrel, name: string): ts.Identifier {
    return this.import(barrel, name, false);
  }

  runtimeType(barrel: Barrel, name: string): ts.TypeReference {
    return { type: "TSTypeReference", typeName: this.import(barrel, name, true) };
  }

  private import(barrel: Barrel, name: string, type: boolean): ts.Identifier {
    const key = `${barrel}.${name}`;
    let entry = this.runtimeNames.get(key);
    if (!entry) {
      const local = this.freeName("py", name);
      this.runtimeNames.set(key, (entry = { barrel, name, local: id(local), type }));
    }
    if (!type) entry.type = false;
    return entry.local;
  }

  /** What an import is called where the program has a name of its own like it: `hostname` is `nodeHostname` then. */
  private freeName(origin: "py" | "node", name: string): string {
    if (!this.names.isUsed(name)) return name;
    let free = `${origin}${name[0]?.toUpperCase()}${name.slice(1)}`;
    while (this.names.isUsed(free)) free += "_";
    return free;
  }

  nodeImport(module: string, name: string): ts.Identifier {
    const key = `${module}.${name}`;
    let entry = this.nodeNames.get(key);
    if (!entry) {
      const local = this.freeName("node", name);
      this.nodeNames.set(key, (entry = { module, name, local: id(local) }));
    }
    return entry.local;
  }

  /** Forgets the imports of what does not stand in the text: of a translation that was tried and given up. */
  dropUnusedImports(names: ReadonlySet<string>): void {
    for (const imports of [this.runtimeNames, this.nodeNames])
      for (const [key, { local }] of imports) if (!names.has(local.name)) imports.delete(key);
  }

  get runtimeImports(): readonly { barrel: Barrel; name: string; local: ts.Identifier; type: boolean }[] {
    return [...this.runtimeNames.values()];
  }

  get nodeImports(): readonly { module: string; name: string; local: ts.Identifier }[] {
    return [...this.nodeNames.values()];
  }

  /** What the imports that are known so far are called here: of the runtime, of Node's modules, of other files. */
  get importedNames(): ReadonlySet<string> {
    const own = [...this.nodeImports, ...this.runtimeImports].map(({ local }) => local.name);
    return new Set([...own, ...this.imports.locals]);
  }

  /** `yield` as a statement: nobody asks what was sent. */
  readonly unusedYields = new Set<Yield>();

  /** Generator expressions of which all items may be made at once: nobody can tell. */
  readonly eager = new Set<GeneratorExp>();

  /** Calls of what may be None that come right behind the test that it is not. */
  readonly guarded = new Set<Call>();

  /** A name that no variable of the program has. */
  temporary(base: string): string {
    const { scope } = this.frame;
    const taken = this.temporaries.get(scope) ?? new Set<string>();
    this.temporaries.set(scope, taken);
    let name = base;
    for (let n = 2; taken.has(name) || this.names.isUsed(name); n++) name = `${base}${n}`;
    taken.add(name);
    return name;
  }

  typeOf(node: Parameters<Facts["typeOf"]>[0]): Type {
    return this.facts.typeOf(node);
  }

  /**
   * The type that a variable is declared with. One that may hold what an untranslated place would have made, where it is read,
   * takes anything: such a read is written as it stands in Python.
   */
  declaredType(symbol: PySymbol): Type {
    const opaque = symbol.occurrences.some((o) => !o.write && "id" in o.node && isPoison(this.typeOf(o.node)));
    return opaque ? poison : this.facts.variable(symbol).type;
  }

  /** The variable of another file that this name is another word for: it is imported, not declared. */
  importedName(symbol: PySymbol): Origin | null {
    let origin = this.origins.get(symbol);
    if (origin === undefined) this.origins.set(symbol, (origin = importedName(this.facts, symbol)));
    return origin;
  }

  /** A variable of a module, imported where it is another file's; `wanted` is what it is called here. */
  memberOf({ module, symbol }: Origin, wanted = symbol.name): ts.Identifier {
    return this.imports.member(module, this.names.variable(symbol.name), this.names.variable(wanted));
  }

  symbolName(symbol: PySymbol): string {
    return this.frame.aliases.get(symbol) ?? this.names.variable(symbol.name);
  }

  /** A class of the program, imported where it is another file's. */
  classId(cls: ClassInfo): ts.Identifier {
    const name = this.className(cls);
    return cls.module === this.module ? id(name) : this.imports.member(cls.module, name);
  }

  /** The name of the class means something here: a class of a function is known in the function alone. */
  sees(cls: ClassInfo): boolean {
    const home = functionAround(cls.scope);
    if (home === null) return true;
    for (let scope: Scope | null = this.frame.scope; scope; scope = scope.parent) if (scope === home) return true;
    return false;
  }

  /** A class of a class body is one beside it, with both names: `Client.Error` → `ClientError`. */
  private className(cls: ClassInfo): string {
    const around = cls.scope.parent?.node;
    const outer = around?.kind === "ClassDef" ? this.facts.classes.get(around) : undefined;
    if (!outer) return this.names.variable(cls.name);
    let name = `${this.className(outer)}${cls.name}`;
    while (this.names.isUsed(name)) name += "_";
    return name;
  }

  /** A name that stands for something translated already, so that library rules can take it as an argument. */
  stand(made: ts.Expression, type: Type, span: Span): Name {
    const node: Name = { kind: "Name", id: "", start: span.start, end: span.end };
    this.facts.record(node, type);
    this.given.set(node, made);
    return node;
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The innermost function that a class stands in; null for a class of the module. */
function functionAround(cls: Scope): Scope | null {
  let { parent } = cls;
  while (parent && !parent.isFunction) ({ parent } = parent);
  return parent;
}
