import { isDynamic } from "../analysis/dynamic.ts";
import { isOpaque } from "../analysis/class-support.ts";
import { boundSpecial, isIterableObject, isOldInstance } from "../analysis/special-methods.ts";
import { call, method } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import { asUnicode, mixes, namedText, namesKinds, namesText } from "../library/mixed-text.ts";
import { confusesSequences } from "../analysis/comparable.ts";
import { partly } from "../analysis/built-in-part.ts";
import { sequenceElement } from "../analysis/element.ts";
import type * as py from "../python/ast.ts";
import { waitsToIterate } from "../analysis/iterations.ts";
import { mayCatchExit } from "./generator-exit.ts";
import { isAsciiLiteral } from "./ascii-literal.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { inOrder, partsOf } from "./in-order.ts";
import { mixtureAt } from "./mixture.ts";
import { loudness } from "./steady.ts";
import { members, union } from "../analysis/join.ts";
import { has, isText, only, without } from "../analysis/kinds.ts";
import { nativeKind } from "./equality.ts";
import { displayed, plainCase } from "./plain-case.ts";
import { positionalArguments } from "../library/signature.ts";
import { emitLibraryCall } from "./library-call.ts";

/** `item in container`, the item made first. */
export function contains(context: Context, l: py.Expression, r: py.Expression, node: py.Compare): ts.Expression {
  if (!loudness(context, [l, r]).every(Boolean)) return containsIn(context, l, r, node);
  const parts = partsOf(
    context,
    [l, r].map((node) => ({ node, value: expression(context, node) })),
  );
  const ordered = inOrder(context, parts, ([item, container]) =>
    containsIn(
      context,
      context.stand(item!, context.typeOf(l), l),
      context.stand(container!, context.typeOf(r), r),
      node,
    ),
  );
  return ordered ?? context.untranslated("U0103", "`in` of values that have to be waited for", node);
}

function containsIn(context: Context, l: py.Expression, r: py.Expression, node: py.Compare): ts.Expression {
  const left = context.typeOf(l);
  const container = partly(context.typeOf(r), "__contains__", "__iter__");
  const item = plainCase(context, l, displayed(r), "whole") ?? expression(context, l);
  const held = members(container).flatMap((m) => ("elem" in m ? [m.elem.type] : m.k === "tuple" ? m.items : []));
  if (held.some((elem) => confusesSequences(left, elem)))
    return context.untranslated("U0104", "`in` that would compare a list and a tuple", node);
  if (
    !isText(container) &&
    !isAsciiLiteral(l) &&
    mixes(
      left,
      union([
        ...held,
        ...members(container).flatMap((m) => (m.k === "dict" ? [m.key.type] : m.k === "json" ? [m] : [])),
      ]),
    )
  )
    context.report("A0106", "str and unicode compared", node);
  if (r.kind === "Dict" || container.k === "dict") return method(expression(context, r), "has", [item]);
  const within = plainCase(context, r, [l], "part") ?? expression(context, r);
  if (container.k === "set") return method(within, "has", [item]);
  if (has(container, "poison") || isOpaque(container)) return method(within, "includes", [item]);
  if (isText(container) && members(left).some(isOldInstance))
    return context.untranslated("U0104", "`in` a text of an object of an old-style class", node);
  if (isText(container)) namesKinds(mixtureAt(context, node), left);
  if (isText(container) && !isText(left)) namesText(mixtureAt(context, node), container);
  if (isText(container) && isText(left)) {
    if (!mixes(container, left)) return method(within, "includes", [item]);
    const place = mixtureAt(context, node);
    const what = "`in` of str and unicode";
    return method(asUnicode(place, within, container, what), "includes", [asUnicode(place, item, left, what)]);
  }
  if (container.k === "list" || container.k === "tuple" || container.k === "sequence") {
    const elem = sequenceElement(container, context.facts.clock);
    if (elem.k === "never") return call(context.runtime("python", "contains"), [within, item]);
    const ls = members(without(left, "none")).map(nativeKind);
    const es = members(elem).map(nativeKind);
    const native = [...ls, ...es].every((k) => k !== null) && !has(left, "bool") && !has(elem, "bool");
    const sameShape = members(left).every((m) => es.includes(nativeKind(m)));
    // JavaScript's includes finds a NaN, Python the very one alone.
    const mayBeNaN = has(left, "float") && has(elem, "float") && !isOfLiterals(r) && l.kind !== "Num";
    if (native && sameShape && !mayBeNaN) return method(within, "includes", [item]);
    return call(context.runtime("python", "contains"), [within, item]);
  }
  if (container.k === "lib") {
    const entry = library.memberEntry(container, "__contains__");
    if (entry?.kind === "function")
      return emitLibraryCall(context, entry, node, within, container, positionalArguments(entry, l));
  }
  if (only(container, "iter") && !waitsToIterate(container, context.facts) && !mayCatchExit(context, container)) {
    // One that somebody holds goes on behind what was found.
    const source = r.kind === "Call" ? within : call(context.runtime("python", "remaining"), [within]);
    return call(context.runtime("python", "contains"), [source, item]);
  }
  const asked = members(container).map((m) => boundSpecial(m, "__contains__"));
  if (asked.length > 0 && asked.every((m) => m && only(m.fn.returns.type, "bool") && !m.fn.returnsNothing))
    return method(within, "__contains__", [item]);
  if (
    members(container).length > 0 &&
    members(container).every((m) => boundSpecial(m, "__contains__") ?? isIterableObject(m))
  )
    return call(context.runtime("python", "contains"), [within, item]);
  namesKinds(mixtureAt(context, node), container);
  if (isDynamic(container)) return call(context.runtime("python", "contains"), [within, item, ...namedText(container)]);
  return context.untranslated("U0104", "`in` a value of unknown type", node);
}

const isOfLiterals = (e: py.Expression): boolean =>
  (e.kind === "List" || e.kind === "Tuple") && e.elts.every(({ kind }) => kind === "Num");
