import { mixes } from "../library/mixed-text.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { isProperty } from "./softspace.ts";
import { has, isNumber, isText, only } from "../analysis/kinds.ts";

/**
 * Nobody can tell when the value is made, or whether it is: making it runs nothing of the program, changes nothing and raises nothing.
 * What is not quiet has to be made where and as often as Python makes it.
 */
export function isQuiet(context: Context, e: py.Expression): boolean {
  const quiet = (part: py.Expression): boolean => isQuiet(context, part);
  switch (e.kind) {
    case "Num":
    case "Str":
      return true;
    case "Lambda":
      return e.params.positional.every((p) => !p.default || quiet(p.default));
    case "Name":
      return !context.facts.unsetReads.has(e);
    case "Attribute":
      return (
        quiet(e.value) &&
        !isProperty(context.typeOf(e.value), e.attr) &&
        !has(context.typeOf(e.value), "none", "json", "unknown")
      );
    case "UnaryOp":
      return quiet(e.operand) && !has(context.typeOf(e.operand), "instance");
    case "BinOp":
      return quiet(e.left) && quiet(e.right) && isQuietOperator(context, e);
    case "BoolOp":
      return e.values.every((value) => quiet(value) && !has(context.typeOf(value), "instance"));
    case "Compare":
      return [e.left, ...e.comparators].every(
        (part) =>
          quiet(part) && !has(context.typeOf(part), "instance") && !mixes(context.typeOf(e.left), context.typeOf(part)),
      );
    case "IfExp":
      return [e.test, e.body, e.orelse].every(quiet) && !has(context.typeOf(e.test), "instance");
    case "Tuple":
    case "List":
      return e.elts.every(quiet);
    case "Dict":
      return e.items.every(({ key, value }) => key !== null && quiet(key) && quiet(value));
    case "Subscript": {
      // An item of a tuple that it certainly has.
      const { slice } = e;
      const type = context.typeOf(e.value);
      if (slice.type === "slice")
        return isText(type) && quiet(e.value) && [slice.lower, slice.upper].every((b) => !b || quiet(b)) && !slice.step;
      if (slice.type !== "index" || type.k !== "tuple" || slice.value.kind !== "Num") return false;
      return quiet(e.value) && Number(slice.value.number.value) < type.items.length;
    }
    case "Call":
      return isQuietCall(context, e);
    default:
      return false;
  }
}

function isQuietOperator(context: Context, { op, left, right }: py.BinOp): boolean {
  const [a, b] = [context.typeOf(left), context.typeOf(right)];
  if (isNumber(a) && isNumber(b)) {
    if (["+", "-", "*", "&", "|", "^"].includes(op)) return true;
    return ["/", "//", "%"].includes(op) && right.kind === "Num" && Number(right.number.value) !== 0;
  }
  return op === "+" && isText(a) && isText(b) && !mixes(a, b);
}

const QUIET_FUNCTIONS: ReadonlySet<string> = new Set("len str repr bool abs isinstance list tuple set dict".split(" "));
const QUIET_METHODS: ReadonlySet<string> = new Set(
  "strip lstrip rstrip upper lower title capitalize startswith endswith replace isdigit isalpha find rfind splitlines".split(
    " ",
  ),
);

function isQuietCall(context: Context, { func, args, keywords, starargs, kwargs }: py.Call): boolean {
  if (keywords.length > 0 || starargs || kwargs) return false;
  const plain = (e: py.Expression): boolean =>
    isQuiet(context, e) &&
    only(
      context.typeOf(e),
      "int",
      "float",
      "bool",
      "none",
      "str",
      "unicode",
      "list",
      "tuple",
      "dict",
      "set",
      "libclass",
    );
  if (func.kind === "Name")
    return (
      QUIET_FUNCTIONS.has(func.id) &&
      !(func.id === "str" && args.some((arg) => has(context.typeOf(arg), "unicode"))) &&
      !context.module.bindings.symbols.get(func) &&
      args.every(plain)
    );
  if (func.kind !== "Attribute" || !QUIET_METHODS.has(func.attr)) return false;
  const receiver = context.typeOf(func.value);
  if (args.some((arg) => mixes(receiver, context.typeOf(arg)))) return false;
  return isText(receiver) && [func.value, ...args].every(plain);
}
