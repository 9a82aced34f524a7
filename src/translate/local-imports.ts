import { id } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { ProgramModule } from "../program/program.ts";
import { camelCase, type Names } from "./names.ts";

/** Imports from other files of the program, by file. */
export interface LocalImport {
  readonly target: ProgramModule;
  /** Imported names and what they are called here; none when the file is run for what it does. */
  readonly names: Map<string, string>;
}

/** What one file imports from the program's others. */
export class LocalImports {
  private readonly from: ProgramModule;
  private readonly files = new Map<ProgramModule, LocalImport>();

  /** Every TypeScript name that some scope of the file has. */
  private readonly own: ReadonlySet<string>;

  constructor(from: ProgramModule, names: Names) {
    this.from = from;
    this.own = new Set(
      [...from.bindings.scopes.values()].flatMap((scope) =>
        [...scope.symbols.keys()].flatMap((n) => names.claimed(n) ?? []),
      ),
    );
  }

  /** Python runs an imported file, whatever is used of it. */
  touch(target: ProgramModule): void {
    this.file(target);
  }

  /**
   * `module.member` through an import of the member: by its own name, or, where this file has that name for something else, by one
   * with the module's before it. `name` is its TypeScript name.
   */
  member(target: ProgramModule, name: string): ts.Identifier {
    if (target === this.from) return id(name);
    const { names } = this.file(target);
    const known = names.get(name);
    if (known !== undefined) return id(known);
    const local = this.isTaken(target, name) ? qualified(target, name) : name;
    names.set(name, local);
    return id(local);
  }

  /** `from m import name`: the name is this file's own. */
  named(target: ProgramModule, name: string): void {
    this.file(target).names.set(name, name);
  }

  private isTaken(target: ProgramModule, name: string): boolean {
    return (
      this.own.has(name) || this.all.some((file) => file.target !== target && [...file.names.values()].includes(name))
    );
  }

  /** `from m import name as local`. */
  alias(target: ProgramModule, name: string, local: string): void {
    this.file(target).names.set(name, local);
  }

  get all(): readonly LocalImport[] {
    return [...this.files.values()];
  }

  private file(target: ProgramModule): LocalImport {
    let entry = this.files.get(target);
    if (!entry) this.files.set(target, (entry = { target, names: new Map() }));
    return entry;
  }
}

/** `run` of `lib/jobs.py` → `jobsRun`. */
function qualified(target: ProgramModule, name: string): string {
  const module = camelCase(target.input.module.split(".").at(-1) ?? "").replace(/\W/g, "_");
  return `${module}${name[0]?.toUpperCase() ?? ""}${name.slice(1)}`;
}
