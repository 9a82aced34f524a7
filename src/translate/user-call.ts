import type { ClassInfo, FunctionInfo } from "../analysis/entities.ts";
import { arityOf } from "../analysis/call-fit.ts";
import { allParameters } from "../python/parameters.ts";
import { type FuncType, innermost, type Type } from "../analysis/types.ts";
import { array, as, call, construct, id, member, neverType, object, spread } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { exceptionClasses, isPlainException } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import { makerOf } from "../analysis/made-by-new.ts";
import type * as py from "../python/ast.ts";
import { namesClass } from "./attribute-reading.ts";
import { initialiserName } from "./initialiser.ts";
import { bindArguments, exceptionArguments, plainArguments } from "./arguments.ts";
import { superReceiver } from "./base-call.ts";
import { namedTupleMade } from "./named-tuple.ts";
import { methodOf } from "./class-member.ts";
import { abstractCall, badCall, badConstruction, checkedCall, namedCall } from "./checked-call.ts";
import type { Context } from "./context.ts";
import { expression, isMark } from "./expression.ts";
import { starred } from "./iterate.ts";
import { inOrder, partsOf } from "./in-order.ts";
import { boundLibraryCall } from "./library-call.ts";
import { classOfObject, type FoundMethod, unboundCall } from "./method-value.ts";
import { isQuiet } from "./quiet.ts";
import { receiverOf } from "./receiver.ts";
import { loudness } from "./steady.ts";
import { unknownCallee } from "./unknown-callee.ts";
import { looksAtArguments, passesOn, takesDictBetween, takesKeywords, toldArguments } from "./wrapper.ts";
import { members } from "../analysis/join.ts";
import { only } from "../analysis/kinds.ts";

/**
 * A call of what the program defines; `callee` writes what is called where it is not written as it stands. The arguments are made in
 * Python's order, though the parameters may be in another one.
 */
export function userCall(
  context: Context,
  node: py.Call,
  callees: readonly Type[],
  callee: (() => ts.Expression) | null = null,
): ts.Expression {
  const { starargs, kwargs } = node;
  const stars = [starargs, kwargs].flatMap((e) => e ?? []);
  const args = [...node.args, ...node.keywords.map(({ value }) => value), ...stars];
  // What is asked for the method is made before them: `connect(host).send(data, flag=next())`.
  const receiver = callee ? null : madeFirst(context, node.func);
  const given = receiver ? [receiver.value, ...args] : args;
  if ((node.keywords.length === 0 && !kwargs) || loudness(context, given).filter(Boolean).length < 2)
    return boundCall(context, node, callees, callee);
  const parts = partsOf(
    context,
    given.map((e) => ({ node: e, value: expression(context, e) })),
  );
  const made = inOrder(context, parts, (values) => {
    const stand = (e: py.Expression): py.Expression => context.stand(values[given.indexOf(e)]!, context.typeOf(e), e);
    const keywords = node.keywords.map((keyword) => ({ ...keyword, value: stand(keyword.value) }));
    const rest = {
      starargs: starargs && stand(starargs),
      kwargs: kwargs && stand(kwargs),
      ...(receiver && { func: { ...receiver, value: stand(receiver.value) } }),
    };
    return boundCall(context, { ...node, args: node.args.map(stand), keywords, ...rest }, callees, callee);
  });
  return (
    made ?? context.untranslated("U0103", "arguments in another order than the parameters, to be waited for", node)
  );
}

/** A method of an object that is made where it is called. */
function madeFirst(context: Context, func: py.Expression): py.Attribute | null {
  if (func.kind !== "Attribute" || isQuiet(context, func.value)) return null;
  const isObject = members(context.typeOf(func.value)).every((m) => m.k === "instance");
  const isSuper = func.value.kind === "Call" && func.value.func.kind === "Name" && func.value.func.id === "super";
  return isObject && !isSuper ? func : null;
}

