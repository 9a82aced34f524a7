import { id } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { ProgramModule } from "../program/program.ts";

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

  constructor(from: ProgramModule) {
    this.from = from;
  }

  /** Python runs an imported file, whatever is used of it. */
  touch(target: ProgramModule): void {
    this.file(target);
  }

  /** `module.member` through an import of the member by its own name. */
  member(target: ProgramModule, name: string): ts.Expression {
    if (target === this.from) return id(name);
    const { names } = this.file(target);
    if (!names.has(name)) names.set(name, name);
    return id(names.get(name) ?? name);
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
