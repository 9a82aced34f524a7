import { derivesFromException } from "../analysis/exception-type.ts";
import { isSpecial } from "../analysis/special-names.ts";
import { calledByLibrary } from "../analysis/class-support.ts";
import type { ClassInfo, FunctionInfo } from "../analysis/entities.ts";
import {
  annotation,
  arrayType,
  array,
  block as blockNode,
  call,
  id,
  index,
  member,
  promiseType,
  returns,
  stringType,
  spread,
  thisValue,
  typeRef,
  anyType,
} from "../emit/build.ts";
import { awaits } from "../emit/has-node.ts";
import type * as ts from "../emit/tree.ts";
import { meansBuiltin } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import { ofLibrary } from "./class-shapes.ts";
import { mayWait } from "../analysis/special-methods.ts";
import { bodyStatement, isPlainAttribute } from "./class-body.ts";
import { decoratedMethod, methodDecorators } from "./decorated-method.ts";
import { docComment, lineComments } from "./comments.ts";
import { constructorBody, initBody } from "./constructor.ts";
import { initialiserName } from "./initialiser.ts";
import type { Context } from "./context.ts";
import { reportAskedMethods } from "./asked-methods.ts";
import { reportUnicodeText } from "./error-text.ts";
import { expression } from "./expression.ts";
import { functionParts } from "./function.ts";
import { makesFunctions } from "./function-decorators.ts";
import { genericParameters } from "./wrapper.ts";
import { keySignatures } from "./key-signatures.ts";
import { locate } from "./location.ts";
import { propertyMember, propertyPart } from "./property.ts";
import { isEvident, tsType } from "./types.ts";
import { members } from "../analysis/join.ts";

export type Member = ts.MethodDefinition | ts.PropertyDefinition | ts.StaticBlock;

export function classMember(context: Context, cls: ClassInfo, item: py.Statement): Member[] {
  const comments = lineComments(item.leading);
  const place = (made: Member): Member[] => {
    context.comments.before(made, [...comments, ...lineComments(item.trailingComment ? [item.trailingComment] : [])]);
    if (item.blankLinesBefore > 0) context.comments.blankBefore(made);
    locate(context, made, item);
    return [made];
  };
  switch (item.kind) {
    case "FunctionDef": {
      const fn = context.facts.functions.get(item);
      if (isReplaced(cls, item)) return [];
      const property = fn && propertyPart(cls, fn);
      if (fn && property) {
        const { before, made } = propertyMember(context, cls, fn, item, property.part);
        return [...before, ...place(made)];
      }
      // A getter or setter that a later one of the name has taken the place of.
      if (cls.properties.has(item.name) && item.decorators.some((d) => isOfProperty(context, d))) return [];
      if (fn && methodDecorators(context, item).length > 0) {
        const made = decoratedMethod(context, cls, fn, item, overrides(cls, item.name));
        if (typeof made === "string") return place(unfinished(context, cls, item, made));
        const method = made.at(-1);
        return [...made.slice(0, -1), ...(method ? place(method) : [])];
      }
      if (!fn || cls.methods.get(item.name)?.fn !== fn) {
        return place(unfinished(context, cls, item, `the method ${item.name} is defined twice or decorated`));
      }
      if (fn.async && isSpecial(fn.name) && !mayWait.has(fn.name)) return place(waitingSpecial(context, cls, item));
      const { defaults, method } = methodMember(context, cls, fn, item);
      return [...defaults, ...keySignatures(context, fn), ...place(method)];
    }
    case "ClassDef": {
      const inner = context.facts.classes.get(item);
      if (!inner) break;
      const { name } = context.classId(inner);
      return place(
        staticMember({ type: "VariableDeclarator", id: id(context.names.property(item.name)), init: id(name) }),
      );
    }
    case "Assign": {
      const aliases = methodAliases(context, cls, item);
      if (aliases) return aliases.flatMap(place);
      const [target] = item.targets;
      if (target?.kind !== "Name" || !isPlainAttribute(cls, item, target)) break;
      // Its accessors come with the others of the class.
      if (cls.properties.has(target.id)) return [];
      const isStatic = context.classes.isStatic(cls, target.id) || context.classes.isShared(cls, target.id);
      const { type } = cls.attribute(target.id);
      const given = expression(context, item.value);
      // The body of a class in TypeScript cannot await.
      const waits = awaits(given);
      const value = waits
        ? context.untranslatedLater("U0110", "a class attribute that has to be waited for", item, context.source(item))
        : given;
      const evident =
        waits ||
        (isEvident(type, context.typeOf(item.value)) &&
          value.type !== "ArrayExpression" &&
          !members(type).some((m) => m.k === "none"));
      const made = place({
        type: "PropertyDefinition",
        key: id(context.names.property(target.id)),
        computed: false,
        static: isStatic,
        override: ofLibrary(cls, target.id),
        declare: false,
        readonly: ofLibrary(cls, target.id),
        value,
        ...(!evident && { typeAnnotation: annotation(tsType(context, type)) }),
      });
      const [first] = made;
      if (first)
        context.comments.before(
          first,
          context
            .takeMarks()
            .flat()
            .map((v) => ({ type: "Line", value: v })),
        );
      return made;
    }
    case "Pass":
      return [];
    case "Expr":
      if (item.value.kind === "Str") return [];
      break;
    default:
  }
  return place(bodyStatement(context, cls, item));
}

