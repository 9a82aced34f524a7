import { describeKinds } from "../analysis/describe.ts";
import { mayBe, surelyIs } from "../analysis/narrow.ts";
import { isException, isExceptionClass } from "../analysis/exception-type.ts";
import { type Type } from "../analysis/types.ts";
import { call, construct, id, statement, throws } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import { parseSignature } from "../library/signature.ts";
import { CAUGHT } from "../library/sys.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { reportErrorText } from "./error-text.ts";
import { madeFrom } from "./arguments.ts";
import { expression } from "./expression.ts";
import { misfit } from "../analysis/call-fit.ts";
import { userCall } from "./user-call.ts";
import { members } from "../analysis/join.ts";
import { only } from "../analysis/kinds.ts";

/** `raise`: of what is being handled, of an instance, of a class, and `raise Class, value`. */
export function raise(context: Context, node: py.Raise): ts.Statement[] {
  if (node.cause) return [statement(context.untranslated("U0103", "raise … from: the file is Python 3", node))];
  if (!node.type) {
    const caught = context.frame.caught.at(-1);
    if (caught) return [throws(id(caught))];
    return [statement(context.untranslated("U0103", "a bare raise outside of a handler", node))];
  }
  const status = exitStatus(context, node.type, node.inst);
  // `raise SystemExit(2)` → `exit(2)`, which throws it and knows what an uncaught one means.
  if (status)
    return [
      statement(
        call(
          context.runtime("python", "exit"),
          status.map((e) => expression(context, e)),
        ),
      ),
    ];
  const type = context.typeOf(node.type);
  if (node.inst) reportErrorText(context, type, node.inst.kind === "Tuple" ? node.inst.elts : [node.inst]);
  const thrown = expression(context, node.type);
  // raise et, ev, tb  →  throw ev
  if (members(type).length > 0 && members(type).every((m) => m.k === "lib" && m.name === CAUGHT) && node.inst) {
    const value = context.typeOf(node.inst);
    if (value.k !== "never" && members(value).every(isRaised)) return [throws(expression(context, node.inst))];
  }
  // `raise E, "m"` → `throw new E("m")`; a traceback as third part has no counterpart and changes nothing that is caught.
  if (members(type).length > 0 && members(type).every((m) => m.k === "class" || m.k === "libclass")) {
    if (!members(type).every(isRaisedClass))
      return [statement(context.untranslated("U0104", "raise of a class that is no exception", node))];
    const unfit = unfitting(context, node, node.type, members(type));
    if (unfit) return unfit;
    if (!node.inst || (node.inst.kind === "Name" && node.inst.id === "None")) {
      const missing = members(type)
        .map(missingArgument)
        .find((reason) => reason !== null);
      if (missing != null) return [statement(context.untranslated("U0105", missing, node))];
      return [throws(construct(thrown))];
    }
    const value = context.typeOf(node.inst);
    // What is of the class already is raised itself; any other value the class is made from.
    if (value.k !== "never" && members(value).every((m) => members(type).every((cls) => surelyIs(m, cls))))
      return [throws(expression(context, node.inst))];
    const isOther = members(value).every((m) => !members(type).some((cls) => mayBe(m, cls)));
    if (only(value, "str", "unicode", "int") || (isOther && only(value, "instance", "lib")))
      return [throws(construct(thrown, [expression(context, node.inst)]))];
    if (node.inst.kind === "Tuple")
      return [
        throws(
          construct(
            thrown,
            node.inst.elts.map((e) => madeFrom(context, e)),
          ),
        ),
      ];
    return [statement(context.untranslated("U0104", `raise with ${describeKinds(value)}`, node))];
  }
  if (members(type).length > 0 && members(type).every((m) => isRaised(m) || m.k === "none" || m.k === "poison")) {
    if (!node.inst || (node.inst.kind === "Name" && node.inst.id === "None")) return [throws(thrown)];
    return [
      statement(context.untranslated("U0104", "raise of an exception with a value: Python raises TypeError", node)),
    ];
  }
  return [statement(context.untranslated("U0104", `raise of ${describeKinds(type)}`, node))];
}

/** `raise AppError`, of a class of the program whose `__init__` does not take what is given, or is no constructor here: it is called as it is. */
function unfitting(
  context: Context,
  { inst, start, end }: py.Raise,
  func: py.Expression,
  classes: readonly Type[],
): ts.Statement[] | null {
  const isNone = inst?.kind === "Name" && inst.id === "None";
  const args = !inst || isNone ? [] : inst.kind === "Tuple" ? inst.elts : [inst];
  const made: py.Call = { kind: "Call", func, args, keywords: [], starargs: null, kwargs: null, start, end };
  const isUnfit = classes.some((m) => {
    const init = m.k === "class" ? m.cls.findMethod("__init__") : null;
    return init && (init.method.fn.initialisesLater || misfit(made, { ...init.method, self: m }) !== null);
  });
  // What is of the class already is raised itself.
  if (!isUnfit || (inst && !isNone && members(context.typeOf(inst)).some((m) => isRaised(m)))) return null;
  const [only, ...others] = classes;
  if (!only || others.length > 0)
    return [
      statement(context.untranslated("U0105", "raise of one of several classes, not all of which take this", made)),
    ];
  return [throws(userCall(context, made, [only]))];
}

/** Why Python raises TypeError instead of making an exception of the library from nothing; null where it makes one. */
function missingArgument(type: Type): string | null {
  const params = type.k === "libclass" ? library.callable(type)?.params : undefined;
  const missing = params === undefined ? undefined : parseSignature(params).find((p) => !p.optional && !p.variadic);
  return missing ? `${missing.name} is missing: Python raises TypeError` : null;
}

/** The arguments of a SystemExit that is raised; null for anything else. */
function exitStatus(
  context: Context,
  type: py.Expression,
  inst: py.Expression | null,
): readonly py.Expression[] | null {
  const cls = type.kind === "Call" && type.keywords.length === 0 && !type.starargs && !type.kwargs ? type.func : type;
  const known = context.typeOf(cls);
  if (known.k !== "libclass" || known.name !== "exceptions.SystemExit") return null;
  return type.kind === "Call" ? type.args : inst ? [inst] : [];
}

/** What `raise` takes for an exception: also one whose base is nowhere at hand. */
const isRaised = (m: Type): boolean => isException(m) || (m.k === "instance" && m.cls.isOpaque);

const isRaisedClass = (m: Type): boolean => isExceptionClass(m) || (m.k === "class" && m.cls.isOpaque);
