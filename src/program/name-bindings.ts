import { statementsIn, suites } from "../python/statement-parts.ts";
import { targetNames, targetsOf } from "../python/targets.ts";
import { allParameters } from "../python/parameters.ts";
import { walk } from "../python/walk.ts";
import type * as py from "../python/ast.ts";

/** What binds a name anywhere in a file, whatever the scope. */
export type Binding =
  | { readonly kind: "import"; readonly of: string }
  | { readonly kind: "function"; readonly node: py.FunctionDef; readonly owner: py.ClassDef | null }
  | { readonly kind: "class" | "parameter" | "assignment" | "repeated" };

/**
 * The bindings of all names of a file by name alone, before scopes are known: a name that is bound once means one thing wherever it is
 * read. `repeated` is what a loop, a comprehension, a deletion or `global` may bind again.
 */
export class NameBindings {
  private readonly found = new Map<string, Binding[]>();
  /** Some `import *`: any name may be bound by it. */
  readonly hasStar: boolean;

  constructor(tree: py.Module) {
    let hasStar = false;
    const looped = loopedStatements(tree);
    const owners = methodOwners(tree);
    walk(tree, (node) => {
      switch (node.kind) {
        case "Import":
          for (const { name, asname } of node.names)
            this.add(asname ?? name.split(".")[0] ?? name, {
              kind: "import",
              of: asname ? name : (name.split(".")[0] ?? name),
            });
          break;
        case "ImportFrom":
          if (node.names.some(({ name }) => name === "*")) hasStar = true;
          for (const { name, asname } of node.names)
            this.add(asname ?? name, { kind: "import", of: node.level === 0 ? `${node.module}.${name}` : "" });
          break;
        case "FunctionDef":
          this.add(node.name, { kind: "function", node, owner: owners.get(node) ?? null });
          this.parameters(node.params);
          break;
        case "Lambda":
          this.parameters(node.params);
          break;
        case "ClassDef":
          this.add(node.name, { kind: "class" });
          break;
        case "Global":
          for (const name of node.names) this.add(name, { kind: "repeated" });
          break;
        case "SetComp":
        case "DictComp":
        case "GeneratorExp":
          for (const { target } of node.generators) this.targets([target], "repeated");
          break;
        default: {
          const once = (node.kind === "Assign" || node.kind === "With") && !looped.has(node);
          this.targets(targetsOf(node), once ? "assignment" : "repeated");
        }
      }
    });
    this.hasStar = hasStar;
  }

  of(name: string): readonly Binding[] {
    return this.found.get(name) ?? [];
  }

  /** The only thing that the name is bound to; null where there are more, or none. */
  only(name: string): Binding | null {
    const all = this.of(name);
    return all.length === 1 ? (all[0] ?? null) : null;
  }

  /** A closure that reads the name later reads what it is now. */
  isFixed(name: string): boolean {
    const all = this.of(name);
    return all.length > 0 && all.every(({ kind }) => kind === "parameter" || (all.length === 1 && kind !== "repeated"));
  }

  private parameters(params: py.Parameters): void {
    for (const { target } of allParameters(params))
      for (const name of targetNames(target)) this.add(name, { kind: "parameter" });
  }

  private targets(nodes: readonly py.Expression[], kind: "assignment" | "repeated"): void {
    for (const name of nodes.flatMap(targetNames)) this.add(name, { kind });
  }

  private add(name: string, binding: Binding): void {
    const all = this.found.get(name);
    if (all) all.push(binding);
    else this.found.set(name, [binding]);
  }
}

/** The statements that stand in a loop of their function or of the module. */
function loopedStatements(tree: py.Module): ReadonlySet<py.Statement> {
  const looped = new Set<py.Statement>();
  walk(tree, (node) => {
    if (node.kind === "For" || node.kind === "While")
      for (const suite of suites(node)) for (const statement of statementsIn(suite)) looped.add(statement);
  });
  return looped;
}

/** The class in whose body, under no function, a method stands. */
function methodOwners(tree: py.Module): ReadonlyMap<py.FunctionDef, py.ClassDef> {
  const owners = new Map<py.FunctionDef, py.ClassDef>();
  walk(tree, (node) => {
    if (node.kind !== "ClassDef") return;
    for (const statement of statementsIn(node.body)) if (statement.kind === "FunctionDef") owners.set(statement, node);
  });
  return owners;
}
