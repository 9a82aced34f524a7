import { id, typeRef } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { Context } from "./context.ts";

/** What a type is told by: the kind of container, and the cell of what it holds, which it shares with all that are of its type. */
interface Identity {
  readonly kind: string;
  readonly holds: object;
}

/** The types of a file that hold themselves, which TypeScript can only say with a name: `type NestedList = (string | NestedList)[]`. */
export class RecursiveTypes {
  private readonly context: Context;
  private readonly names = new Map<string, Map<object, string>>();
  private readonly open = new Map<string, Set<object>>();
  private readonly taken = new Set<string>();
  private readonly written = new Map<string, ts.TypeNode>();

  constructor(context: Context) {
    this.context = context;
  }

  /** The type that `build` makes; its name where what it makes refers to itself. `name` is what it would be called. */
  within({ kind, holds }: Identity, name: string, build: () => ts.TypeNode): ts.TypeNode {
    const named = this.names.get(kind)?.get(holds);
    if (named !== undefined) return typeRef(named);
    const open = entry(this.open, kind, () => new Set<object>());
    if (open.has(holds)) {
      const made = this.freeName(name);
      entry(this.names, kind, () => new Map<object, string>()).set(holds, made);
      return typeRef(made);
    }
    open.add(holds);
    const node = build();
    open.delete(holds);
    const referred = this.names.get(kind)?.get(holds);
    if (referred === undefined) return node;
    this.written.set(referred, node);
    return typeRef(referred);
  }

  /** `type NestedList = (string | NestedList)[]` for each that the file has named. */
  get declarations(): ts.Statement[] {
    return [...this.written].map(([name, typeAnnotation]) => ({
      type: "ExportNamedDeclaration",
      declaration: { type: "TSTypeAliasDeclaration", id: id(name), typeAnnotation },
      specifiers: [],
      source: null,
    }));
  }

  private freeName(base: string): string {
    let name = base;
    for (let n = 2; this.taken.has(name) || this.context.names.isUsed(name); n++) name = `${base}${n}`;
    this.taken.add(name);
    return name;
  }
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
