import { isNode, type Node } from "./nodes.ts";
import type * as ts from "./tree.ts";

/**
 * The names that statements use and do not declare, by JavaScript's scoping: `let`, `const`, functions and classes hold in
 * their block, parameters and what a `catch` or a loop declares in what they belong to. Types are not looked at.
 */
export function freeNames(statements: readonly ts.Statement[]): ReadonlySet<string> {
  const free = new Set<string>();
  const scopes: ReadonlySet<string>[] = [new Set(statements.flatMap(declared))];
  const visit = (node: Node): void => {
    if (node.type === "Identifier") {
      if (!scopes.some((scope) => scope.has(node.name))) free.add(node.name);
      return;
    }
    const names = introduced(node);
    if (names.length > 0) scopes.push(new Set(names));
    for (const child of children(node)) visit(child);
    if (names.length > 0) scopes.pop();
  };
  for (const statement of statements) visit(statement);
  return free;
}

/** Names that hold inside a node and not around it. */
function introduced(node: Node): readonly string[] {
  switch (node.type) {
    case "BlockStatement":
      return node.body.flatMap(declared);
    case "FunctionExpression":
      return [...(node.id ? [node.id.name] : []), ...node.params.flatMap(patternNames)];
    case "FunctionDeclaration":
    case "ArrowFunctionExpression":
      return node.params.flatMap(patternNames);
    case "ForStatement":
      return node.init?.type === "VariableDeclaration" ? declared(node.init) : [];
    case "ForOfStatement":
      return node.left.type === "VariableDeclaration" ? declared(node.left) : [];
    case "CatchClause":
      return node.param ? [node.param.name] : [];
    default:
      return [];
  }
}

/** Names that a statement declares in the block it stands in. */
function declared(node: ts.Statement): readonly string[] {
  switch (node.type) {
    case "VariableDeclaration":
      return node.declarations.flatMap((d) => patternNames(d.id));
    case "FunctionDeclaration":
    case "ClassDeclaration":
      return [node.id.name];
    case "ExportNamedDeclaration":
      return node.declaration ? declared(node.declaration) : [];
    default:
      return [];
  }
}

function patternNames(pattern: ts.Pattern): readonly string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ArrayPattern":
      return pattern.elements.flatMap((part) => (part ? patternNames(part) : []));
    case "RestElement":
      return [pattern.argument.name];
    case "AssignmentPattern":
      return [pattern.left.name];
    case "MemberExpression":
      return [];
  }
}

/** The nodes below that may name a variable: no types, no keys, no labels. */
function children(node: Node): readonly Node[] {
  const skipped: unknown[] = [];
  if (node.type === "MemberExpression" && !node.computed) skipped.push(node.property);
  if ("key" in node && !node.computed) skipped.push(node.key);
  if ("label" in node) skipped.push(node.label);
  if (node.type === "MetaProperty" || node.type === "ImportDeclaration") return [];
  return Object.values(node)
    .flat()
    .filter((value: unknown) => isNode(value) && !skipped.includes(value));
}
