import { isException } from "../analysis/exception-type.ts";
import { pythonKind } from "../analysis/python-kinds.ts";
import { type Type } from "../analysis/types.ts";
import { as, binary, call, id, member, string, unary } from "../emit/build.ts";
import { everyHas } from "../analysis/class-support.ts";
import type { ClassInfo } from "../analysis/entities.ts";
import { isNewStyle, unaryMethods } from "../analysis/special-methods.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { heldCall } from "./adapter.ts";
import { plainArguments } from "./arguments.ts";
import { getattr, hasattr } from "./attribute-test.ts";
import { baseCall } from "./base-call.ts";
import { markEager } from "./comprehension.ts";
import type { Context } from "./context.ts";
import { makesDictSubclasses } from "./dict-subclasses.ts";
import { reportErrorText } from "./error-text.ts";
import { expression } from "./expression.ts";
import { maybeFunctionCall, maybeNoneCall } from "./guarded-call.ts";
import { isinstance } from "./instance-test.ts";
import { tellsKinds } from "./kind-test.ts";
import { library } from "../library/index.ts";
import { emitLibraryCall, libraryFunction } from "./library-call.ts";
import { namedAttribute, ofObject } from "./named-attribute.ts";
import { namedTupleMade } from "./named-tuple.ts";
import { madeByNew } from "./made-by-new.ts";
import { head, isOfStandIn } from "./stand-in.ts";
import { issubclass } from "./subclass-test.ts";
import { isOrigin, unknownCallee } from "./unknown-callee.ts";
import { asUnicodeValue, saysUnicode } from "./unicode-text.ts";
import { userCall } from "./user-call.ts";
import { has } from "../analysis/kinds.ts";
import { mayBeBuiltin, ownOrAnother } from "./unset-read.ts";
import { members } from "../analysis/join.ts";
import { isQuiet } from "./quiet.ts";
import { positionalArguments } from "../library/signature.ts";
import { tsType } from "./types.ts";
import { methodCall } from "./library-method.ts";

/** `callee(arguments)`. */
export function callExpression(context: Context, node: py.Call): ts.Expression {
  markEager(context, node);
  const callee = context.typeOf(node.func);
  reportErrorText(context, callee, node.args);
  const special = specialCall(context, node);
  if (special) return special;
  const mark = node.func.kind === "Name" && mayBeBuiltin(context, node.func) ? ownOrAnother(context, node.func) : null;
  if (mark) return call(mark, plainArguments(context, node));
  const kinds = members(callee);
  const [first] = kinds;
  if (!first) return unknownCallee(context, node);
  const held = heldCall(context, node, kinds);
  if (held) return held;
  // Objects with `__call__` and functions are called in different ways.
  if ((["func", "class", "instance"] as const).some((k) => kinds.every((m) => m.k === k)))
    return userCall(context, node, kinds);
  const perhaps = maybeNoneCall(context, node, kinds) ?? maybeFunctionCall(context, node, kinds);
  if (perhaps) return perhaps;
  if (kinds.every((m) => m.k === "method")) return methodCall(context, node, kinds as (Type & { k: "method" })[]);
  if (kinds.length > 1) return unknownCallee(context, node);
  switch (first.k) {
    case "namedtuple":
      return namedTupleMade(context, node, first.of);
    case "libfn":
    case "libclass":
      return libraryFunction(context, node, first);
    case "poison":
      if (isOrigin(context, node.func)) return unknownCallee(context, node);
      // The call of a stand-in throws: so what it is given may be others.
      return call(
        head(context, node.func),
        plainArguments(context, node, isOfStandIn(context, node.func) ? head : expression),
      );
    default:
      return unknownCallee(context, node);
  }
}

