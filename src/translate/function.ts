import { allParameters, type FunctionInfo } from "../analysis/entities.ts";
import { describe, has, members, only, type Type } from "../analysis/types.ts";
import {
  annotation,
  arrow,
  assign,
  binary,
  block,
  call,
  construct,
  declare,
  id,
  member,
  nil,
  not,
  statement,
  string,
  thisValue,
  throws,
  unknownType,
  when,
} from "../emit/build.ts";
import { freeNames } from "../emit/free-names.ts";
import type * as ts from "../emit/tree.ts";
import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { docComment } from "./comments.ts";
import type { Context, Frame } from "./context.ts";
import { Declarations } from "./declarations.ts";
import { expression } from "./expression.ts";
import { block as translateBlock, withDeclarations } from "./statement.ts";
import { targetPattern } from "./target.ts";
import { tupleParameter } from "./tuple-parameter.ts";
import { resultType, returnType, tsType } from "./types.ts";
import {
  genericCallable,
  genericParameters,
  onlyPassedOn,
  takesKeywords,
  toldParameters,
  wrapperArguments,
  wrapperMadeBy,
  wrapperResult,
} from "./wrapper.ts";

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
        forward ?? (type ? tsType(context, type) : { type: "TSArrayType", elementType: unknownType() }),
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
  const held = declare("const", id(name), thisValue());
  const [first, ...rest] = statements;
  return first && isSuperCall(first) ? [first, held, ...rest] : [held, ...statements];
}

/** `super(…);` */
export const isSuperCall = (node: ts.Statement): boolean =>
  node.type === "ExpressionStatement" &&
  node.expression.type === "CallExpression" &&
  node.expression.callee.type === "Super";

/** `**kwargs`: an object where it is only handed on, else the dict that Python makes. It comes before `*args`, which takes the rest. */
function keywordParameter(context: Context, fn: FunctionInfo, node: py.FunctionDef, symbol: PySymbol): ts.Pattern {
  if (onlyForwarded(symbol, node.body, context)) return keywordObject(context, fn, symbol.name);
  const left = id(context.names.variable(symbol.name), tsType(context, fn.keywordDict));
  return { type: "AssignmentPattern", left, right: construct(context.runtime("python", "Dict")) };
}

/** const kwargs = takeKeywords(args); */
function takenKeywords(context: Context, fn: FunctionInfo, symbol: PySymbol): ts.Statement {
  const { vararg } = fn.node.params;
  const args = id(vararg?.target.kind === "Name" ? context.names.variable(vararg.target.id) : "args");
  const name = id(context.names.variable(symbol.name), tsType(context, fn.keywordDict));
  return declare("const", name, call(context.runtime("python", "takeKeywords"), [args]));
}

const keywordDict = (context: Context, fn: FunctionInfo, symbol: PySymbol): ts.Statement =>
  declare(
    "const",
    id(context.names.variable(symbol.name), tsType(context, fn.keywordDict)),
    construct(context.runtime("python", "Dict")),
  );

/** `**kwargs` that is only passed on, as `**kwargs`: an object with the keywords that callers pass. */
function keywordObject(context: Context, fn: FunctionInfo, name: string): ts.Pattern {
  const members_ = [...fn.keywords].map(([key, cell]): ts.PropertySignature => ({
    type: "TSPropertySignature",
    key: id(key),
    computed: false,
    optional: true,
    typeAnnotation: annotation({
      type: "TSUnionType",
      types: [tsType(context, cell.type), { type: "TSUndefinedKeyword" }],
    }),
  }));
  const left = id(context.names.variable(name), { type: "TSTypeLiteral", members: members_ });
  return { type: "AssignmentPattern", left, right: { type: "ObjectExpression", properties: [] } };
}

/** Every use of `**kwargs` hands it on as `**kwargs`. */
export function onlyForwarded(symbol: PySymbol, body: py.Block, context: Context): boolean {
  const text = context.module.source.text;
  return symbol.occurrences.every(
    (o) => o.node.start < body.start || ("id" in o.node && text.slice(o.node.start - 2, o.node.start) === "**"),
  );
}

/**
 * A StopIteration that comes out of a generator's body ends it in Python 2; JavaScript would throw it to who asks for the item:
 *   try { … } catch (error) { if (!(error instanceof StopIteration)) throw error; }
 */
