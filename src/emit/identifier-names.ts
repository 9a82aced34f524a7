/** The names that identifiers have anywhere in trees: of variables, properties and types alike. */
export function identifierNames(trees: object, found = new Set<string>()): ReadonlySet<string> {
  if (isIdentifier(trees)) found.add(trees.name);
  for (const [key, part] of Object.entries(trees) as [string, unknown][])
    if (key !== "loc" && typeof part === "object" && part !== null) identifierNames(part, found);
  return found;
}

const isIdentifier = (node: object): node is { readonly name: string } =>
  "type" in node && node.type === "Identifier" && "name" in node && typeof node.name === "string";
