import { type ClassShape, type FunctionShape, sameType, type Type } from "./types.ts";

/** Names that Python takes and that mean something in TypeScript, or become one another when they are respelled. */
const NAMES = (
  "a b c total item_list itemList name new data fetch result function arguments x y key value undefined Object delete count " +
  "text words Map Error i j k var n line let String n_items process console seen default string number done out"
).split(" ");

/** What is in reach at a place of the program. A block's names stay inside, as it may not run. */
export class Scope {
  readonly #outer: Scope | null;
  readonly #variables = new Map<string, Type>();
  readonly functions: FunctionShape[] = [];
  readonly generators: { readonly name: string; readonly of: Type }[] = [];
  readonly classes: ClassShape[] = [];
  readonly #taken: Set<string>;
  /** Inside a function's body: its result, and whether it stands in a loop. */
  readonly inLoop: boolean;

  constructor(outer: Scope | null = null, inLoop = outer?.inLoop ?? false) {
    this.#outer = outer;
    this.#taken = outer ? outer.#taken : new Set();
    this.inLoop = inLoop;
    if (outer) {
      this.functions.push(...outer.functions);
      this.generators.push(...outer.generators);
      this.classes.push(...outer.classes);
    }
  }

  variables(type: Type): string[] {
    return this.all()
      .filter(([, known]) => sameType(known, type))
      .map(([name]) => name);
  }

  all(): [string, Type][] {
    const inner = [...this.#variables];
    const outer = this.#outer?.all() ?? [];
    return [...outer.filter(([name]) => !this.#variables.has(name)), ...inner];
  }

  set(name: string, type: Type): void {
    this.#variables.set(name, type);
  }

  /** A name that nothing of the program has. */
  fresh(choice: (count: number) => number): string {
    const free = NAMES.filter((name) => !this.#taken.has(name));
    const name = free.length > 0 ? free[choice(free.length)]! : `v${this.#taken.size}`;
    this.#taken.add(name);
    return name;
  }

  numbered(letter: string): string {
    const name = `${letter}${this.#taken.size}`;
    this.#taken.add(name);
    return name;
  }
}
