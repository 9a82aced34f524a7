import { negated } from "./zero-sign.ts";
import { as, binary as binaryNode, call, id, member, not, number, unary } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { namedText, namesKinds, namesText } from "../library/mixed-text.ts";
import { mixtureAt } from "./mixture.ts";
import { library } from "../library/index.ts";
import { emitLibraryCall } from "./library-call.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { isDynamic } from "../analysis/dynamic.ts";
import { tsType } from "./types.ts";
import { everyHas } from "../analysis/class-support.ts";
import { unaryMethods, isOldInstance } from "../analysis/special-methods.ts";
import { condition } from "./truth.ts";
import { has, isLong, only, without } from "../analysis/kinds.ts";
import { isPoison, members } from "../analysis/join.ts";
import { positionalArguments } from "../library/signature.ts";
import { expression } from "./expression.ts";

/** `-x`, `+x`, `~x` and `not x`. */
export function unaryOp(context: Context, node: py.UnaryOp): ts.Expression {
  if (node.op === "not") return not(condition(context, node.operand));
  const type = context.typeOf(node.operand);
  if (node.op === "~" && only(type, "float"))
    return context.untranslated("U0104", "~ of a float: Python raises TypeError", node);
  const operand = expression(context, node.operand);
  const own = unaryMethods[node.op] ?? "";
  if (everyHas(type, own)) return call(member(operand, own));
  const libraryMethod = type.k === "lib" ? library.memberEntry(type, own) : null;
  if (libraryMethod?.kind === "function")
    return emitLibraryCall(context, libraryMethod, node, operand, type, positionalArguments(libraryMethod));
  // JavaScript's own `~` cuts to 32 bits.
  if (node.op === "~" && members(type).length > 0 && only(type, "int", "bool"))
    return binaryNode("-", unary("-", number(1)), only(type, "int") ? operand : call(id("Number"), [operand]));
  if (isLong(type) && only(type, "long"))
    return node.op === "+"
      ? operand
      : call(context.runtime("python", node.op === "-" ? "longNegate" : "longInvert"), [operand]);
  if (node.op === "~" && !isPoison(type) && !isDynamic(type))
    return context.untranslated("U0104", "unary ~ of a value of unknown type", node);
  if (node.op === "-" && operand.type === "Literal" && typeof operand.value === "number")
    return operand.value === 0 && only(type, "int") ? operand : unary("-", operand);
  if (only(type, "int", "float", "poison")) {
    if (node.op === "+") return operand;
    return only(type, "int") ? negated(context, node, operand) : unary(node.op, operand);
  }
  if (only(type, "bool", "int")) {
    const converted = call(id("Number"), [operand]);
    return node.op === "+" ? converted : negated(context, node, converted);
  }
  if (members(type).some(isOldInstance))
    return context.untranslated("U0104", `unary ${node.op} of an object of an old-style class`, node);
  if (isDynamic(type)) {
    namesKinds(mixtureAt(context, node), without(type, "float"));
    namesText(mixtureAt(context, node), type);
    // A whole float is not told from an int, and an int has no -0.
    if (node.op === "-" && has(type, "float"))
      context.report("A0103", "- of what may be a float, whose zero has a sign", node);
    const made = call(context.runtime("python", dynamicOperators[node.op]), [operand, ...namedText(type)]);
    const result = context.typeOf(node);
    return only(result, "json", "unknown") ? made : as(made, tsType(context, result));
  }
  return context.untranslated("U0104", `unary ${node.op} of a value of unknown type`, node);
}

const dynamicOperators = { "-": "negate", "+": "positive", "~": "invert" } as const;
