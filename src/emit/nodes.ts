import type * as ts from "./tree.ts";

/** What a walk of emitted code meets: statements, expressions, patterns, and the parts of them. Types are not among them. */
export type Node =
  | ts.TsNode
  | ts.Pattern
  | ts.VariableDeclarator
  | ts.Property
  | ts.SpreadElement
  | ts.ClassBody
  | ts.TemplateElement;

/** Whether the value of some field of a node is a node that a walk meets. */
export const isNode = (value: unknown): value is Node =>
  typeof value === "object" &&
  value !== null &&
  "type" in value &&
  typeof value.type === "string" &&
  (!value.type.startsWith("TS") || value.type === "TSAsExpression" || value.type === "TSNonNullExpression");

/** Puts `made` where `child` is: the tree is whole, and nothing else holds on to the place. */
export function replace(node: Node, key: string, child: Node, made: ts.Expression | ts.Statement): void {
  const value: unknown = Reflect.get(node, key);
  Reflect.set(node, key, Array.isArray(value) ? value.map((one: unknown) => (one === child ? made : one)) : made);
}
