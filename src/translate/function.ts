import type { FunctionInfo } from "../analysis/entities.ts";
import { allParameters } from "../python/parameters.ts";
import { type Type } from "../analysis/types.ts";
import {
  annotation,
  anyType,
  arrayType,
  assign,
  block,
  declare,
  id,
  member,
  statement,
  unknownType,
} from "../emit/build.ts";
import { freeNames } from "../emit/free-names.ts";
import type * as ts from "../emit/tree.ts";
import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { taking, takingDeclared } from "./checked-call.ts";
import { tellingStart, tellingStartDeclared } from "./sent-generator.ts";
import { docComment } from "./comments.ts";
import type { Context, Frame } from "./context.ts";
import { selfValue } from "./self-type.ts";
import { Declarations } from "./declarations.ts";
import { expression } from "./expression.ts";
import { block as translateBlock, withDeclarations } from "./statement.ts";
import { targetPattern } from "./target-pattern.ts";
import { tupleParameter } from "./tuple-parameter.ts";
import { attributesDeclared } from "./function-attributes.ts";
import { returnType, tsType } from "./types.ts";
import {
  genericCallable,
  genericParameters,
  onlyPassedOn,
  takesKeywords,
  wrapperArguments,
  wrapperResult,
} from "./wrapper.ts";
import { ending } from "./generator-end.ts";
import { keywordParameter, standsForOptional, takenKeywords, keywordDict } from "./keyword-parameters.ts";
import {
  decorate,
  givenName,
  isDecorator,
  ownDecorators,
  makesFunctions,
  givesOwnClass,
} from "./function-decorators.ts";
import { isQuiet } from "./quiet.ts";
import { isPoison, members } from "../analysis/join.ts";
import { describe } from "../analysis/describe.ts";
import { has } from "../analysis/kinds.ts";

/** Everything a function is made of, whatever form it takes. */
export interface FunctionParts {
  readonly params: readonly ts.Pattern[];
  readonly body: ts.BlockStatement;
  readonly returnType: ts.TypeNode;
  /** Statements before it: defaults that are made once. */
  readonly before: readonly ts.Statement[];
  readonly doc: string | null;
}

/**
 * Translates parameters and body. `self` is left out of methods, unless `detached`: then it is a function that takes it first, as
 * decorators see it.
 */
export function functionParts(
  context: Context,
  fn: FunctionInfo,
  node: py.FunctionDef,
  detached = false,
): FunctionParts {
  const method = fn.owner !== null && fn.binding !== "static" && !detached;
  const positional = method ? node.params.positional.slice(1) : node.params.positional;
  const self = method ? selfSymbol(fn, node) : null;
  const frame: Frame = {
    scope: fn.scope,
    fn,
    cls: detached ? null : fn.owner,
    declarations: new Declarations(fn.scope, (s) => context.facts.mayBeUnset(s)),
    self: fn.binding === "class" ? null : self,
    aliases: new Map(),
    loops: [],
    caught: [],
    followed: [],
  };
  const before: ts.Statement[] = [];
  const forward = wrapperArguments(context, fn);
  const unpacking: ts.Statement[] = [];
  const params: ts.Pattern[] = [];
  for (const p of [...positional, ...node.params.kwonly]) {
    if (p.target.kind !== "Name") {
      const tuple = tupleParameter(context, fn, p);
      if (tuple) {
        params.push(tuple);
        continue;
      }
      const mark = context.untranslated("U0103", "a tuple as parameter", p);
      const names = targetPattern(context, p.target);
      unpacking.push(names ? declare("let", names, mark) : statement(mark));
      params.push(id(context.temporary("pair"), unknownType()));
      continue;
    }
    params.push(parameter(context, fn, p, p.target, before));
  }
  const { vararg, kwarg } = node.params;
  const keywords = kwarg?.target.kind === "Name" ? fn.scope.symbols.get(kwarg.target.id) : undefined;
  if (keywords && forward) {
    // Calls of a decorated function are put in the order of its parameters: there are no keywords left.
    if (takesKeywords(context, fn)) unpacking.push(takenKeywords(context, fn, keywords));
    else if (!onlyPassedOn(context, keywords)) unpacking.push(keywordDict(context, fn, keywords));
  } else if (keywords) params.push(keywordParameter(context, fn, node, keywords));
  if (vararg?.target.kind === "Name") {
    const symbol = fn.scope.symbols.get(vararg.target.id);
    const type = symbol ? (fn.params.get(symbol)?.type ?? null) : null;
    params.push({
      type: "RestElement",
      argument: id(context.names.variable(vararg.target.id)),
      typeAnnotation: annotation(
        forward ??
          (standsForOptional(context, fn)
            ? arrayType(anyType())
            : type
              ? tsType(context, type)
              : arrayType(unknownType())),
      ),
    });
  }
  reportAssumed(context, fn, positional);
  const body = context.inside(frame, () => {
    const doc = docstring(node.body);
    const statements = withDeclarations(context, fn.scope, translateBlock(context, node.body, doc ? 1 : 0));
    return {
      statements: ending(context, fn, self ? withSelf(context, self, statements) : statements),
      doc: doc?.value ?? null,
    };
  });
  return {
    params,
    body: block([...unpacking, ...body.statements]),
    returnType: wrapperResult(context, fn) ?? returnType(context, fn),
    before,
    doc: body.doc,
  };
}

