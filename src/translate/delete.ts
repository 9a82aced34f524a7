import { array, assign, awaited, call, id, method, statement, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { partly } from "../analysis/built-in-part.ts";
import { everyHas } from "../analysis/class-support.ts";
import type * as py from "../python/ast.ts";
import { isNewStyle } from "../analysis/special-methods.ts";
import type { PySymbol } from "../program/scope.ts";
import { targetParts } from "../python/targets.ts";
import { deleterName } from "./property.ts";
import { library } from "../library/index.ts";
import type { Context } from "./context.ts";
import { askedForSlice, isIndexOrSlice, maySlice } from "../analysis/slices.ts";
import { byKey, objectSlice } from "./object-slice.ts";
import { expression } from "./expression.ts";
import { isDynamic } from "../analysis/dynamic.ts";
import { has, only } from "../analysis/kinds.ts";
import { asTuple, boundOf, intBounds, keyOf } from "./subscript.ts";
import { keyText } from "../library/mixed-text.ts";
import { mixtureAt } from "./mixture.ts";
import { positionalArguments } from "../library/signature.ts";
import { emitLibraryCall } from "./library-call.ts";

export function deleteStatement(context: Context, node: py.Delete): ts.Statement[] {
  return node.targets.flatMap(targetParts).flatMap((target) => {
    if (target.kind === "Name") {
      const symbol = context.module.bindings.symbols.get(target);
      const hoistedHere = symbol && context.frame.declarations.of(symbol)?.how === "hoisted";
      if (symbol && hoistedHere) return [statement(assign(id(context.symbolName(symbol)), id("undefined")))];
      if (symbol && isForgotten(context, symbol)) return [];
    }
    return [deletion(context, target)];
  });
}

/** Nothing reads the name after it is deleted: that it is gone shows nowhere. */
const isForgotten = (context: Context, symbol: PySymbol): boolean =>
  !context.facts.mayBeUnset(symbol) &&
  !symbol.captured &&
  symbol.scope.node.kind !== "ClassDef" &&
  (symbol.scope.parent !== null || !context.facts.takenFrom(context.module).has(symbol.name));

function deletion(context: Context, target: py.Expression): ts.Statement {
  const attribute = target.kind === "Attribute" ? deleteAttribute(context, target) : null;
  if (attribute) return statement(attribute);
  if (target.kind === "Subscript" && target.slice.type === "index") {
    const type = partly(context.typeOf(target.value), "__delitem__");
    if (everyHas(type, "__delitem__")) {
      const deleted = method(expression(context, target.value), "__delitem__", [
        expression(context, target.slice.value),
      ]);
      return statement(context.facts.awaited.has(target) ? awaited(deleted) : deleted);
    }
    if (maySlice(context.typeOf(target.slice.value)))
      return statement(
        type.k === "list" && isIndexOrSlice(context.typeOf(target.slice.value))
          ? byKey(context, "dropItem", expression(context, target.value), target.slice.value)
          : context.untranslated("U0104", "del by what may be a slice", target),
      );
    const entry = type.k === "lib" ? library.memberEntry(type, "__delitem__") : null;
    if (entry?.kind === "function") {
      const given = positionalArguments(entry, target.slice.value);
      return statement(emitLibraryCall(context, entry, target, expression(context, target.value), type, given));
    }
    // A Counter lets what is not there be taken away.
    if (type.k === "dict" && type.counts)
      return statement(method(expression(context, target.value), "delete", [expression(context, target.slice.value)]));
    if (isDynamic(type)) {
      const key = has(type, "list", "unknown")
        ? keyOf(context, target.slice.value)
        : expression(context, target.slice.value);
      return statement(
        call(context.runtime("python", "deleteItem"), [
          expression(context, target.value),
          key,
          ...asTuple(context, target, type),
          ...(has(type, "dict") ? keyText(mixtureAt(context, target), context.typeOf(target.slice.value)) : []),
        ]),
      );
    }
  }
  const sliced =
    target.kind === "Subscript" && target.slice.type === "slice"
      ? objectSlice(
          context,
          target,
          target.slice,
          partly(context.typeOf(target.value), askedForSlice(target.slice, "delete")),
          "delete",
        )
      : null;
  if (sliced) return statement(typeof sliced === "string" ? context.untranslated("U0104", sliced, target) : sliced);
  if (
    target.kind === "Subscript" &&
    target.slice.type === "slice" &&
    only(partly(context.typeOf(target.value)), "list") &&
    intBounds(context, target.slice)
  ) {
    const { lower, upper, step } = target.slice;
    const args = [expression(context, target.value), boundOf(context, lower), boundOf(context, upper)];
    if (!step) return statement(call(context.runtime("python", "setSlice"), [...args, array([])]));
    if (only(context.typeOf(step), "int", "long"))
      return statement(call(context.runtime("python", "deleteSlice"), [...args, boundOf(context, step)]));
  }
  return statement(context.untranslated("U0103", "this del", target));
}

/** `del object.x` of a property with a deleter; of an attribute that the object has, or Python raises an AttributeError. */
function deleteAttribute(context: Context, target: py.Attribute): ts.Expression | null {
  const type = context.typeOf(target.value);
  if (type.k !== "instance" || type.cls.isOpaque) return null;
  if (type.cls.findMethod("__delattr__"))
    return method(expression(context, target.value), "__delattr__", [string(target.attr)]);
  const property = type.cls.findProperty(target.attr)?.property;
  if (property)
    return property.deleter && method(expression(context, target.value), deleterName(context, target.attr), []);
  if (!type.cls.findAttribute(target.attr) || type.cls.findMethod(target.attr) || type.cls.libraryBase !== null)
    return null;
  return call(context.runtime("python", "deleteAttribute"), [
    expression(context, target.value),
    string(context.names.property(target.attr)),
    string(isNewStyle(type.cls) ? target.attr : `${type.cls.name} instance has no attribute '${target.attr}'`),
  ]);
}
