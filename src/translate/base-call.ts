import { isSpecial } from "../analysis/special-names.ts";
import { derivesFromException } from "../analysis/exception-type.ts";
import { namesBase, passesSelf } from "../analysis/infer-super.ts";
import type { ClassInfo, FunctionInfo } from "../analysis/entities.ts";
import { mayMeanAnother, meantMethods } from "../analysis/class-support.ts";
import { type FuncType, type Type } from "../analysis/types.ts";
import { array, call, id, member, spread, string, thisValue, typeRef } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import { bindArguments, exceptionArguments, keywordDict, plainArguments } from "./arguments.ts";
import { methodOf } from "./class-member.ts";
import { baseArguments, namedCall } from "./checked-call.ts";
import { initialiserName } from "./initialiser.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { namedTupleMade } from "./named-tuple.ts";
import type { NamedTupleClass } from "../analysis/named-tuple.ts";
import { starred } from "./iterate.ts";
import { boundLibraryCall } from "./library-call.ts";
import { members } from "../analysis/join.ts";
import { only } from "../analysis/kinds.ts";

/** `super(C, self).m`, which TypeScript's `super` means in a method alone: elsewhere the method is looked up. Null for anything else. */
export function superReceiver(context: Context, func: py.Attribute): ts.Expression | null {
  const { value } = func;
  if (value.kind !== "Call" || builtinCalled(context.module.bindings, value) !== "super") return null;
  if (context.frame.cls !== null) return methodOf(context, { type: "Super" }, func.attr);
  const [of, self] = value.args;
  const type = of && context.typeOf(of);
  if (type?.k !== "class" || !self || value.args.length !== 2 || isSpecial(func.attr) || type.cls.libraryBase !== null)
    return context.untranslated("U0109", "super() outside of a method", func);
  return superMethodOf(context, type.cls, expression(context, self), func.attr);
}

/** superMethod<C["name"]>(C, self, "name") */
function superMethodOf(context: Context, cls: ClassInfo, self: ts.Expression, attr: string): ts.Expression {
  const name = context.names.property(attr);
  const own = cls.lineage.slice(1).find((base) => base.methods.has(attr));
  const owners = own ? [own] : meantMethods(context.facts, cls, attr).flatMap((method) => method?.fn.owner ?? []);
  const types = owners.map((owner): ts.TypeNode => ({
    type: "TSIndexedAccessType",
    objectType: typeRef(context.classId(owner)),
    indexType: { type: "TSLiteralType", literal: string(name) },
  }));
  const [first] = types;
  const meant: ts.TypeNode = first && types.length === 1 ? first : { type: "TSUnionType", types };
  return call(context.runtime("python", "superMethod"), [context.classId(cls), self, string(name)], [meant]);
}

/** Functions that are written with the same arguments, whichever of them is called: same parameters, no defaults of their own. */
function takesAlike(fns: readonly FunctionInfo[]): boolean {
  const shapes = fns.map(({ node: { params } }) =>
    JSON.stringify([
      params.positional.slice(1).map((p) => (p.target.kind === "Name" ? p.target.id : null)),
      params.vararg !== null,
      params.kwarg !== null,
    ]),
  );
  const isPlain = fns.every(
    ({ node: { params } }) => params.kwonly.length === 0 && params.positional.every((p) => p.default === null),
  );
  return new Set(shapes).size <= 1 && (fns.length === 1 || isPlain);
}

/** `Request.__init__(self, *args, **kwargs)`: what was given to the constructor, handed on as it is. */
function handedOn(context: Context, node: py.Call, receiver: Type): ts.Expression | null {
  const { starargs, kwargs, keywords } = node;
  const feature = receiver.k === "lib" ? library.classEntry(receiver.name)?.subclass?.spread : undefined;
  if (feature === undefined || (!starargs && !kwargs) || keywords.length > 0) return null;
  if (starargs && !only(context.typeOf(starargs), "sequence", "list")) return null;
  const star = starargs && starred(context, starargs);
  const args =
    star && node.args.length === 0
      ? star
      : array([...node.args.map((arg) => expression(context, arg)), ...(star ? [spread(star)] : [])]);
  const made = call(context.runtime("http", feature), [
    args,
    ...(node.kwargs ? [expression(context, node.kwargs)] : []),
  ]);
  return call({ type: "Super" }, [spread(made)]);
}

