/** The names that identifiers have anywhere in trees: of variables, properties and types alike. */
export function identifierNames(trees: object): ReadonlySet<string> {
  return collect(trees, () => false, new Set());
}

/** Those that stand in what is left when the types are taken away: an import of another name is one of a type alone. */
export function valueNames(trees: object): ReadonlySet<string> {
  return collect(trees, isType, new Set());
}

function collect(trees: object, isLeftOut: (node: object) => boolean, found: Set<string>): ReadonlySet<string> {
  if (isLeftOut(trees)) return found;
  if (isIdentifier(trees)) found.add(trees.name);
  for (const [key, part] of Object.entries(trees) as [string, unknown][])
    if (key !== "loc" && typeof part === "object" && part !== null) collect(part, isLeftOut, found);
  return found;
}

const isIdentifier = (node: object): node is { readonly name: string } =>
  "type" in node && node.type === "Identifier" && "name" in node && typeof node.name === "string";

/** `x as T` and `x!` are expressions, though their nodes are called after TypeScript as types are. */
const isType = (node: object): boolean =>
  "type" in node && typeof node.type === "string" && node.type.startsWith("TS") && !("expression" in node);
