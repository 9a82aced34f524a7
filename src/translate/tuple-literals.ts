import { describe } from "../analysis/describe.ts";
import { type Type } from "../analysis/types.ts";
import { as } from "../emit/build.ts";
import { isNode, type Node, replace } from "../emit/nodes.ts";
import type * as ts from "../emit/tree.ts";
import { runtimeInference } from "../runtime-manifest.ts";
import type { Context } from "./context.ts";
import { isClassTuple, tsType } from "./types.ts";
import { members } from "../analysis/join.ts";

/**
 * Says of tuples, and of lists of tuples, what they are where nothing around them tells TypeScript, to which `["a", 1]` by itself is an
 * array of texts and numbers:
 *
 *     for (const [name, n] of [["a", 1]])  →  for (const [name, n] of [["a", 1]] as [string, number][])
 */
export function assertTuples(context: Context, statements: readonly ts.Statement[]): void {
  if (context.tuples.size === 0) return;
  const inference = runtimeInference();
  const functions: Inferring = new Map(
    context.runtimeImports.map(({ local, name }) => [local, inference.get(name) ?? []]),
  );
  const walk = (node: Node, place: Place): void => {
    for (const [key, value] of Object.entries(node))
      for (const [at, child] of (Array.isArray(value) ? value : [value]).entries()) {
        if (!isNode(child)) continue;
        const inner = placeIn(node, key, at, place, functions);
        const type = child.type === "ArrayExpression" ? context.tuples.get(child) : undefined;
        const isSaid = type !== undefined && !inner.isTold && needsType(type, inner.isTaken);
        if (isSaid) replace(node, key, child, as(child as ts.Expression, tsType(context, type)));
        walk(child, isSaid ? told : inner);
      }
  };
  for (const statement of statements) walk(statement, told);
}

/** Functions and classes of the runtime, with the places of the arguments that TypeScript infers their types from. */
type Inferring = ReadonlyMap<ts.Identifier, readonly number[]>;

/** What surrounds an expression. */
interface Place {
  /** TypeScript knows the type that is wanted: a declaration, a parameter or a result says it. */
  readonly isTold: boolean;
  /** The items are taken out at once: an array of one kind of value does. */
  readonly isTaken: boolean;
  /** The function around says what it gives. */
  readonly givesTold: boolean;
  /** What is wanted is told of what a call gives, which TypeScript hands on to its arguments: of one call, not of calls in calls. */
  readonly isOfResult?: boolean;
}

const told: Place = { isTold: true, isTaken: false, givesTold: true };

/** Methods that give what the function gives that they are passed. */
const MAPPING: ReadonlySet<string> = new Set(["map", "flatMap", "reduce", "from", "of", "all"]);

/** What surrounds the part `key` of a node that stands at `place`; of several, that at `index`. */
function placeIn(node: Node, key: string, index: number, place: Place, functions: Inferring): Place {
  const at = (isTold: boolean): Place => ({ isTold, isTaken: false, givesTold: place.givesTold });
  switch (node.type) {
    case "VariableDeclarator":
      return at(node.id.type !== "Identifier" || node.id.typeAnnotation !== undefined);
    case "PropertyDefinition":
      return at(node.typeAnnotation !== undefined);
    case "AssignmentPattern":
      return at(node.left.typeAnnotation !== undefined);
    case "FunctionDeclaration":
    case "FunctionExpression":
      return {
        ...at(false),
        givesTold: node.returnType !== undefined || (node.type === "FunctionExpression" && place.isTold),
      };
    case "ArrowFunctionExpression": {
      const givesTold = node.returnType !== undefined || place.isTold;
      return { isTold: key === "body" && givesTold, isTaken: false, givesTold };
    }
    case "ReturnStatement":
    case "YieldExpression":
      return at(place.givesTold);
    case "ForOfStatement":
      return key === "right" ? { ...at(false), isTaken: true } : at(false);
    case "MemberExpression":
      return { ...at(false), isTaken: key === "object" };
    case "CallExpression":
    case "NewExpression": {
      if (key !== "arguments" || takesAnything(node.callee, index)) return at(false);
      if (node.typeArguments !== undefined || !infers(node.callee, index, functions)) return at(true);
      // Of what a class is made of nothing is told by where its object goes.
      const isOfResult = node.type === "CallExpression" && place.isTold && !place.isOfResult;
      return { ...at(isOfResult), isOfResult };
    }
    case "ArrayExpression":
    case "ObjectExpression":
    case "Property":
    case "AwaitExpression":
    case "LogicalExpression":
      return { ...place, isTaken: false };
    case "SpreadElement":
      // Nothing is told of what a method gives that is spread: `[...rows.map((row) => [row.id, row])]`.
      return isMapping(node.argument) ? at(false) : { ...place, isTaken: false };
    case "ConditionalExpression":
      return key === "test" ? at(false) : { ...place, isTaken: false };
    case "AssignmentExpression":
    case "TSAsExpression":
    case "ExpressionStatement":
    case "ThrowStatement":
      return at(true);
    default:
      return at(false);
  }
}

const isMapping = (node: ts.Expression): boolean =>
  node.type === "CallExpression" &&
  node.callee.type === "MemberExpression" &&
  node.callee.property.type === "Identifier" &&
  MAPPING.has(node.callee.property.name);

/** A function that stands there has its parameters' types from what it is given. */
function takesAnything(callee: ts.Expression | ts.Super, index: number): boolean {
  const parameter = callee.type === "ArrowFunctionExpression" ? callee.params[index] : undefined;
  return parameter?.type === "Identifier" && parameter.typeAnnotation === undefined;
}

/** TypeScript takes a type from the argument, rather than the other way round. */
function infers(callee: ts.Expression | ts.Super, index: number, functions: Inferring): boolean {
  if (callee.type === "Identifier") return functions.get(callee)?.includes(index) ?? false;
  return (
    callee.type === "MemberExpression" && callee.property.type === "Identifier" && MAPPING.has(callee.property.name)
  );
}

function needsType(type: Type, isTaken: boolean): boolean {
  return isTaken ? isOrHolds(type, isUneven) : holdsTuple(type);
}

/** A tuple that TypeScript takes for an array, or a list or tuple of such. */
export const holdsTuple = (type: Type): boolean => isOrHolds(type, isTuple);

const isOrHolds = (type: Type, is: (m: Type) => boolean): boolean =>
  members(type).some(
    (m) =>
      is(m) ||
      (m.k === "list" && members(m.elem.type).some(is)) ||
      (m.k === "tuple" && m.items.some((item) => members(item).some(is))),
  );

export const isTuple = (type: Type): boolean =>
  isUneven(type) || (type.k === "tuple" && [1, 2].includes(type.items.length) && !isClassTuple(type));

/** A tuple of different types of values: an int and a float are both numbers, but shown differently. */
const isUneven = (type: Type): boolean =>
  type.k === "tuple" && !isClassTuple(type) && new Set(type.items.map(describe)).size > 1;
