import type { Node } from "../emit/nodes.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { walk } from "../python/walk.ts";
import { semanticHelpers } from "../runtime-manifest.ts";
import type { Context } from "./context.ts";

const helpers = semanticHelpers();

/** What reads a list of arguments, and what gives one of them its type, as an option parser's `type=int` does. */
const READERS: ReadonlySet<string> = new Set(["itemAt", "unpack", "argumentsFor"]);
const CONVERSIONS: ReadonlySet<string> = new Set(["parseInteger", "parseFloatText"]);

/**
 * How often a file's statements use semantic helpers, for the readability figure: each name in the text that stands for one counts, what
 * was tried and given up does not. Reading `sys.argv` is argument parsing, which the figure leaves out: an item of it that may not be
 * there, its parts taken apart or handed on, and `int` or `float` of an item; also under the name that `main(sys.argv)` gives it.
 */
export function helperUses(context: Context, statements: readonly ts.Statement[]): number {
  const names = new Map<unknown, string>();
  for (const { barrel, name, local } of context.runtimeImports) if (barrel === "python") names.set(local, name);
  const given = argumentLists(context);
  const isList = (e: Node | ts.Super): boolean =>
    names.get(e) === "argv" || (e.type === "Identifier" && given.has(e.name)) || isSliceOf(e, isList);
  const isItem = (e: Node | ts.Super): boolean =>
    e.type === "MemberExpression"
      ? e.computed && isList(e.object)
      : e.type === "CallExpression" && names.get(e.callee) === "itemAt" && e.arguments.slice(0, 1).some(isList);
  const reads = ({ callee, arguments: [from] }: ts.CallExpression): boolean => {
    const helper = names.get(callee) ?? "";
    return from !== undefined && (READERS.has(helper) ? isList(from) : CONVERSIONS.has(helper) && isItem(from));
  };
  let uses = 0;
  const visit = (node: object): void => {
    if (isNode(node, "ImportDeclaration")) return;
    if (isNode(node, "Identifier") && helpers.has(names.get(node) ?? "")) uses++;
    // The identifier is the same wherever the name stands.
    if (isNode(node, "CallExpression") && reads(node)) uses--;
    for (const [key, part] of Object.entries(node) as [string, unknown][])
      if (key !== "loc" && typeof part === "object" && part !== null) visit(part);
  };
  visit(statements);
  return uses;
}

const isNode = <T extends ts.TsNode["type"]>(node: object, type: T): node is Extract<ts.TsNode, { type: T }> =>
  "type" in node && node.type === type;

/** `argv.slice(1)`. */
const isSliceOf = (e: Node | ts.Super, isList: (e: Node | ts.Super) => boolean): boolean =>
  e.type === "CallExpression" &&
  e.callee.type === "MemberExpression" &&
  e.callee.property.type === "Identifier" &&
  e.callee.property.name === "slice" &&
  isList(e.callee.object);

/** What parameters are called here that every call gives `sys.argv` or a slice of it: `main(sys.argv[1:])`. Nothing else has the name. */
function argumentLists(context: Context): ReadonlySet<string> {
  const given = new Map<string, boolean>();
  walk(context.module.tree, (node) => {
    if (node.kind !== "Call") return;
    for (const { node: callee } of context.facts.callees.get(node) ?? [])
      callee.params.positional.forEach(({ target }, i) => {
        const arg = node.args[i];
        if (target.kind !== "Name" || !arg) return;
        given.set(target.id, (given.get(target.id) ?? true) && isArguments(context, arg));
      });
  });
  const owners = new Map<string, Set<unknown>>();
  for (const [, symbol] of context.module.bindings.symbols)
    owners.set(symbol.name, (owners.get(symbol.name) ?? new Set()).add(symbol));
  const lists = [...given].filter(([name, isGiven]) => isGiven && owners.get(name)?.size === 1);
  return new Set(lists.map(([name]) => context.names.variable(name)));
}

function isArguments(context: Context, e: py.Expression): boolean {
  if (e.kind === "Subscript") return e.slice.type === "slice" && isArguments(context, e.value);
  const type = e.kind === "Attribute" ? context.typeOf(e.value) : null;
  return e.kind === "Attribute" && e.attr === "argv" && type?.k === "module" && type.name === "sys";
}