/** `Base.__init__(self, …)`, `super(C, self).m(…)`: calls of the class that this one derives from. */
export function baseCall(context: Context, node: py.Call): ts.Expression | null {
  const { func } = node;
  const { cls, fn } = context.frame;
  if (func.kind !== "Attribute" || !cls || !fn) return null;
  const isSuper = func.value.kind === "Call" && builtinCalled(context.module.bindings, func.value) === "super";
  const receiver = isSuper ? null : context.typeOf(func.value);
  const named =
    receiver !== null &&
    passesSelf(node, fn) &&
    cls.bases.some((base, i) => namesBase(func.value, receiver, cls.node.bases[i], base));
  if (!isSuper && !named) return null;
  const root = cls.lineage.at(-1);
  if (isSuper && root && root.bases.length === 0 && !cls.isOpaque)
    return context.untranslated("U0109", "super() of an old-style class: Python raises TypeError", node);
  const above = func.value.kind === "Call" && isSuper ? superOf(context, cls, func.value) : cls;
  if (typeof above === "string") return context.untranslated("U0109", above, node);
  const args = named ? node.args.slice(1) : node.args;
  if (meansObject(context, cls, node, receiver) && args.length === 0 && fn.name === "__init__") return id("undefined");
  if (args.length === 0 && fn.name === "__init__" && !node.starargs && node.kwargs && !named) {
    // What is left of the keywords is too much for object's.
    const plain: py.Call = { ...node, args, kwargs: null };
    if (only(context.typeOf(node.kwargs), "dict") && meansObject(context, cls, plain, receiver))
      return call(context.runtime("python", "objectInit"), [expression(context, node.kwargs)]);
  }
  const type = context.typeOf(func);
  if (above !== cls && (func.attr === "__init__" || members(type).some((m) => m.k !== "func")))
    return context.untranslated("U0109", `super() that passes over a base of ${cls.name}`, node);
  if (func.attr === "__init__" && cls.part?.k === "tuple" && cls.part.of && members(type).every((m) => m.k !== "func"))
    return tupleMade(context, { ...node, args }, cls.part.of);
  const bound: py.Call = { ...node, args };
  if (type.k === "method" && !derivesFromException(cls)) {
    const { part } = cls;
    const entry = library.memberEntry(type.receiver, type.name);
    if (part && entry?.kind === "function")
      return ofContainer(context, bound, func.attr, part) ?? boundLibraryCall(context, entry, bound, thisValue(), part);
    if (entry?.kind !== "function" || (func.attr === "__init__") !== (fn.name === "__init__"))
      return context.untranslated("U0105", "the base class's method is not known", node);
    if (func.attr === "__init__" && fn.async) {
      // `init` runs on what a constructor without arguments has made.
      const isBare = args.length === 0 && node.keywords.length === 0 && !node.starargs && !node.kwargs;
      return isBare
        ? id("undefined")
        : context.untranslated(
            "U0109",
            "__init__ awaits, and its base class is made by a constructor with arguments",
            node,
          );
    }
    const request = func.attr === "__init__" ? handedOn(context, bound, type.receiver) : null;
    return request ?? boundLibraryCall(context, entry, bound, id("super"), type.receiver);
  }
  const meant = members(type).flatMap((m) => (m.k === "func" ? [m] : []));
  const [callee] = meant.length === members(type).length ? meant : [];
  const isInit = func.attr === "__init__";
  if (isInit && cls.initialisedInTurn && isSuper && context.checked.namedCalls.has(node)) {
    if (fn.name !== "__init__")
      return context.untranslated("U0109", "__init__ of the base class outside of a constructor", node);
    const made = namedCall(context, bound, nextInit(context, cls, meant), meant, false);
    return typeof made === "string" ? context.untranslated("U0105", made, node) : made;
  }
  const target =
    callee && meant.length === 1 && context.checked.namedCalls.has(node)
      ? baseArguments(context, bound, callee, isInit ? null : methodOf(context, { type: "Super" }, func.attr))
      : callee && takesAlike(meant.map((m) => m.fn))
        ? bindArguments(context, bound, callee.fn, true)
        : type.k === "poison" && cls.isOpaque
          ? plainArguments(context, bound)
          : type.k === "method" && node.keywords.length === 0 && !node.kwargs
            ? exceptionArguments(context, bound, cls.libraryBase ?? "")
            : "the base class's method is not known";
  if (typeof target === "string") return context.untranslated("U0105", target, node);
  if (isInit && cls.initialisedInTurn) return inTurn(context, cls, node, meant, target, isSuper);
  const other = receiver?.k === "class" && cls.isMixed ? receiver.cls : null;
  if (other) return ofOneBase(context, cls, other, func.attr, target, node);
  if (func.attr === "__init__")
    return fn.name === "__init__"
      ? call(fn.async ? member({ type: "Super" }, "init") : { type: "Super" }, target)
      : context.untranslated("U0109", "__init__ of the base class outside of a constructor", node);
  if (isSuper && callee?.fn.owner && (above !== cls || mayMeanAnother(context.facts, cls, func.attr)))
    return call(superMethodOf(context, above, thisValue(), func.attr), target);
  return call(methodOf(context, { type: "Super" }, func.attr), target);
}

/**
 * The call of a base's `__init__` that is a method: of one that is known `super.initBase(…)`, of the next in the order of what the object is
 * made of `nextInit<Base["initBase"]>(C, this, ["initBase", "initOther"])(…)`.
 */
