import { everyHas } from "../analysis/class-support.ts";
import { members } from "../analysis/join.ts";
import { areIntegers, sliceMethod, type SlicePart } from "../analysis/slices.ts";
import { isNewStyle } from "../analysis/special-methods.ts";
import type { Type } from "../analysis/types.ts";
import { call, construct, method, spread } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { isQuiet } from "./quiet.ts";
import { boundOf, intBounds } from "./subscript.ts";

/**
 * A slice of an object of the program's classes, read, stored in or deleted; the reason where it cannot be written, null for no such object.
 *   deck[1:3]     →  deck.__getitem__(new Slice(1, 3))
 *   track[:-1]    →  track.__getslice__(...sliceBounds(track, null, -1))
 */
export function objectSlice(
  context: Context,
  target: py.Subscript,
  part: SlicePart,
  type: Type,
  use: "get" | "set" | "delete",
  more: readonly ts.Expression[] = [],
): ts.Expression | string | null {
  const found = members(type).map((m) =>
    m.k === "instance" && !m.cls.isOpaque ? sliceMethod(m.cls, part, use) : null,
  );
  const [first] = found;
  if (!first || !everyHas(type, first.name) || found.some((f) => f?.name !== first.name || f.given !== first.given))
    return null;
  if (found.some((f) => f?.method.fn.async || f?.method.wraps))
    return "a slice of an object that waits, or is decorated";
  if (!intBounds(context, part)) return "a slice whose bounds are not known to be integers";
  const object = expression(context, target.value);
  const written = [boundOf(context, part.lower), boundOf(context, part.upper)];
  const made = (args: readonly (ts.Expression | ts.SpreadElement)[]): ts.Expression =>
    method(object, first.name, [...args, ...more]);
  const slice = (args: readonly (ts.Expression | ts.SpreadElement)[]): ts.Expression =>
    made([construct(context.runtime("python", "Slice"), args)]);
  if (first.given === "slice") return slice([...written, ...(isGiven(part.step) ? [boundOf(context, part.step)] : [])]);
  const own = first.given === "bounds" ? made : slice;
  if (isPlain(part.lower) && isPlain(part.upper)) return own(written);
  if (!areIntegers(part, (e) => context.typeOf(e)))
    return "a slice whose bounds may be None, of what asks for integers";
  if (!isQuiet(context, target.value)) return "a slice of an object that is made here, which is asked for its length";
  const isOld = members(type).some((m) => m.k === "instance" && !isNewStyle(m.cls) && !m.cls.findMethod("__len__"));
  if (isOld) return "a slice of an object of an old-style class, which is asked for its length";
  if (!part.upper)
    context.report("A0137", "the end that a slice without one has is only compared, or taken for an index", target);
  return own([spread(call(context.runtime("python", "sliceBounds"), [object, ...written]))]);
}

const isGiven = (e: py.Expression | null): e is py.Expression => e !== null && !(e.kind === "Name" && e.id === "None");

/** A bound that is no less than 0 for sure. */
const isPlain = (e: py.Expression | null): boolean => e?.kind === "Num" && e.number.type === "int";

/** What takes an index or a slice, by the name of its runtime: takeItem(items, key) */
export const byKey = (
  context: Context,
  feature: "takeItem" | "putItem" | "dropItem",
  object: ts.Expression,
  key: py.Expression,
  more: readonly ts.Expression[] = [],
): ts.Expression => call(context.runtime("python", feature), [object, expression(context, key), ...more]);