function boundCall(
  context: Context,
  node: py.Call,
  callees: readonly Type[],
  callee: (() => ts.Expression) | null,
): ts.Expression {
  const [first] = callees;
  if (!first) return unknownCallee(context, node);
  if (first.k === "class") {
    const refused = abstractCall(context, node, callees);
    if (refused) return refused;
    const init = first.cls.findMethod("__init__");
    const inits = callees.map((m) => (m.k === "class" ? (m.cls.findMethod("__init__")?.method ?? null) : null));
    const later = init && initialiserName(init.method.fn);
    if (
      later &&
      init.cls.initialisedInTurn &&
      (inits.some((f) => f?.fn !== init.method.fn) || !isExact(context, node, first.cls))
    )
      return context.untranslated(
        "U0109",
        `an object of ${first.cls.name} or a class that derives from it, each with an __init__ in turn`,
        node,
      );
    if (context.checked.namedCalls.has(node) && inits.every((f) => f !== null)) {
      const own = inits.flatMap((f, i) => (f && callees[i] ? [{ ...f, self: callees[i] }] : []));
      const made = namedCall(context, node, null, own, true);
      return typeof made === "string" ? context.untranslated("U0105", made, node) : made;
    }
    // Classes that are made alike may be made through one name: `cls(…)` in a class method.
    if (callees.some((m) => m.k !== "class" || !(madeAlike(m.cls, first.cls) || takenBy(node, m.cls, first.cls))))
      return unknownCallee(context, node);
    const made = init ? null : libraryInstance(context, node, first);
    if (made) return made;
    const bad = !init
      ? badConstruction(context, node, first.cls)
      : init.method.wraps
        ? null
        : badCall(context, node, { ...init.method, self: first });
    if (bad && makerOf(first.cls))
      return context.untranslated(
        "U0105",
        `arguments that __init__ of ${first.cls.name} does not take, after its __new__`,
        node,
      );
    if (bad) return bad;
    const args = init ? bindArguments(context, node, init.method.fn, true) : inheritedArguments(context, node, first);
    if (typeof args === "string") return context.untranslated("U0105", args, node);
    const cls = expression(context, node.func);
    // A constructor cannot await: an `__init__` that does is a method, called right after.
    return later ? call(member(construct(cls), later), args) : construct(cls, args);
  }
  const targets = callees.map((m): FuncType | null => {
    if (m.k === "func") return innermost(m);
    const found = m.k === "instance" ? m.cls.findMethod("__call__") : null;
    return found ? { ...found.method, self: m } : null;
  });
  if (context.checked.namedCalls.has(node)) {
    const made = namedCall(
      context,
      node,
      callee ? callee() : null,
      targets.flatMap((t) => t ?? []),
      false,
    );
    return typeof made === "string" ? context.untranslated("U0105", made, node) : made;
  }
  const shapes = targets.map((t) => (t ? signatureKey(t) : "?"));
  const [target] = targets;
  // Several possible callees must take the arguments alike.
  if (!target || (new Set(shapes).size > 1 && (node.keywords.length > 0 || node.kwargs) && !passesOn(context, node))) {
    return unknownCallee(context, node);
  }
  if (callees.every((m) => m.k !== "func" || m.wraps === null)) {
    const own = targets.flatMap((t) => t ?? []);
    if (context.checked.calls.has(node) && own.every((t) => t.self?.k !== "instance" || t.fn.name !== "__call__")) {
      const made = checkedCall(context, node, callee ? callee() : null, own);
      return typeof made === "string" ? context.untranslated("U0105", made, node) : made;
    }
    const bad = callees.length === 1 && !isUnbound(target) ? badCall(context, node, target) : null;
    if (bad) return bad;
  } else if (context.checked.calls.has(node))
    return context.untranslated("U0105", "one of several functions, not all of which take this, one decorated", node);
  const handed = handedOn(context, node);
  if (handed) return handed;
  const bound = bindArguments(context, node, target.fn, isMethodCall(target));
  const args = typeof bound === "string" ? bound : toldArguments(context, node, target, bound);
  if (typeof args === "string") return context.untranslated("U0105", args, node);
  if (
    isUnbound(target) &&
    callees.length === 1 &&
    node.func.kind === "Attribute" &&
    context.typeOf(node.func.value).k === "class"
  ) {
    const made = unboundCall(context, { ...node, func: node.func }, args);
    return made ?? context.untranslated("U0104", `${target.fn.name}() of what is no ${target.fn.owner?.name}`, node);
  }
  const watched = callees.some((m) => wrappersOf(m).some((fn) => looksAtArguments(context, fn)));
  const told = callees.every(
    (m) => wrappersOf(m).length > 0 && wrappersOf(m).every((fn) => takesKeywords(context, fn)),
  );
  // The dict of the other keywords stands before what `*rest` collects: a wrapper that looks at its arguments would see it.
  const isSplit = (watched || told) && takesDictBetween(target.fn) && (given(node) || isMoreThanNamed(node, target));
  if ((watched && node.keywords.length > 0) || isSplit) {
    if (!told || node.starargs || node.kwargs)
      return context.untranslated(
        "U0105",
        `${node.keywords.length > 0 ? "keywords" : "more arguments"} for a decorated function whose wrapper looks at them`,
        node,
      );
    const keywords = object(node.keywords.map((k) => [k.name, expression(context, k.value)] as const));
    const last = as(construct(context.runtime("python", "Keywords"), [keywords]), neverType());
    const positional = node.args.map((a) => expression(context, a));
    return call(callee ? callee() : calleeExpression(context, node.func, callees), [
      ...positional,
      ...(node.keywords.length > 0 ? [last] : []),
    ]);
  }
  return call(callee ? callee() : calleeExpression(context, node.func, callees), args);
}