const isOfProperty = (context: Context, decorator: py.Expression): boolean =>
  (decorator.kind === "Name" && decorator.id === "property" && meansBuiltin(context.module.bindings, decorator)) ||
  (decorator.kind === "Attribute" && ["getter", "setter", "deleter"].includes(decorator.attr));

/** A later definition of the same name is the one that counts: nothing can have called this one. */
const isReplaced = (cls: ClassInfo, item: py.FunctionDef): boolean =>
  item.decorators.length === 0 &&
  cls.node.body.body.some(
    (s) =>
      s.start > item.start &&
      ((s.kind === "FunctionDef" && s.name === item.name && s.decorators.length === 0) ||
        (s.kind === "Assign" && s.targets.some((to) => isUnread(cls, to, item)))),
  );

/** The name of the method, which the class body has not read before it is given another value here. */
const isUnread = (cls: ClassInfo, target: py.Expression, item: py.FunctionDef): boolean =>
  target.kind === "Name" &&
  target.id === item.name &&
  cls.scope.symbols.get(item.name)?.occurrences.every((o) => o.write) === true;

/** `b = a` of a method `a`, `b = Base.b`: a method that calls it; nothing for `a = a`. Null where it is no such statement. */
function methodAliases(context: Context, cls: ClassInfo, item: py.Assign): Member[] | null {
  const names = item.targets.map((t) => (t.kind === "Name" ? t.id : ""));
  const methods = names.map((name) => cls.methods.get(name)?.fn);
  const [fn] = methods;
  if (!fn || fn.node.kind !== "FunctionDef" || methods.some((m) => m !== fn)) return null;
  const isOfBase = fn.owner !== cls;
  if (names.includes("__init__")) return [unfinished(context, cls, item, "a constructor under another name")];
  if (!isOfBase && names.includes(fn.name))
    return names.length === 1 && item.value.kind === "Name" && item.value.id === fn.name ? [] : null;
  const family = [...context.facts.classes.values()].filter((c) => c !== cls && c.lineage.includes(cls));
  const own = fn.name;
  if (fn.binding !== "instance") return [unfinished(context, cls, item, "a second name of a method that is static")];
  const owner = fn.owner ?? cls;
  const isOverridden = isOfBase || family.some((c) => c.methods.has(own));
  return names.map((name): Member => {
    // What its body leaves undone is marked, and reported, where it stands.
    const { params, returnType } = context.attempt(
      () => functionParts(context, fn, fn.node as py.FunctionDef),
      () => false,
    );
    const args = params.map((p) => forwarded(p));
    return {
      type: "MethodDefinition",
      ...methodKey(context, name),
      kind: "method",
      static: false,
      override: overridesText(cls, name),
      value: {
        type: "FunctionExpression",
        id: null,
        async: false,
        generator: false,
        params,
        body: blockNode([
          returns(
            isOverridden
              ? call(member(methodOf(context, member(context.classId(owner), "prototype"), own), "call"), [
                  thisValue(),
                  ...args,
                ])
              : call(methodOf(context, thisValue(), own), args),
          ),
        ]),
        returnType: annotation(returnType),
      },
    };
  });
}