function ending(context: Context, fn: FunctionInfo, statements: readonly ts.Statement[]): readonly ts.Statement[] {
  if (!fn.isGenerator || !mayStop(fn, new Set())) return end(fn, statements);
  const error = id(context.temporary("end"));
  const test = binary("instanceof", error, context.runtime("python", "StopIteration"));
  return [
    {
      type: "TryStatement",
      block: block(statements),
      handler: { type: "CatchClause", param: error, body: block([when(not(test), throws(error))]) },
      finalizer: null,
    },
  ];
}

/** A StopIteration may come out of the body: raised there, by `next`, called or kept to be called, or in a function that is called. */
function mayStop(fn: FunctionInfo, seen: Set<FunctionInfo>): boolean {
  if (seen.has(fn)) return false;
  seen.add(fn);
  const text = fn.module.source.text.slice(fn.node.start, fn.node.end);
  if (/StopIteration|\bnext\b|\.(send|throw)\b/.test(text)) return true;
  return [...fn.calls].some((callee) => !callee.isGenerator && mayStop(callee, seen));
}

/** Python returns None where control falls off the end; TypeScript wants it said when other paths return a value. */
function end(fn: FunctionInfo, statements: readonly ts.Statement[]): readonly ts.Statement[] {
  if (!fn.returnsValue || !fn.returnsNothing || fn.isGenerator) return statements;
  const result = resultType(fn);
  if (!result || completes(statements.at(-1))) return statements;
  return [...statements, { type: "ReturnStatement", argument: nil() }];
}

/** The statement never lets control pass on. */
export function completes(node: ts.Statement | null | undefined): boolean {
  switch (node?.type) {
    case "ReturnStatement":
    case "ThrowStatement":
      return true;
    case "IfStatement":
      return completes(node.consequent) && completes(node.alternate);
    case "BlockStatement":
      return completes(node.body.at(-1));
    case "TryStatement":
      return completes(node.finalizer) || (completes(node.block) && (!node.handler || completes(node.handler.body)));
    default:
      return false;
  }
}

const selfSymbol = (fn: FunctionInfo, node: py.FunctionDef): PySymbol | null => {
  const [first] = node.params.positional;
  return first?.target.kind === "Name" ? (fn.scope.symbols.get(first.target.id) ?? null) : null;
};

function parameter(
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
  const evident =
    (type.k === "int" || type.k === "float" || type.k === "bool" || type.k === "str" || type.k === "unicode") &&
    value.type === "Literal" &&
    value.value !== null;
  return { type: "AssignmentPattern", left: evident ? id(name) : id(name, tsType(context, type)), right: value };
}

