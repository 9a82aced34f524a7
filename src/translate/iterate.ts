import { isDynamic } from "../analysis/dynamic.ts";
import { everyHas, isOpaque } from "../analysis/class-support.ts";
import { partly } from "../analysis/built-in-part.ts";
import { sequenceElement } from "../analysis/element.ts";
import { type Type, unknown } from "../analysis/types.ts";
import { anyType, as, call, member, method, neverType, typeRef } from "../emit/build.ts";
import { boundSpecial, isIterableObject } from "../analysis/special-methods.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import { countsCharacters, iterateCall } from "../library/mixed-text.ts";
import { mixtureAt } from "./mixture.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import { callback } from "./callback.ts";
import type { Context } from "./context.ts";
import { eitherIterated } from "./either.ts";
import { expression } from "./expression.ts";
import { tsType } from "./types.ts";
import { has, isText, filter, only, without } from "../analysis/kinds.ts";
import { isPoison, members, union } from "../analysis/join.ts";
import { valueEmit } from "./library-value.ts";

/** The items of objects of the program: what a generator `__iter__` gives, or what the runtime asks their methods for. */
function objectItems(context: Context, node: py.Expression, type: Type): ts.Expression | null {
  const object = expression(context, node);
  const plain = members(type).every((m) => {
    const iter = boundSpecial(m, "__iter__");
    return iter !== null && (iter.fn.isGenerator || only(iter.fn.returns.type, "iter"));
  });
  if (plain) return method(object, "__iter__");
  if (isAsyncIteration(context, node) && !everyHas(type, "__iter__")) return null;
  return call(context.runtime("python", isAsyncIteration(context, node) ? "iterateAsync" : "iterate"), [object]);
}

/** What `f(*items)` hands on: of an object whose class says itself what it goes over, that. */
export function starred(context: Context, node: py.Expression): ts.Expression {
  const made = expression(context, node);
  const isOwn = members(context.typeOf(node)).some((m) => m.k === "instance" && m.cls.findMethod("__iter__") !== null);
  return isOwn ? call(context.runtime("python", "iterate"), [made]) : made;
}

/** Something that `for … of` goes over as Python's `for` would; null where that is not known. */
export function iterated(context: Context, node: py.Expression): ts.Expression | null {
  const type = partly(context.typeOf(node), "__iter__");
  const value = iterationCall(context, node) ?? enumeration(context, node) ?? asyncCalls(context, node);
  if (value) return value;
  if (only(type, "list", "tuple", "sequence", "set", "iter")) return expression(context, node);
  if (only(type, "dict")) return method(expression(context, node), "keys");
  if (isText(type))
    return countsCharacters(type) || ascii(context, node)
      ? expression(context, node)
      : iterateCall(mixtureAt(context, node), expression(context, node), type);
  if (type.k === "lib") {
    if (library.isException(type.name)) return member(expression(context, node), "args");
    const known = library.instanceType(type.name);
    if (known?.iterate) {
      const made = known.iterate(valueEmit(context, expression(context, node), type, node));
      return typeof made === "string" ? null : made;
    }
  }
  const perhaps = has(type, "none") ? without(type, "none") : null;
  const some = perhaps?.k === "lib" && !isAsyncIteration(context, node) ? library.instanceType(perhaps.name) : null;
  if (perhaps && some?.iterate) {
    const present = call(context.runtime("python", "requireIterable"), [expression(context, node)]);
    const made = some.iterate(valueEmit(context, present, perhaps, node));
    if (typeof made !== "string") return made;
  }
  const either = eitherIterated(context, node);
  if (either) return either;
  if (type.k === "poison" || isOpaque(type)) return expression(context, node);
  if (isPoison(type))
    return as(iterateCall(mixtureAt(context, node), expression(context, node), type), typeRef("Iterable", [anyType()]));
  if (isIterableObject(type)) return objectItems(context, node, type);
  // None is refused by the runtime, as by Python.
  if (has(type, "none") && isIterableObject(without(type, "none")) && !isAsyncIteration(context, node)) {
    const item = tsType(context, context.facts.elements.get(node) ?? unknown);
    return as(call(context.runtime("python", "iterate"), [expression(context, node)]), typeRef("Iterable", [item]));
  }
  if (isDynamic(type)) {
    const items = iterateCall(mixtureAt(context, node), expression(context, node), type);
    // What is no container at all: it raises.
    if (only(type, "int", "long", "float", "bool", "none", "func", "class"))
      return as(items, typeRef("Iterable", [neverType()]));
    if (only(withoutEmpty(type), "json", "none") || !has(type, "list", "tuple", "sequence", "dict", "set"))
      return items;
    const item = tsType(context, union(members(type).map((m) => sequenceElement(m, context.facts.clock))));
    return item.type === "TSUnknownKeyword" ? items : as(items, typeRef("Iterable", [item]));
  }
  return null;
}

/** The alternatives without containers that nothing is ever put into: beside JSON values they are some. */
export const withoutEmpty = (type: Type): Type =>
  filter(type, (m) => !(("elem" in m && m.elem.type.k === "never") || (m.k === "dict" && m.value.type.k === "never")));

const ascii = (context: Context, node: py.Expression): boolean =>
  members(context.typeOf(node)).every((m) => m.k === "str" && m.ascii);

/** `for k, v in d.items()` needs no copy of the pairs unless the body changes the dict: then Python 2's list is what keeps it safe. */
function iterationCall(context: Context, node: py.Expression): ts.Expression | null {
  if (node.kind !== "Call" || node.func.kind !== "Attribute" || node.args.length > 0) return null;
  const receiver = partly(context.typeOf(node.func.value), node.func.attr);
  const native = { iteritems: "entries", iterkeys: "keys", itervalues: "values" }[node.func.attr];
  if (!native || receiver.k !== "dict") return null;
  return method(expression(context, node.func.value), native);
}

/** Whether going over it must await each item. */
export function isAsyncIteration(context: Context, node: py.Expression): boolean {
  return context.facts.asyncIterations.has(node);
}

/** `enumerate(items)` of an array, whose `entries()` see what is put into it on the way as Python does, and where the items must be awaited. */
function enumeration(context: Context, node: py.Expression): ts.Expression | null {
  if (node.kind !== "Call") return null;
  const [items, ...more] = node.args;
  if (!items || builtinCalled(context.module.bindings, node) !== "enumerate") return null;
  if (!isAsyncIteration(context, node)) {
    const isPlain = more.length + node.keywords.length === 0 && !node.starargs && !node.kwargs;
    const isArray = only(context.typeOf(items), "list", "tuple", "sequence");
    return isPlain && isArray ? method(expression(context, items), "entries") : null;
  }
  const source = iterated(context, items);
  const start = more.map((e) => expression(context, e));
  return source && call(context.runtime("python", "enumerateAsync"), [source, ...start]);
}

/** `iter(f, sentinel)` of an `f` that must be awaited. */
function asyncCalls(context: Context, node: py.Expression): ts.Expression | null {
  if (node.kind !== "Call" || !isAsyncIteration(context, node)) return null;
  const [f, sentinel] = node.args;
  if (!f || !sentinel || builtinCalled(context.module.bindings, node) !== "iter") return null;
  const made = callback(context, f, [], node, false);
  if (typeof made === "string") return context.untranslated("U0103", made, node);
  return call(context.runtime("python", "callUntilAsync"), [made, expression(context, sentinel)]);
}