function inTurn(
  context: Context,
  cls: ClassInfo,
  node: py.Call,
  meant: readonly FuncType[],
  args: (ts.Expression | ts.SpreadElement)[],
  isSuper: boolean,
): ts.Expression {
  const [first] = meant;
  const { fn } = context.frame;
  if (!first || fn?.name !== "__init__" || meant.some((m) => m.wraps !== null))
    return context.untranslated("U0109", "__init__ of the base class outside of a constructor", node);
  const isOpen = isSuper && mayMeanAnother(context.facts, cls, "__init__");
  if (!isOpen) return call(member({ type: "Super" }, initialiserName(first.fn) ?? "init"), args);
  if (args.length > 0 && meantMethods(context.facts, cls, "__init__").includes(null))
    return context.untranslated("U0109", "arguments for the next __init__ in turn, which may be object's", node);
  return call(nextInit(context, cls, meant), args);
}

/** The next `__init__` behind that of `cls`. */
function nextInit(context: Context, cls: ClassInfo, meant: readonly FuncType[]): ts.Expression {
  const found = meant.flatMap(({ fn }): readonly (readonly [ClassInfo, string])[] => {
    const name = initialiserName(fn);
    return fn.owner && name ? [[fn.owner, name]] : [];
  });
  const types = found.map(([owner, name]): ts.TypeNode => ({
    type: "TSIndexedAccessType",
    objectType: typeRef(context.classId(owner)),
    indexType: { type: "TSLiteralType", literal: string(name) },
  }));
  const [first] = types;
  return call(
    context.runtime("python", "nextInit"),
    [context.classId(cls), thisValue(), array(found.map(([, name]) => string(name)))],
    [first && types.length === 1 ? first : { type: "TSUnionType", types }],
  );
}

/** The class that `super(C, self)` looks above, which may be a base of the method's own; why that is not known, where it is not. */
function superOf(context: Context, cls: ClassInfo, { args: [of] }: py.Call): ClassInfo | string {
  if (!of) return cls;
  const type = context.typeOf(of);
  if (type.k !== "class") return type.k === "poison" ? cls : "super() of what is not known to be one class";
  const isNamed = of.kind === "Name" || (of.kind === "Attribute" && of.attr !== "__class__");
  const isDerived = [...context.facts.classes.values()].some((c) => c !== cls && c.lineage.includes(cls));
  if (!isNamed && isDerived) return "super() of the object's own class, which a derived one calls without end";
  return cls.lineage.includes(type.cls)
    ? type.cls
    : `super() of ${type.cls.name}, which ${cls.name} does not derive from: Python raises TypeError`;
}

/** `super(Point, self).__init__(…)`, which stands for the tuple's `__new__`: super(…) */
function tupleMade(context: Context, node: py.Call, of: NamedTupleClass): ts.Expression {
  const made = namedTupleMade(context, node, of);
  return made.type === "NewExpression" ? call({ type: "Super" }, made.arguments) : made;
}

/** `dict.__init__(self, *args, **kwargs)`: updateFrom(this, args, kwargs) */
function ofContainer(
  context: Context,
  { args, keywords, starargs, kwargs }: py.Call,
  name: string,
  part: Type,
): ts.Expression | null {
  if ((name !== "__init__" && name !== "update") || part.k !== "dict" || !starargs) return null;
  if (args.length > 0 || keywords.length > 0 || !only(context.typeOf(starargs), "sequence", "list")) return null;
  if (kwargs && !only(context.typeOf(kwargs), "dict")) return null;
  const method = name === "__init__" ? "dict" : "update";
  const given = [starred(context, starargs), ...(kwargs ? [keywordDict(context, kwargs)] : [])];
  return call(context.runtime("python", "updateFrom"), [thisValue(), string(method), ...given]);
}

/** `super(C, self).__init__()`, `object.__init__(self)` where that is object's own, which does nothing. */
function meansObject(context: Context, cls: ClassInfo, node: py.Call, named: Type | null): boolean {
  const { func, keywords, starargs, kwargs } = node;
  if (func.kind !== "Attribute" || func.attr !== "__init__" || keywords.length > 0 || starargs || kwargs) return false;
  const isObject = (base: Type): boolean => base.k === "libclass" && base.name === "builtins.object";
  if (named) return isObject(named);
  const isInit = (one: ClassInfo): boolean => one.methods.has("__init__") || one.properties.has("__init__");
  return (
    cls.lineage.every((one) => one.bases.every((base) => isObject(base) || base.k === "class")) &&
    cls.lineage.some((one) => one.bases.some(isObject)) &&
    !cls.lineage.slice(1).some(isInit) &&
    !mayMeanAnother(context.facts, cls, "__init__")
  );
}

/** `C.method(self, …)` of one of several bases: C.prototype.method.call(this, …). */
function ofOneBase(
  context: Context,
  cls: ClassInfo,
  base: ClassInfo,
  name: string,
  args: (ts.Expression | ts.SpreadElement)[],
  node: py.Call,
): ts.Expression {
  if (name !== "__init__") {
    const prototype = member(context.classId(base), "prototype");
    return call(member(methodOf(context, prototype, name), "call"), [thisValue(), ...args]);
  }
  const { fn } = context.frame;
  if (fn?.name !== "__init__" || base !== cls.parent)
    return context.untranslated("U0109", `__init__ of ${base.name}, one of several base classes`, node);
  return call(fn.async ? member({ type: "Super" }, "init") : { type: "Super" }, args);
}
