import type * as py from "../python/ast.ts";

/** `locals()` and its like as they are used in a format that says which names it takes. */
export interface NamesTaken {
  readonly call: py.Call;
  /** Whose variables: of the module, or of the body where it stands. */
  readonly of: "module" | "body";
  readonly names: readonly string[];
}

/** `'%(a)s' % locals()` and `'{a}'.format(**locals())`; null for any other expression. */
export function namesTaken(e: py.Expression): NamesTaken | null {
  if (e.kind === "BinOp" && e.op === "%" && e.left.kind === "Str") return taken(e.right, percentNames(e.left.value));
  if (e.kind !== "Call" || !e.kwargs || e.func.kind !== "Attribute" || e.func.attr !== "format") return null;
  return e.func.value.kind === "Str" ? taken(e.kwargs, fieldNames(e.func.value.value)) : null;
}

function taken(e: py.Expression, names: readonly string[]): NamesTaken | null {
  if (e.kind !== "Call" || e.func.kind !== "Name" || e.args.length > 0 || e.keywords.length > 0) return null;
  if (e.starargs || e.kwargs || !["locals", "vars", "globals"].includes(e.func.id)) return null;
  return { call: e, of: e.func.id === "globals" ? "module" : "body", names: [...new Set(names)] };
}

const percentNames = (format: string): string[] =>
  [...format.replaceAll("%%", "").matchAll(/%\(([^)]*)\)/g)].map(([, name]) => name ?? "");

const fieldNames = (format: string): string[] =>
  [...format.replaceAll("{{", "").matchAll(/\{([A-Za-z_]\w*)/g)].map(([, name]) => name ?? "");

/** The dict with those names alone, written out: `{'a': a}`. */
export function spelledOut({ call: { start, end }, names }: NamesTaken): py.Dict {
  const items = names.map((name) => ({
    key: { kind: "Str", type: "bytes", value: name, triple: false, start, end } as const,
    value: { kind: "Name", id: name, start, end } as const,
  }));
  return { kind: "Dict", items, start, end };
}
