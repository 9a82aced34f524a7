import { isAscii, only } from "../analysis/kinds.ts";
import type { Conversion } from "../analysis/percent-format.ts";
import type { Type } from "../analysis/types.ts";
import { method, number, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { isNonNegative } from "./non-negative.ts";

/** What a width of a format fills up with, and on which side. */
export interface Padding {
  readonly width: number;
  readonly atEnd: boolean;
  readonly zeros: boolean;
}

/**
 * The padding of a conversion that is JavaScript's own: `%5d` and `%-5d` of an int, `%05d` of one that has no sign, since Python puts
 * the zeros behind it, `%-10s` of text that is ASCII, since Python counts bytes. Null for any other.
 */
export function paddingOf(
  context: Context,
  { kind, spec, stars }: Conversion,
  { type, node }: { readonly type: Type; readonly node: py.Expression },
): Padding | null {
  const [, flags, width] = /^%([-0]?)([1-9]\d*)[a-z]$/.exec(spec) ?? [];
  if (flags === undefined || width === undefined || stars > 0) return null;
  const padding = { width: Number(width), atEnd: flags === "-", zeros: flags === "0" };
  if (kind === "s") return isAscii(type) && !padding.zeros ? padding : null;
  if (!"di".includes(kind) || !only(type, "int")) return null;
  return !padding.zeros || isNonNegative(context, node) ? padding : null;
}

/** `String(n).padStart(5)`, `name.padEnd(10)`, `String(n).padStart(2, "0")`. */
export const padded = (text: ts.Expression, { width, atEnd, zeros }: Padding): ts.Expression =>
  method(text, atEnd ? "padEnd" : "padStart", zeros ? [number(width), string("0")] : [number(width)]);