/** What is called is the class itself, or no class that derives from it has another `__init__`. */
const isExact = (context: Context, { func }: py.Call, cls: ClassInfo): boolean =>
  namesClass(context, func, cls) ||
  ![...context.facts.classes.values()].some((c) => c !== cls && c.lineage.includes(cls) && c.methods.has("__init__"));

const given = ({ keywords }: py.Call): boolean => keywords.length > 0;

/** The call gives items to `*rest`. */
const isMoreThanNamed = (node: py.Call, { fn, self }: FuncType): boolean =>
  node.args.length > fn.node.params.positional.length - (self ? 1 : 0);

/** The wrappers around a function, outermost first. */
function wrappersOf(type: Type): readonly FunctionInfo[] {
  const found: FunctionInfo[] = [];
  for (let at = type.k === "func" ? type : null; at?.wraps; at = at.wraps) found.push(at.fn);
  return found;
}

/** `f(*args, **kwargs)` of a wrapper that keywords are told to: callWith(f, args, kwargs) */
function handedOn(context: Context, node: py.Call): ts.Expression | null {
  const { fn } = context.frame;
  if (!fn || !node.starargs || !node.kwargs || !passesOn(context, node) || !takesKeywords(context, fn)) return null;
  const rest = starred(context, node.starargs);
  const args = node.args.length === 0 ? rest : array([...node.args.map((a) => expression(context, a)), spread(rest)]);
  return call(context.runtime("python", "callWith"), [
    expression(context, node.func),
    args,
    expression(context, node.kwargs),
  ]);
}

const madeAlike = (a: ClassInfo, b: ClassInfo): boolean => {
  const [x, y] = [a, b].map((cls) => cls.findMethod("__init__")?.method ?? null);
  if (!x || !y) return x === y && a.libraryBase === b.libraryBase;
  return (
    x.fn.initialisesLater === y.fn.initialisesLater && x.fn.async === y.fn.async && signatureKey(x) === signatureKey(y)
  );
};

const isAnyException = ({ libraryBase }: ClassInfo): boolean => libraryBase !== null && isPlainException(libraryBase);

/** Both take just as many arguments as the call has, by their places: defaults make up for the rest of each. */
const takenBy = (node: py.Call, ...classes: readonly ClassInfo[]): boolean => {
  // An exception without an `__init__` of its own takes any.
  const own = classes.filter((cls) => cls.findMethod("__init__") !== null || !isAnyException(cls));
  const inits = own.map((cls) => cls.findMethod("__init__")?.method ?? null);
  if (node.keywords.length > 0 || node.starargs || node.kwargs) return false;
  return inits.every((init) => {
    if (!init || init.wraps || init.fn.async !== inits[0]?.fn.async) return false;
    if (init.fn.initialisesLater !== inits[0].fn.initialisesLater) return false;
    if (init.fn.initialisesLater && own.length < classes.length) return false;
    const { positional, vararg, kwarg, kwonly } = init.fn.node.params;
    const { least, most } = arityOf(init.fn);
    const given = node.args.length + 1;
    const isPlain = !vararg && !kwarg && kwonly.length === 0 && positional.every((p) => p.target.kind === "Name");
    return isPlain && least <= given && given <= most;
  });
};