function specialCall(context: Context, node: py.Call): ts.Expression | null {
  const { func } = node;
  // Python empties it first.
  if (func.kind === "Attribute" && func.attr === "__init__" && context.typeOf(func.value).k === "list")
    return context.untranslated("U0103", "__init__() of a list that is there", node);
  const hook = ofObject(context, node);
  if (hook) return hook;
  const object = madeByNew(context, node);
  if (object) return object;
  const base = baseCall(context, node);
  if (base) return base;
  if (func.kind !== "Name" || context.module.bindings.symbols.get(func)) return null;
  const byName = namedAttribute(context, node, func.id);
  if (byName) return byName;
  const [first, second] = node.args;
  const own = unaryMethods[func.id];
  if (func.id === "unicode" && first && saysUnicode(context, context.typeOf(first)))
    return asUnicodeValue(context, expression(context, first), context.typeOf(first), node).value;
  if (own && first && node.args.length === 1 && everyHas(context.typeOf(first), own))
    return call(member(expression(context, first), own));
  const asked = own && first && node.args.length === 1 ? context.typeOf(first) : null;
  const entry = own && asked?.k === "lib" ? library.memberEntry(asked, own) : null;
  if (first && asked && entry?.kind === "function")
    return emitLibraryCall(context, entry, node, expression(context, first), asked, positionalArguments(entry));
  switch (func.id) {
    case "isinstance":
      return first && second && node.args.length === 2 ? isinstance(context, node, first, second) : null;
    case "issubclass":
      return first && second && node.args.length === 2 ? issubclass(context, node, first, second) : null;
    case "type": {
      const kinds = first && node.args.length === 1 ? members(context.typeOf(first)) : [];
      if (first && kinds.length > 0 && kinds.every(isException))
        return member(expression(context, first), "constructor");
      // JavaScript's own `constructor` is of no certain class to TypeScript.
      if (first && kinds.length > 0 && kinds.every((m) => m.k === "instance" && isMade(context, m.cls)))
        return as(member(expression(context, first), "constructor"), tsType(context, context.typeOf(node)));
      return first && node.args.length === 1 ? typeValue(context, first, context.typeOf(node)) : null;
    }
    case "hasattr":
      return first && second?.kind === "Str" && node.args.length === 2
        ? hasattr(context, node, first, second.value)
        : null;
    case "getattr":
      return first && second?.kind === "Str" ? getattr(context, node, first, second.value) : null;
    case "callable":
      return first && node.args.length === 1 ? callable(context, first) : null;
    default:
      return null;
  }
}

/** Objects of the class tell it by themselves: it derives from `object`, and is translated. */
const isMade = (context: Context, cls: ClassInfo): boolean =>
  isNewStyle(cls) && !cls.isOpaque && !context.facts.undone.has(cls);

/** `type(x)` of a value of a built-in type. */
function typeValue(context: Context, subject: py.Expression, made: Type): ts.Expression | null {
  const type = context.typeOf(subject);
  if (made.k !== "lib" || made.name !== "type") return null;
  const [one, ...others] = members(type);
  const kind = one && others.length === 0 ? pythonKind(one) : null;
  // Of an array alone it is not seen which of the two it is.
  const isInteger = members(type).every((m) => m.k === "int" || (m.k === "long" && !m.mixed));
  if (kind === null && !isInteger && (has(type, "tuple", "sequence", "unicode") || !tellsKinds(context, [type])))
    return null;
  if (has(type, "dict", "json") && makesDictSubclasses(context.program)) return null;
  if (has(type, "json")) {
    const mayBeStr = has(type, "str") || has(context.facts.storedInJson.type, "str");
    return mayBeStr ? null : call(context.runtime("python", "typeOfJson"), [expression(context, subject)]);
  }
  const feature = context.runtime("python", "typeOf");
  return call(feature, kind === null ? [expression(context, subject)] : [expression(context, subject), string(kind)]);
}

/** `callable(x)`: a function, or an object whose class has `__call__`. */
function callable(context: Context, subject: py.Expression): ts.Expression {
  const kinds = members(context.typeOf(subject));
  // Functions and classes of the library are no values of the translation.
  const isKnown = kinds.length > 0 && kinds.every((m) => ["libfn", "libclass", "method"].includes(m.k));
  if (isKnown && isQuiet(context, subject)) return id("true");
  const value = expression(context, subject);
  const perhaps = members(context.typeOf(subject)).some(
    (m) => m.k === "unknown" || m.k === "poison" || (m.k === "instance" && m.cls.findMethod("__call__") !== null),
  );
  if (perhaps) return call(context.runtime("python", "isCallable"), [value]);
  return binary("===", unary("typeof", value), string("function"));
}