/**
 * `this` under the name that the method gives it, where inner functions use it, or a class method its class:
 *   const self = this;
 */
function withSelf(context: Context, self: PySymbol, statements: readonly ts.Statement[]): readonly ts.Statement[] {
  const name = context.names.variable(self.name);
  if (!freeNames(statements).has(name)) return statements;
  const held = declare("const", id(name), selfValue(context, self));
  const [first, ...rest] = statements;
  return first && isSuperCall(first) ? [first, held, ...rest] : [held, ...statements];
}

/** `super(…);` */
export const isSuperCall = (node: ts.Statement): boolean =>
  node.type === "ExpressionStatement" &&
  node.expression.type === "CallExpression" &&
  node.expression.callee.type === "Super";

const selfSymbol = (fn: FunctionInfo, node: py.FunctionDef): PySymbol | null => {
  const [first] = node.params.positional;
  return first?.target.kind === "Name" ? (fn.scope.symbols.get(first.target.id) ?? null) : null;
};

export function parameter(
  context: Context,
  fn: FunctionInfo,
  p: py.Parameter,
  target: py.Name,
  before: ts.Statement[],
): ts.Pattern {
  const symbol = fn.scope.symbols.get(target.id);
  // A parameter that the body gives another type as well is declared with both.
  const passed = symbol ? (fn.params.get(symbol)?.type ?? { k: "unknown" as const }) : { k: "unknown" as const };
  const declared = symbol ? context.declaredType(symbol) : passed;
  const type: Type = declared.k === "poison" || (symbol && symbol.writes.length > 1) ? declared : passed;
  const name = context.names.variable(target.id);
  const generic = genericCallable(context, fn, symbol);
  if (!p.default) return id(name, generic ?? tsType(context, type));
  const value = defaultValue(context, fn, p.default, name, before);
  // Every call gives it, so that nothing in the body expects what it would be.
  if (fn.called && isForeign(value, type)) return id(name, tsType(context, type));
  // What a decorator takes is of unknown types to TypeScript, a default's too.
  const isHanded = fn.node.kind === "FunctionDef" && fn.node.decorators.length > 0;
  const evident =
    !isHanded &&
    (type.k === "int" || type.k === "float" || type.k === "bool" || type.k === "str" || type.k === "unicode") &&
    value.type === "Literal" &&
    value.value !== null;
  return { type: "AssignmentPattern", left: evident ? id(name) : id(name, tsType(context, type)), right: value };
}

/** `true` or `false`. */
const isTruth = (value: ts.Expression): boolean =>
  value.type === "Identifier" && (value.name === "true" || value.name === "false");

/** A literal that is of no kind that the type has. */
function isForeign(value: ts.Expression, type: Type): boolean {
  if (isTruth(value)) return type.k !== "never" && !has(type, "unknown", "poison", "json", "bool");
  if (value.type !== "Literal" || has(type, "unknown", "poison", "json")) return false;
  if (value.value === null) return !has(type, "none");
  if (typeof value.value === "string") return !has(type, "str", "unicode");
  return typeof value.value === "number" && !has(type, "int", "long", "float", "bool");
}

/**
 * A default is made once, when `def` runs. A literal is the same each time; anything else is made before the function, a method's
 * as a static member:
 *   def f(x=[]): …  →  const fXDefault: T[] = []; function f(x = fXDefault) …
 */
function defaultValue(
  context: Context,
  fn: FunctionInfo,
  node: py.Expression,
  name: string,
  before: ts.Statement[],
): ts.Expression {
  const decorators = fn.node.kind === "FunctionDef" ? ownDecorators(context, fn.node) : [];
  if (!isQuiet(context, node) && decorators.some((d) => !isQuiet(context, d)))
    return context.untranslated("U0103", "a default value that is made after the decorators", node);
  const value = expression(context, node);
  const fixed = value.type === "Literal" || (value.type === "UnaryExpression" && value.argument.type === "Literal");
  // In TypeScript a default sees the parameters, its own included; in Python it does not.
  const hidden = value.type === "Identifier" && parameterNames(context, fn).includes(value.name);
  const symbol = node.kind === "Name" && !hidden ? context.module.bindings.symbols.get(node) : undefined;
  const isUnset = node.kind === "Name" && context.facts.unsetReads.has(node);
  const constant = symbol?.writes.length === 1 && !isUnset && symbol.scope.node.kind !== "ClassDef";
  if (fixed || constant || (value.type === "Identifier" && (value.name === "true" || value.name === "false")))
    return value;
  const owner = context.names.variable(fn.name.replace(/^__(\w+)__$/, "$1"));
  const held = context.temporary(`${owner}${name[0]?.toUpperCase()}${name.slice(1)}Default`);
  before.push(declare("const", id(held, tsType(context, context.typeOf(node))), value));
  return fn.owner ? member(context.classId(fn.owner), held) : id(held);
}

