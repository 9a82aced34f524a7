import { id } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { ProgramModule } from "../program/program.ts";
import type { PySymbol } from "../program/scope.ts";
import { camelCase, type Names } from "./names.ts";

/** Imports from other files of the program, by file. */
export interface LocalImport {
  readonly target: ProgramModule;
  /** Imported names and what they are called here; none when the file is run for what it does. */
  readonly names: Map<string, string>;
  /** What the module itself is called here, where it is used as a value: `import * as alpha`. */
  namespace: string | null;
  /** Python imports it here; another is only known for the types of what comes from it. */
  runs: boolean;
}

/** What one file imports from the program's others. */
export class LocalImports {
  private readonly from: ProgramModule;
  private readonly ran = new Set<ProgramModule>();
  private readonly files = new Map<ProgramModule, LocalImport>();

  /** Every TypeScript name that some scope of the file gives to something of its own. */
  private readonly own: ReadonlySet<string>;

  /** `own` are the names of variables that the file has for itself. */
  constructor(from: ProgramModule, own: ReadonlySet<string>) {
    this.from = from;
    this.own = own;
  }

  /** Python runs an imported file, whatever is used of it. */
  touch(target: ProgramModule): void {
    this.file(target).runs = true;
  }

  /** The same, by a statement; whether it is the first that names the file. */
  run(target: ProgramModule): boolean {
    this.touch(target);
    const isFirst = !this.ran.has(target);
    this.ran.add(target);
    return isFirst;
  }

  /**
   * A member of another file by its TypeScript name there, through an import of it: called `wanted` here, or, where this file has that
   * name for something else, by one with the module's before it.
   */
  member(target: ProgramModule, name: string, wanted = name): ts.Identifier {
    if (target === this.from) return id(name);
    const { names } = this.file(target);
    const known = names.get(name);
    if (known !== undefined) return id(known);
    const local = this.free(wanted, target, name);
    names.set(name, local);
    return id(local);
  }

  /** A module as a value. */
  namespace(target: ProgramModule): ts.Identifier {
    const file = this.file(target);
    file.namespace ??= this.free(camelCase(lastPart(target)), target, "module");
    return id(file.namespace);
  }

  get all(): readonly LocalImport[] {
    return [...this.files.values()];
  }

  /** The names that imports have here. */
  get locals(): ReadonlySet<string> {
    return new Set(this.all.flatMap(({ names, namespace }) => [...names.values(), ...(namespace ? [namespace] : [])]));
  }

  private free(wanted: string, target: ProgramModule, name: string): string {
    let local = wanted;
    const { locals } = this;
    const isTaken = (): boolean => this.own.has(local) || locals.has(local);
    if (isTaken()) local = qualified(target, name);
    while (isTaken()) local += "_";
    return local;
  }

  private file(target: ProgramModule): LocalImport {
    let entry = this.files.get(target);
    if (!entry) this.files.set(target, (entry = { target, names: new Map(), namespace: null, runs: false }));
    return entry;
  }
}

const lastPart = (module: ProgramModule): string => module.input.module.split(".").at(-1) ?? "";

/** `run` of `lib/jobs.py` → `jobsRun`. */
function qualified(target: ProgramModule, name: string): string {
  const module = camelCase(lastPart(target)).replace(/\W/g, "_");
  return `${module}${name[0]?.toUpperCase() ?? ""}${name.slice(1)}`;
}

/** The TypeScript names of variables that some scope of the file gives a value itself. */
export function ownNames(
  { bindings }: ProgramModule,
  names: Names,
  isImported: (symbol: PySymbol) => boolean,
): ReadonlySet<string> {
  const symbols = [...bindings.scopes.values()].flatMap((scope) => [...scope.symbols.values()]);
  return new Set(symbols.filter((symbol) => !isImported(symbol)).flatMap((symbol) => names.claimed(symbol.name) ?? []));
}
