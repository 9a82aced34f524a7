import { isException } from "../analysis/exception-type.ts";
import { members } from "../analysis/join.ts";
import { MESSAGE } from "../library/urllib2-names.ts";
import type { PySymbol } from "../program/scope.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { isText, only } from "../analysis/kinds.ts";

/** How many variables a value is followed through. */
const DEPTH = 4;

/** What is printed of the value certainly does not end in a line end or a tab, after which Python's `print` leaves out the blank. */
export function endsPlainly(context: Context, e: py.Expression, depth = DEPTH): boolean {
  const ends = (part: py.Expression | undefined): boolean => part !== undefined && endsPlainly(context, part, depth);
  if (e.kind === "Str") return !/[\t-\r]$/.test(e.value);
  if (isShown(context, e)) return true;
  if (depth === 0) return false;
  switch (e.kind) {
    case "Name": {
      const symbol = context.module.bindings.symbols.get(e);
      return symbol !== undefined && isPlainVariable(context, symbol, depth - 1);
    }
    case "BinOp":
      if (e.op === "+") return ends(e.right) && ((e.right.kind === "Str" && e.right.value !== "") || ends(e.left));
      if (e.op === "*") return ends(e.left) && ends(e.right);
      return e.op === "%" && e.left.kind === "Str" && formatEndsPlainly(context, e.left.value, e.right, ends);
    case "IfExp":
      return ends(e.body) && ends(e.orelse);
    case "BoolOp":
      return e.values.every(ends);
    case "Call":
      return callEndsPlainly(context, e, ends);
    case "Attribute":
      // The name of an exception's class of the library.
      return (
        e.attr === "__name__" &&
        e.value.kind === "Attribute" &&
        e.value.attr === "__class__" &&
        members(context.typeOf(e.value.value)).every((m) => m.k === "lib" && isException(m))
      );
    default:
      return false;
  }
}

/** Numbers and containers show no space at their end. */
function isShown(context: Context, e: py.Expression): boolean {
  const type = context.typeOf(e);
  return only(
    type,
    "int",
    "long",
    "float",
    "bool",
    "none",
    "list",
    "tuple",
    "sequence",
    "dict",
    "set",
    "class",
    "libclass",
  );
}

/** The repr of a value of the program's own classes is theirs; any other ends in a quote, a bracket or the like. */
const isReprPlain = (context: Context, e: py.Expression): boolean => isText(context.typeOf(e)) || isShown(context, e);

const FIELD_TEXTS: ReadonlySet<string> = new Set("get getheader gettype getmaintype getsubtype".split(" "));

/** Every value that the variable gets is written in the program and ends plainly. */
function isPlainVariable(context: Context, symbol: PySymbol, depth: number): boolean {
  if (symbol.isParameter || symbol.writes.length === 0) return false;
  return symbol.writes.every(({ place, node }) => {
    const statement = place.block.body[place.index];
    if (statement?.kind === "Assign" && statement.targets.length === 1 && statement.targets[0] === node)
      return endsPlainly(context, statement.value, depth);
    if (statement?.kind !== "For" || statement.target !== node) return false;
    return itemsEndPlainly(context, statement.iter, depth);
  });
}

function itemsEndPlainly(context: Context, iter: py.Expression, depth: number): boolean {
  if (iter.kind === "List" || iter.kind === "Tuple") return iter.elts.every((elt) => endsPlainly(context, elt, depth));
  if (iter.kind === "Str") return !/[\t-\r]/.test(iter.value);
  // What `split()` leaves has no such end.
  return (
    iter.kind === "Call" &&
    iter.func.kind === "Attribute" &&
    iter.func.attr === "split" &&
    iter.args.length === 0 &&
    isText(context.typeOf(iter.func.value))
  );
}

/** The end of a format: its own text, or what its last directive shows. */
function formatEndsPlainly(
  context: Context,
  format: string,
  right: py.Expression,
  ends: (e: py.Expression | undefined) => boolean,
): boolean {
  const last = /%(?:\([^)]*\))?[-+ 0#]*[\d*]*(?:\.[\d*]+)?([a-zA-Z%])$/.exec(format)?.[1];
  if (last === undefined) return format !== "" && !/[\t-\r]$/.test(format);
  if (/[dioxXeEfFgG%]/.test(last)) return true;
  const shown = right.kind === "Tuple" ? right.elts.at(-1) : right.kind === "Dict" ? undefined : right;
  return last === "s" ? ends(shown) : last === "r" && shown !== undefined && isReprPlain(context, shown);
}

function callEndsPlainly(context: Context, node: py.Call, ends: (e: py.Expression | undefined) => boolean): boolean {
  const { func, args } = node;
  const builtin = builtinCalled(context.module.bindings, node);
  if (builtin === "repr") return args[0] !== undefined && isReprPlain(context, args[0]);
  if (builtin !== null) return builtin === "hex" || (builtin === "str" && ends(args[0]));
  if (func.kind !== "Attribute") return false;
  const owner = context.typeOf(func.value);
  // Python strips the values of header fields.
  if (owner.k === "lib" && owner.name === MESSAGE)
    return FIELD_TEXTS.has(func.attr) && (args[1] === undefined || ends(args[1]));
  if (!isText(owner)) return false;
  if (func.attr === "strip" || func.attr === "rstrip") return args.length === 0;
  if (func.attr === "format" && func.value.kind === "Str") return /[^}\s]$/.test(func.value.value);
  return (
    ["upper", "lower", "title", "capitalize", "swapcase", "rjust", "zfill"].includes(func.attr) && ends(func.value)
  );
}