/** What a method is called here: `__str__` is `toString`, `__repr__` a symbol of the runtime's. */
const methodKey = (context: Context, name: string): { readonly key: ts.Expression; readonly computed: boolean } =>
  name === "__repr__"
    ? { key: context.runtime("python", "reprMethod"), computed: true }
    : { key: id(name === "__str__" ? "toString" : context.names.property(name)), computed: false };

/** The method of that Python name, of an object. */
export function methodOf(context: Context, object: ts.Expression | ts.Super, name: string): ts.Expression {
  const { key, computed } = methodKey(context, name);
  return computed ? index(object, key) : member(object, (key as ts.Identifier).name);
}

/** An exception of the runtime has a text, and a repr, of its own. */
const overridesText = (cls: ClassInfo, name: string): boolean =>
  overrides(cls, name) || ((name === "__str__" || name === "__repr__") && derivesFromException(cls));

/** The argument that hands a parameter on. */
function forwarded(parameter: ts.Pattern | null): ts.Expression | ts.SpreadElement {
  // Python has no parameter twice, so that no place of a tuple is without a name.
  if (parameter === null) return id("undefined");
  if (parameter.type === "ArrayPattern") return array(parameter.elements.map(forwarded));
  if (parameter.type === "Identifier") return id(parameter.name);
  if (parameter.type === "AssignmentPattern" && parameter.left.type === "Identifier") return id(parameter.left.name);
  if (parameter.type === "RestElement" && parameter.argument.type === "Identifier")
    return spread(id(parameter.argument.name));
  return id("undefined");
}

/** Whether a method replaces one of a base class, of the program or of the runtime. */
function overrides(cls: ClassInfo, name: string): boolean {
  if (cls.lineage.slice(1).some((c) => c.methods.has(name))) return true;
  return calledByLibrary(cls)[name]?.declared === true;
}

/** A special method that would have to be awaited where the runtime calls it: it throws when it is called. */
function waitingSpecial(context: Context, cls: ClassInfo, node: py.FunctionDef): Member {
  const mark = context.untranslated("U0110", `${node.name} waits, and is called where nothing can be awaited`, node);
  const made: ts.MethodDefinition = {
    type: "MethodDefinition",
    ...methodKey(context, node.name),
    kind: "method",
    static: false,
    override: overridesText(cls, node.name),
    value: {
      type: "FunctionExpression",
      id: null,
      async: false,
      generator: false,
      params: [],
      body: blockNode([returns(mark)]),
      returnType: annotation(
        methodKey(context, node.name).computed || node.name === "__str__" ? stringType() : anyType(),
      ),
    },
  };
  context.comments.before(
    made,
    context
      .takeMarks()
      .flat()
      .map((v) => ({ type: "Line", value: v })),
  );
  return made;
}

/** Something of a class body that stays undone: a member that throws when it is used. */
function unfinished(context: Context, cls: ClassInfo, item: py.Statement, message: string): Member {
  const isFree = item.kind === "FunctionDef" && !cls.methods.has(item.name);
  const name = isFree ? context.names.property(item.name) : context.temporary("untranslatedPart");
  const later = context.untranslatedLater("U0109", message, item, context.source(item).split("\n")[0] ?? "");
  const made: ts.PropertyDefinition = {
    type: "PropertyDefinition",
    key: id(name),
    computed: false,
    static: item.kind !== "FunctionDef" || (isFree && context.classes.isStatic(cls, item.name)),
    override: false,
    declare: false,
    readonly: false,
    value: later,
  };
  context.comments.before(
    made,
    context
      .takeMarks()
      .flat()
      .map((v) => ({ type: "Line", value: v })),
  );
  return made;
}