/** An object of a class that has its constructor from the library. */
function libraryInstance(context: Context, node: py.Call, type: Type & { k: "class" }): ts.Expression | null {
  if (type.cls.part?.k === "tuple" && type.cls.part.of)
    return namedTupleMade(context, node, type.cls.part.of, expression(context, node.func));
  if (type.cls.part) return filledContainer(context, node, type.cls.part);
  const entry = library.classEntry(type.cls.libraryBase ?? "")?.constructor;
  if (!entry) return null;
  const made = boundLibraryCall(context, entry, node, id("undefined"), { k: "never" });
  return made.type === "NewExpression" ? construct(expression(context, node.func), made.arguments) : made;
}

/** `C(items)` of a class that derives from a container and has no `__init__`: filled(new C(), items) */
function filledContainer(context: Context, node: py.Call, part: Type): ts.Expression {
  const entry = library.memberEntry(part, "__init__");
  if (entry?.kind !== "function") return unknownCallee(context, node);
  const empty = construct(expression(context, node.func));
  const made = boundLibraryCall(context, entry, node, empty, part);
  if (made.type === "Identifier" && made.name === "undefined") return empty;
  if (made.type !== "CallExpression" || isMark(made)) return made;
  const isMethod = made.callee.type === "MemberExpression";
  const items = isMethod && part.k === "list" ? [array(made.arguments)] : made.arguments;
  const given = isMethod ? items : items.slice(1);
  return call(context.runtime("python", part.k === "dict" ? "filled" : "filledList"), [empty, ...given]);
}

const signatureKey = (f: FuncType): string =>
  allParameters(f.fn.node.params)
    .map((p) => (p.target.kind === "Name" ? p.target.id : "()"))
    .join(",") + (f.self ? "|self" : "");

const isUnbound = ({ fn, self }: FuncType): boolean => fn.owner !== null && fn.binding === "instance" && self === null;

const isMethodCall = (f: FuncType): boolean => f.fn.binding !== "static" && f.self !== null;

/** `obj.method` as a callee keeps its object; as a value it would be bound. */
function calleeExpression(context: Context, func: py.Expression, callees: readonly Type[]): ts.Expression {
  if (callees.some((m) => m.k === "instance")) return member(expression(context, func), "__call__");
  if (func.kind !== "Attribute") return expression(context, func);
  const receiver = context.typeOf(func.value);
  // What a function keeps as its attribute is no method of it.
  if (receiver.k === "module" || only(receiver, "func")) return expression(context, func);
  const base = superReceiver(context, func);
  if (base) return base;
  if (receiver.k === "instance" && !receiver.cls.findMethod(func.attr)) return expression(context, func);
  const { object, type } = receiverOf(context, func);
  const found = sharedMethod(type, func.attr);
  if (found && found.method.fn.binding !== "instance")
    return member(classOfObject(context, object, found, func.attr, func.value), context.names.property(func.attr));
  return methodOf(context, object, func.attr);
}

/** The method that every alternative has from one class, or overrides. */
function sharedMethod(type: Type, name: string): FoundMethod | null {
  const all = members(type).map((m) => (m.k === "instance" ? m.cls : null));
  const [first] = all;
  const roots = first?.lineage.filter((cls) => all.every((c) => c?.lineage.includes(cls) && cls.findMethod(name)));
  return roots?.[0]?.findMethod(name) ?? null;
}

/** A class without `__init__` of its own: an exception takes any arguments, another none. */
function inheritedArguments(
  context: Context,
  node: py.Call,
  type: Type & { k: "class" },
): (ts.Expression | ts.SpreadElement)[] | string {
  const base = type.cls.libraryBase;
  if (base && exceptionClasses.has(base)) {
    if (node.keywords.length > 0 || node.kwargs) return `${type.cls.name}() with keywords`;
    return exceptionArguments(context, node, base);
  }
  if (type.cls.isOpaque) return plainArguments(context, node);
  return node.args.length + node.keywords.length === 0 ? [] : `${type.cls.name}() takes no arguments`;
}