/** A literal that is of no kind that the type has. */
function isForeign(value: ts.Expression, type: Type): boolean {
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
  const unknownDecorator = decorators.find((d) => !only(context.typeOf(d), "func", "class"));
  if (unknownDecorator) {
    const later = context.untranslatedLater(
      "U0103",
      `the decorator ${context.source(unknownDecorator)}`,
      node,
      `def ${node.name}`,
    );
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
    return [...parts.before, made, ...givenName(context, fn, id(name))];
  }
  // What a decorator takes has no name of its own: inside, the name means what the decorator gives.
  const own = decorators.length === 0 ? id(name) : null;
  const value = decorate(context, fn, decorators, { type: "FunctionExpression", id: own, ...common });
  const made = context.frame.declarations.declaredBy(symbol, node)
    ? declare(symbol.writes.length === 1 ? "const" : "let", id(name), value)
    : statement(assign(id(name), value));
  if (parts.doc !== null) context.comments.before(made, [docComment(parts.doc)]);
  return [...parts.before, made];
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

/** A function as its decorators give it back: each takes what the one below has given. */
export function decorate(
  context: Context,
  fn: FunctionInfo,
  decorators: readonly py.Expression[],
  made: ts.Expression,
): ts.Expression {
  if (decorators.length === 0) return made;
  const called = context.readsFunctionNames ? call(context.runtime("python", "named"), [string(fn.name), made]) : made;
  return decorators.reduceRight<ts.Expression>(
    (value, d) =>
      only(context.typeOf(d), "class")
        ? construct(expression(context, d), [value])
        : call(expression(context, d), [value]),
    toldParameters(context, fn, called),
  );
}

/** The function whose name `functools.wraps` gives to a wrapper; null for any other function. */
export function nameGiver(context: Context, { node }: FunctionInfo): py.Expression | null {
  const wraps = node.kind === "FunctionDef" ? node.decorators.find((d) => isWraps(context, d)) : undefined;
  return wraps?.kind === "Call" ? (wraps.args[0] ?? null) : null;
}

/** `named(f.name, inner);` where the program looks at names. */
function givenName(context: Context, fn: FunctionInfo, made: ts.Identifier): ts.Statement[] {
  const giver = context.readsFunctionNames ? nameGiver(context, fn) : null;
  if (!giver) return [];
  return [statement(call(context.runtime("python", "named"), [member(expression(context, giver), "name"), made]))];
}

/** `functools.wraps(f)` keeps a name that nothing of the translation reads. */
function isWraps(context: Context, decorator: py.Expression): boolean {
  return (
    decorator.kind === "Call" &&
    members(context.typeOf(decorator.func)).some((m) => m.k === "libfn" && m.name === "functools.wraps")
  );
}

/** `@contextmanager` leaves the generator as it is: `with` knows what to do with one. */
const makesManager = (context: Context, decorator: py.Expression): boolean =>
  members(context.typeOf(decorator)).some((m) => m.k === "libfn" && m.name === "contextlib.contextmanager");

/** Decorators that leave something to be called. */
export const ownDecorators = (context: Context, node: py.FunctionDef): readonly py.Expression[] =>
  node.decorators.filter((d) => !isWraps(context, d) && !makesManager(context, d));

/** The function makes another one, whose type TypeScript infers better than we could say it. */
const makesFunctions = (context: Context, fn: FunctionInfo): boolean =>
  wrapperMadeBy(context, fn) !== null ||
  (fn.node.kind === "FunctionDef" &&
    fn.node.body.body.some((s) => {
      const inner = s.kind === "FunctionDef" ? context.facts.functions.get(s) : undefined;
      return inner !== undefined && wrapperMadeBy(context, inner) !== null;
    }));

/** The function gives a class of its own, or an object of one: TypeScript knows its type, and nothing outside can name it. */
const givesOwnClass = (context: Context, fn: FunctionInfo): boolean =>
  members(fn.returns.type).some((m) => (m.k === "instance" || m.k === "class") && !context.sees(m.cls));

/** `lambda`. */
export function lambda(context: Context, node: py.Lambda): ts.Expression {
  const fn = context.facts.functions.get(node);
  if (!fn) return context.untranslated("U0103", "a lambda that is never reached", node);
  if (node.params.vararg || node.params.kwarg) return context.untranslated("U0103", "a lambda with *args", node);
  // A default is made when the lambda is: one that is not the same each time is handed in.
  //   lambda q, i=i: q + i  →  ((i0) => (q, i = i0) => q + i)(i)
  const held: ts.Identifier[] = [];
  const values: ts.Expression[] = [];
  const params: ts.Pattern[] = [];
  for (const p of node.params.positional) {
    if (p.target.kind !== "Name") {
      const tuple = tupleParameter(context, fn, p);
      if (!tuple) return context.untranslated("U0103", "a lambda with a tuple as parameter", node);
      params.push(tuple);
      continue;
    }
    const made = parameter(context, fn, p, p.target, []);
    if (made.type !== "AssignmentPattern" || isFixed(made.right)) params.push(made);
    else {
      const name = id(
        context.temporary(`${made.left.name}0`),
        p.default ? tsType(context, context.typeOf(p.default)) : undefined,
      );
      held.push(name);
      values.push(p.default ? expression(context, p.default) : nil());
      params.push({ ...made, right: id(name.name) });
    }
  }
  const frame: Frame = {
    ...context.frame,
    scope: fn.scope,
    fn,
    declarations: new Declarations(fn.scope, (s) => context.facts.mayBeUnset(s)),
    loops: [],
  };
  const body = context.inside(frame, () => expression(context, node.body));
  // What is made of a tuple's parts is often a tuple again, which TypeScript would take for an array.
  const tuples = node.body.kind === "Tuple" && params.some((p) => p.type === "ArrayPattern");
  const made = arrow(params, body, { async: fn.async, ...(tuples && { returnType: returnType(context, fn) }) });
  return held.length === 0 ? made : call(arrow(held, made), values);
}

const isFixed = (value: ts.Expression): boolean =>
  value.type === "Literal" ||
  (value.type === "UnaryExpression" && value.argument.type === "Literal") ||
  (value.type === "Identifier" && (value.name === "true" || value.name === "false"));