/** Methods of derived classes that take more than this one are of its type to TypeScript where it takes anything more as well. */
function morePassed(context: Context, cls: ClassInfo, { name, params }: py.FunctionDef): ts.Pattern[] {
  if (params.vararg || params.kwarg || params.kwonly.length > 0 || name.startsWith("__")) return [];
  const takesMore = [...context.facts.classes.values()].some(
    (c) =>
      c !== cls &&
      c.lineage.includes(cls) &&
      c.node.body.body.some(
        (s) =>
          s.kind === "FunctionDef" &&
          s.name === name &&
          s.params.positional.filter((p) => !p.default).length > params.positional.length,
      ),
  );
  if (!takesMore) return [];
  const typed = annotation(arrayType({ type: "TSNeverKeyword" }));
  return [{ type: "RestElement", argument: id("_more"), typeAnnotation: typed }];
}

/** A method, and what its defaults are: static members before it, made when the class is. */
function methodMember(
  context: Context,
  cls: ClassInfo,
  fn: FunctionInfo,
  node: py.FunctionDef,
): { readonly defaults: readonly Member[]; readonly method: Member } {
  reportUnicodeText(context, node);
  reportAskedMethods(context, fn, node, cls);
  const parts = functionParts(context, fn, node);
  const inherited = overrides(cls, node.name);
  const isInit = node.name === "__init__";
  const isStatic = fn.binding === "static" || fn.binding === "class";
  const name = node.name === "__str__" ? "toString" : context.names.property(node.name);
  const isRepr = node.name === "__repr__";
  const libraryBase = derivesFromException(cls);
  const generic = isInit ? [] : genericParameters(context, fn);
  const made: ts.MethodDefinition = {
    type: "MethodDefinition",
    key: isRepr ? context.runtime("python", "reprMethod") : id(isInit ? (initialiserName(fn) ?? "constructor") : name),
    computed: isRepr,
    kind: isInit && !fn.initialisesLater ? "constructor" : "method",
    static: isStatic,
    // The printer would write `override static`, which TypeScript refuses.
    override: (inherited || ((node.name === "__str__" || isRepr) && libraryBase)) && !isInit && !isStatic,
    value: {
      type: "FunctionExpression",
      id: null,
      async: fn.async,
      generator: fn.isGenerator,
      params: [...parts.params, ...(isInit || isStatic ? [] : morePassed(context, cls, node))],
      body: isInit
        ? fn.initialisesLater
          ? initBody(parts.body)
          : constructorBody(context, cls, fn, parts.body)
        : parts.body,
      ...(!isInit && !makesFunctions(context, fn) && { returnType: annotation(parts.returnType) }),
      ...(generic.length > 0 && {
        typeParameters: { type: "TSTypeParameterDeclaration" as const, params: generic },
      }),
      ...(isInit &&
        fn.initialisesLater && { returnType: annotation(fn.async ? promiseType(typeRef("this")) : typeRef("this")) }),
    },
  };
  if (parts.doc !== null) context.comments.before(made, [docComment(parts.doc)]);
  return { defaults: staticMembers(parts.before), method: made };
}

/** What is made before a function, as static members of its class. */
export const staticMembers = (before: readonly ts.Statement[]): readonly ts.PropertyDefinition[] =>
  before.flatMap((s) => (s.type === "VariableDeclaration" ? s.declarations.map(staticMember) : []));

export const staticMember = ({ id: name, init }: ts.VariableDeclarator): ts.PropertyDefinition => {
  const { typeAnnotation, ...key } = name as ts.Identifier;
  return {
    type: "PropertyDefinition",
    key,
    computed: false,
    static: true,
    override: false,
    declare: false,
    readonly: true,
    value: init,
    ...(typeAnnotation && { typeAnnotation }),
  };
};
