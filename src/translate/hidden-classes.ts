import { anyType } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";

/**
 * A class that a block inside a function or module has for itself is no type outside of it: what may be an object of it there is `any`.
 *   try { … } else { class Transport … }  →  let transport: any;
 */
export function hideClasses(statements: readonly ts.Statement[]): void {
  const inner = new Set<string>();
  find(statements, 0, inner);
  if (inner.size > 0) hide(statements, inner, new Set());
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const isClass = (value: unknown): value is ts.ClassDeclaration =>
  isObject(value) && value["type"] === "ClassDeclaration";

/** The classes of a list of statements, exported ones included. */
const classesOf = (statements: readonly unknown[]): readonly string[] =>
  statements.flatMap((s) => {
    const declared = isObject(s) && s["type"] === "ExportNamedDeclaration" ? s["declaration"] : s;
    return isClass(declared) && declared.id ? [declared.id.name] : [];
  });

/** The names of classes that stand deeper than in the file itself. */
function find(value: unknown, depth: number, names: Set<string>): void {
  if (!isObject(value)) return;
  if (Array.isArray(value)) {
    if (depth > 0) for (const name of classesOf(value)) names.add(name);
    for (const item of value) find(item, depth + 1, names);
    return;
  }
  for (const [key, child] of Object.entries(value)) if (key !== "loc") find(child, depth, names);
}

/** Puts `any` where a type names one of the classes that is not seen. */
function hide(value: unknown, names: ReadonlySet<string>, seen: ReadonlySet<string>): void {
  if (!isObject(value)) return;
  const here = Array.isArray(value) ? classesOf(value).filter((name) => names.has(name)) : [];
  const inside = here.length > 0 ? new Set([...seen, ...here]) : seen;
  for (const [key, child] of Object.entries(value)) {
    if (key === "loc" || !isObject(child)) continue;
    const name = namedBy(child);
    if (name !== null && names.has(name) && !inside.has(name)) Reflect.set(value, key, anyType());
    else hide(child, names, inside);
  }
}

/** The name that a type is, or is of: `Transport`, `typeof Transport`. */
function namedBy(node: Fields): string | null {
  const name =
    node["type"] === "TSTypeReference" ? node["typeName"] : node["type"] === "TSTypeQuery" ? node["exprName"] : null;
  return isObject(name) && name["type"] === "Identifier" && typeof name["name"] === "string" ? name["name"] : null;
}
