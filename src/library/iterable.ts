import { isDynamic } from "../analysis/dynamic.ts";
import { sequenceElement } from "../analysis/element.ts";
import { type Type } from "../analysis/types.ts";
import { isIterableObject } from "../analysis/special-methods.ts";
import { array, as, member, method, spread, typeRef, call, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { CallEmit, CallTypes } from "./entry.ts";
import { exceptionClasses } from "./exception-classes.ts";
import { countsCharacters, iterateCall } from "./mixed-text.ts";
import { libraryTypes } from "./library-types.ts";
import { namedItems } from "./named-tuples.ts";
import { sizedTypes } from "./sized-types.ts";
import { isAscii, isText, only, without, has } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";

/** What going through a value yields. */
export const elementOf = (c: CallTypes, type: Type): Type =>
  union(members(type).map((m) => sequenceElement(m, c.clock)));

/** An argument as an array or other JavaScript iterable; the reason when it is not known to be one. */
export const iterable = (c: CallEmit, name: string): ts.Expression | string =>
  iterableTs(c, c.ts(name), c.type(name), name);

/**
 * A value as an array or other JavaScript iterable: strings, lists, tuples, sets and generators are; a dict iterates over its keys.
 * `name` is what the reason calls it.
 */
export function iterableTs(c: CallEmit, value: ts.Expression, type: Type, name = "items"): ts.Expression | string {
  if (only(type, "dict")) return method(value, "keys");
  if (only(type, "list", "tuple", "sequence", "set", "iter") || namedItems(type)) return value;
  if (type.k === "lib" && sizedTypes.has(type.name)) return value;
  if (isText(type)) return countsCharacters(type) || isAscii(type) ? value : iterateCall(c, value, type);
  if (isDynamic(type) || isIterableObject(type)) {
    const items = iterateCall(c, value, type);
    // Of several kinds of containers TypeScript does not tell what they hold.
    const isTold =
      type.k === "union" && members(type).every((m) => has(m, "list", "set", "dict", "tuple", "iter", "sequence"));
    return isTold ? as(items, typeRef("Iterable", [c.tsType(elementOf(c, type))])) : items;
  }
  // None is refused by the runtime, as by Python.
  if (isIterableObject(without(type, "none")))
    return as(iterateCall(c, value, type), typeRef("Iterable", [c.tsType(elementOf(c, without(type, "none")))]));
  if (type.k === "lib") {
    if (exceptionClasses.has(type.name)) return member(value, "args");
    const known = libraryTypes.get(type.name);
    if (known?.asyncIteration === true) return "going over it here would have to wait: go over it with a for loop";
    const runtime: CallEmit["runtime"] = (barrel, feature) => c.runtime(barrel, feature);
    const nodeImport: CallEmit["nodeImport"] = (module, feature) => c.nodeImport(module, feature);
    if (known?.iterate)
      return known.iterate({
        receiver: type,
        receiverTs: value,
        runtime,
        nodeImport,
        assume: c.assume,
        hazard: c.hazard,
      });
  }
  return `iterating over ${name} of this type is not known`;
}

/** What may be nothing to go over is asked, with what Python says of it; None is gone from the type then. */
export function askedIterable(c: CallEmit, value: ts.Expression, type: Type, message: string): ts.Expression | string {
  if (!has(type, "none", "bool", "int", "long", "float", "unknown", "json")) return iterableTs(c, value, type);
  const asked = call(c.runtime("python", "iterableOr"), [value, string(message)]);
  const some = without(type, "none");
  return iterableTs(c, asked, some.k === "never" ? type : some);
}

/** A comprehension that is an array already. */
export const isArray = (value: ts.Expression): boolean =>
  value.type === "ArrayExpression" ||
  isArrayFrom(value) ||
  (value.type === "CallExpression" &&
    value.callee.type === "MemberExpression" &&
    value.callee.property.type === "Identifier" &&
    (value.callee.property.name === "map" || value.callee.property.name === "filter") &&
    value.arguments[0]?.type === "ArrowFunctionExpression");

/** `Array.from(…)`. */
const isArrayFrom = (value: ts.Expression): boolean =>
  value.type === "CallExpression" &&
  value.callee.type === "MemberExpression" &&
  value.callee.object.type === "Identifier" &&
  value.callee.object.name === "Array";

/** The same as an array. */
export function arrayOf(c: CallEmit, name: string): ts.Expression | string {
  const type = c.type(name);
  if (only(type, "list", "tuple", "sequence")) return c.ts(name);
  const it = iterable(c, name);
  return typeof it === "string" || (c.node(name)?.kind === "GeneratorExp" && isArray(it)) ? it : array([spread(it)]);
}
