import type { Api, Node, Path } from "./jscodeshift-api.ts";

/** For jscodeshift: how to read the files. */
export const parser = "ts";

/**
 * `new Dict([["ok", 0], ["warning", 1]])` → `new Map([["ok", 0], ["warning", 1]])`, where nothing can tell the two apart.
 *
 * `Dict` is the runtime's Map with Python's order and Python's equality of keys. Neither shows for a constant of this file whose keys
 * are text, and which is only asked for a key or its size, given a value for a key, or robbed of one. Every other use leaves it as it is:
 * iterating over it, passing it on, exporting it. The behaviour of code that type-checks does not change.
 *
 * @returns the new text, or `undefined` where there is nothing to do, as jscodeshift has it.
 */
export default function dictToMap(file: { readonly source: string }, { jscodeshift: j }: Api): string | undefined {
  const root = j(file.source);
  const names = root.find(j.Identifier).paths();
  const named = (name: string) => names.filter((path) => path.node.name === name && !isLabel(path));

  const imported = named("Dict").find((path) => isRuntimeImport(path));
  if (imported === undefined || named("Map").some((path) => !isMention(path))) return undefined;

  let changed = false;
  for (const path of named("Dict")) {
    const declarator = constantOf(path);
    if (declarator === undefined || declarator.id?.name === undefined) continue;
    const uses = named(declarator.id.name).filter((use) => use.node !== declarator.id);
    if (!uses.every(isIndifferent)) continue;
    path.node.name = "Map";
    changed = true;
  }
  if (!changed) return undefined;
  const left = names.filter((path) => path.node.name === "Dict" && !isRuntimeImport(path));
  if (left.length === 0) dropImport(imported);
  return root.toSource();
}

/** `Dict` in `import { Dict } from "./runtime/python.ts"`, or from the package. */
function isRuntimeImport({ parent }: Path): boolean {
  const source = parent?.parent?.node.source?.value;
  const isRuntime = typeof source === "string" && /\/python\.(ts|js)$|^urllib2-to-fetch\/runtime\//.test(source);
  return isRuntime && parent?.node.type === "ImportSpecifier";
}

function dropImport({ parent: specifier }: Path): void {
  const declaration = specifier?.parent;
  if (declaration?.node.specifiers?.length === 1) declaration.prune();
  else specifier?.prune();
}

/** A name after a dot or before a colon, which refers to no variable. */
function isLabel({ node, parent }: Path): boolean {
  const around = parent?.node;
  if (around === undefined || around.computed === true || around.shorthand === true) return false;
  return around.property === node || around.key === node;
}

/** `new Map(…)`, or `Map<…>` as a type: not a variable of that name. */
function isMention({ node, parent }: Path): boolean {
  return (
    parent?.node.type === "TSTypeReference" || (parent?.node.type === "NewExpression" && parent.node.callee === node)
  );
}

/** The declarator of `const name = new Dict(…)` with keys that are text, inside a function or a module that does not export it. */
function constantOf({ node, parent: creation }: Path): Node | undefined {
  const declarator = creation?.parent;
  const declaration = declarator?.parent;
  if (creation?.node.type !== "NewExpression" || creation.node.callee !== node || !hasTextKeys(creation.node))
    return undefined;
  if (declarator?.node.type !== "VariableDeclarator" || declarator.node.id?.typeAnnotation) return undefined;
  const exported = declaration?.parent?.node.type === "ExportNamedDeclaration";
  return declaration?.node.kind === "const" && !exported ? declarator.node : undefined;
}

/** `new Dict<string, …>()`, or entries with their keys written out. */
function hasTextKeys({ arguments: given = [], typeParameters }: Node): boolean {
  const [entries, ...rest] = given;
  if (rest.length > 0 || (entries !== undefined && entries.type !== "ArrayExpression")) return false;
  const ofType = typeParameters?.params?.[0]?.type === "TSStringKeyword";
  const keys = (entries?.elements ?? []).map((entry) =>
    entry?.type === "ArrayExpression" ? entry.elements?.[0] : null,
  );
  return (ofType || keys.length > 0) && keys.every((key) => key?.type === "StringLiteral");
}

/** Uses that a Map answers as a Dict does. */
function isIndifferent({ node, parent }: Path): boolean {
  const use = parent?.node;
  if (use?.type === "CallExpression") {
    return use.callee?.name === "getItem" && use.arguments?.[0] === node;
  }
  if (use?.type !== "MemberExpression" || use.object !== node || use.computed === true) return false;
  const member = use.property?.name ?? "";
  if (member === "size") return true;
  const call = parent?.parent;
  if (call?.node.type !== "CallExpression" || call.node.callee !== use) return false;
  if (member === "set") return call.parent?.node.type === "ExpressionStatement";
  return member === "get" || member === "has" || member === "delete";
}