/** What a function's parameters are called here. */
const parameterNames = (context: Context, { node }: FunctionInfo): readonly string[] =>
  allParameters(node.params).flatMap(({ target }) =>
    target.kind === "Name" ? [context.names.variable(target.id)] : [],
  );

function reportAssumed(context: Context, fn: FunctionInfo, positional: readonly py.Parameter[]): void {
  for (const p of positional) {
    if (p.target.kind !== "Name") continue;
    const symbol = fn.scope.symbols.get(p.target.id);
    if (!symbol || !fn.assumed.has(symbol)) continue;
    const type = fn.params.get(symbol)?.type ?? { k: "unknown" as const };
    if (type.k === "unknown") context.report("A0101", `nothing tells the type of ${p.target.id} of ${fn.name}()`, p);
    else context.report("A0101", `${p.target.id} of ${fn.name}() is taken as ${describe(type)}`, p);
  }
}

export function docstring(body: py.Block | py.Module): py.Str | null {
  const [first] = body.body;
  return first?.kind === "Expr" && first.value.kind === "Str" ? first.value : null;
}

/** `def`, as a declaration or, where the name is bound more than once or decorated, as a value. */
export function functionStatement(context: Context, node: py.FunctionDef): ts.Statement[] {
  const fn = context.facts.functions.get(node);
  const symbol = context.module.bindings.symbols.get(node);
  if (!fn || !symbol) return [statement(context.untranslated("U0106", "a function that is never reached", node))];
  if (node.async) return [statement(context.untranslated("U0106", "async def: the file is Python 3", node))];
  const name = context.symbolName(symbol);
  const decorators = ownDecorators(context, node);
  const unknownDecorator = decorators.find((d) => !isDecorator(context, d));
  if (unknownDecorator) {
    const reason = `the decorator ${context.source(unknownDecorator)}`;
    // What one of the program does beside giving a function would be missed: reached, it stops.
    const later = isPoison(context.typeOf(unknownDecorator))
      ? context.untranslatedLater("U0103", reason, node, `def ${node.name}`)
      : context.untranslated("U0103", reason, node);
    const isDeclared = context.frame.declarations.declaredBy(symbol, node);
    return [
      isDeclared
        ? declare(symbol.writes.length === 1 ? "const" : "let", id(name), later)
        : statement(assign(id(name), later)),
    ];
  }
  const parts = functionParts(context, fn, node);
  const common = functionShape(context, fn, parts);
  const plain =
    context.frame.declarations.declaredBy(symbol, node) && symbol.writes.length === 1 && decorators.length === 0;
  if (plain) {
    const made: ts.FunctionDeclaration = { type: "FunctionDeclaration", id: id(name), ...common };
    if (parts.doc !== null) context.comments.before(made, [docComment(parts.doc)]);
    return [
      ...parts.before,
      made,
      ...givenName(context, fn, id(name)),
      ...symbol.writes.flatMap((write) => attributesDeclared(context, fn, write, id(name))),
      ...takingDeclared(context, fn, id(name)),
      ...tellingStartDeclared(context, fn, id(name)),
    ];
  }
  // What a decorator takes has no name of its own: inside, the name means what the decorator gives.
  const own = decorators.length === 0 ? id(name) : null;
  const value = decorate(
    context,
    fn,
    decorators,
    tellingStart(context, fn, taking(context, fn, { type: "FunctionExpression", id: own, ...common })),
  );
  const made = context.frame.declarations.declaredBy(symbol, node)
    ? declare(symbol.writes.length === 1 ? "const" : "let", declaredName(context, symbol, name), value)
    : statement(assign(id(name), value));
  if (parts.doc !== null) context.comments.before(made, [docComment(parts.doc)]);
  return [...parts.before, made];
}

/** The name with its type, where functions of other types, or other values, come to stand under it. */
function declaredName(context: Context, symbol: PySymbol, name: string): ts.Identifier {
  const declared = context.declaredType(symbol);
  const isOther = symbol.writes.length > 1 && members(declared).length > 1 && !isPoison(declared);
  return isOther ? id(name, tsType(context, declared)) : id(name);
}

/** What a function is made of, for a declaration or an expression. */
export function functionShape(
  context: Context,
  fn: FunctionInfo,
  parts: FunctionParts,
): Omit<ts.FunctionExpression, "type" | "id"> {
  const generic = genericParameters(context, fn);
  return {
    async: fn.async,
    generator: fn.isGenerator,
    params: parts.params,
    body: parts.body,
    ...(!makesFunctions(context, fn) && !givesOwnClass(context, fn) && { returnType: annotation(parts.returnType) }),
    ...(generic.length > 0 && { typeParameters: { type: "TSTypeParameterDeclaration" as const, params: generic } }),
  };
}
