import { calledByLibrary, unsupportedClass } from "../analysis/class-support.ts";
import type { ClassInfo, FunctionInfo } from "../analysis/entities.ts";
import { join, members, unset } from "../analysis/types.ts";
import {
  annotation,
  array,
  assign,
  block as blockNode,
  call,
  declare,
  id,
  index,
  member,
  returns,
  spread,
  statement,
  string,
  stringType,
  thisValue,
  promiseType,
  typeRef,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { exceptionClasses } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import { parseSignature } from "../library/signature.ts";
import type * as py from "../python/ast.ts";
import { docComment, lineComments } from "./comments.ts";
import { ofLibrary } from "./class-shapes.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { docstring, functionParts, isSuperCall } from "./function.ts";
import { locate } from "./location.ts";
import { isEvident, tsType } from "./types.ts";

type Member = ts.MethodDefinition | ts.PropertyDefinition;

/** `class`: a declaration with its attributes declared, methods and, for exceptions, its name. */
export function classStatement(context: Context, node: py.ClassDef): ts.Statement[] {
  const cls = context.facts.classes.get(node);
  const symbol = context.module.bindings.symbols.get(node);
  if (!cls || !symbol) return [statement(context.untranslated("U0106", "a class that is never reached", node))];
  const nested = symbol.scope.node.kind === "ClassDef";
  const here = nested || context.frame.declarations.declaredBy(symbol, node);
  const reason =
    unsupportedClass(cls) ??
    lateBase(cls) ??
    (symbol.writes.length > 1 ? "a class whose name is bound again" : null) ??
    (here ? null : "a class that is used outside the block that defines it");
  if (reason) {
    // Defining it does nothing: what uses it throws.
    const later = context.untranslatedLater("U0109", reason, node, `class ${node.name}`);
    const name = nested ? context.classId(cls) : id(context.symbolName(symbol));
    return [here ? declare("const", name, later) : statement(assign(name, later))];
  }
  const base = baseClass(context, cls, node);
  if (typeof base === "string") return [statement(context.untranslated("U0109", base, node))];
  const inner: ts.Statement[] = [];
  const body: Member[] = [];
  const isException = cls.libraryBase !== null && library.isException(cls.libraryBase);
  if (isException) body.push(...exceptionName(context, cls));
  else if (context.classId(cls).name !== cls.name) body.push(ownName(cls));
  body.push(...attributes(context, cls));
  for (const item of node.body.body) {
    if (item.kind === "ClassDef") inner.push(...classStatement(context, item));
    body.push(...classMember(context, cls, item));
  }
  if (cls.methods.has("__repr__") && !cls.findMethod("__str__") && !isException) body.push(textFromRepr(context));
  const made: ts.ClassDeclaration = {
    type: "ClassDeclaration",
    id: nested ? context.classId(cls) : id(context.symbolName(symbol)),
    superClass: base,
    body: { type: "ClassBody", body },
  };
  const doc = docstring(node.body);
  if (doc) context.comments.before(made, [docComment(doc.value)]);
  return [...inner, made];
}

/** A base that is made by its constructor cannot be made from an `__init__` that awaits. */
function lateBase(cls: ClassInfo): string | null {
  if (!cls.methods.get("__init__")?.fn.async) return null;
  const made =
    cls.lineage.slice(1).some((c) => c.methods.get("__init__")?.fn.async === false) ||
    (cls.libraryBase !== null && library.isException(cls.libraryBase));
  return made || cls.findMethod("init") ? "__init__ awaits, and its base class is made by a constructor" : null;
}

/** Without `__str__`, `str(x)` is `repr(x)`. */
const textFromRepr = (context: Context): Member => ({
  type: "MethodDefinition",
  key: id("toString"),
  computed: false,
  kind: "method",
  static: false,
  override: false,
  value: {
    type: "FunctionExpression",
    id: null,
    async: false,
    generator: false,
    params: [],
    body: blockNode([returns(call(index(thisValue(), context.runtime("python", "reprMethod"))))]),
    returnType: annotation(stringType()),
  },
});

function baseClass(context: Context, cls: ClassInfo, node: py.ClassDef): ts.Expression | null | string {
  const [type] = cls.bases;
  const [written] = node.bases;
  if (!type || !written) return null;
  if (type.k === "class") return expression(context, written);
  if (type.k !== "libclass") return "a base class that is not known";
  if (type.name === "builtins.object") return null;
  const own = library.classEntry(type.name);
  if (own?.subclass && own.runtime) return context.runtime(own.runtime.barrel, own.runtime.name);
  const exception = exceptionClasses.get(type.name);
  return exception ? context.runtime(exception.barrel, exception.ts) : `the base class ${type.name}`;
}

/** What Python calls the class, where that is no name for it here. */
const ownName = (cls: ClassInfo): Member =>
  staticMember({ type: "VariableDeclarator", id: id("name"), init: string(cls.name) });

/** `name` is what Python calls the class; an uncaught one is shown as `__main__.Name`. */
function exceptionName(context: Context, cls: ClassInfo): Member[] {
  const qualified = cls.module.input.module;
  return [
    {
      type: "PropertyDefinition",
      key: id("name"),
      computed: false,
      static: false,
      override: true,
      declare: false,
      readonly: true,
      value: string(cls.name),
      typeAnnotation: annotation(stringType()),
    },
    {
      type: "MethodDefinition",
      key: id("qualifiedName"),
      computed: false,
      kind: "get",
      static: false,
      override: true,
      value: {
        type: "FunctionExpression",
        id: null,
        async: false,
        generator: false,
        params: [],
        body: blockNode([returns(string(`${isScript(context, cls) ? "__main__" : qualified}.${cls.name}`))]),
        returnType: annotation(stringType()),
      },
    },
  ];
}

/** A file that guards a main part, or that nothing imports, is run as a script. */
const isScript = (context: Context, cls: ClassInfo): boolean =>
  context.program.modules.length === 1 ||
  cls.module.tree.body.some(
    (s) => s.kind === "If" && s.test.kind === "Compare" && s.test.left.kind === "Name" && s.test.left.id === "__name__",
  ) ||
  cls.module.tree.body.some((s) => s.kind === "Expr" && s.value.kind === "Call");

/** Attributes that methods assign on `self`, declared. */
function attributes(context: Context, cls: ClassInfo): Member[] {
  const found: Member[] = [];
  for (const name of context.classes.assignedBy(cls)) {
    if (cls.lineage.slice(1).some((c) => context.classes.assignedBy(c).has(name) || c.classAttributes.has(name)))
      continue;
    if (cls.classAttributes.has(name) || cls.methods.has(name)) continue;
    const { type } = cls.attribute(name);
    const sure = context.classes.isSure(cls, name);
    found.push({
      type: "PropertyDefinition",
      key: id(context.names.property(name)),
      computed: false,
      static: false,
      override: false,
      declare: false,
      readonly: false,
      value: null,
      ...(sure && needsDefinite(cls) && { definite: true }),
      typeAnnotation: annotation(tsType(context, sure ? type : join(type, unset))),
    });
  }
  return found;
}

/** TypeScript sees assignments in the constructor only where they stand in plain order; ours are proved. */
const needsDefinite = (cls: ClassInfo): boolean => cls.methods.get("__init__")?.fn.async ?? true;

function classMember(context: Context, cls: ClassInfo, item: py.Statement): Member[] {
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
      if (!fn || cls.methods.get(item.name)?.fn !== fn) {
        return place(unfinished(context, item, `the method ${item.name} is defined twice or decorated`));
      }
      const { defaults, method } = methodMember(context, cls, fn, item);
      return [...defaults, ...place(method)];
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
      if (item.targets.length !== 1 || target?.kind !== "Name") break;
      const isStatic = context.classes.isStatic(cls, target.id);
      const { type } = cls.attribute(target.id);
      const value = expression(context, item.value);
      const evident =
        isEvident(type, context.typeOf(item.value)) &&
        value.type !== "ArrayExpression" &&
        !members(type).some((m) => m.k === "none");
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
  return place(unfinished(context, item, "a statement in a class body"));
}

/** `b = a` of a method `a`: a method that calls it. Null where it is no such statement. */
function methodAliases(context: Context, cls: ClassInfo, item: py.Assign): Member[] | null {
  const names = item.targets.map((t) => (t.kind === "Name" ? t.id : ""));
  const methods = names.map((name) => cls.methods.get(name)?.fn);
  const [fn] = methods;
  if (!fn || fn.node.kind !== "FunctionDef" || methods.some((m) => m !== fn) || names.includes(fn.name)) return null;
  const family = [...context.facts.classes.values()].filter((c) => c !== cls && c.lineage.includes(cls));
  const own = fn.name;
  if (fn.binding !== "instance" || family.some((c) => c.methods.has(own)))
    return [unfinished(context, item, "a second name of a method that a subclass overrides, or that is static")];
  return names.map((name): Member => {
    const { params, returnType } = functionParts(context, fn, fn.node as py.FunctionDef);
    const args = params.map((p) => forwarded(p));
    return {
      type: "MethodDefinition",
      key: id(context.names.property(name)),
      computed: false,
      kind: "method",
      static: false,
      override: overrides(cls, name),
      value: {
        type: "FunctionExpression",
        id: null,
        async: false,
        generator: false,
        params,
        body: blockNode([returns(call(member(thisValue(), context.names.property(own)), args))]),
        returnType: annotation(returnType),
      },
    };
  });
}

/** The argument that hands a parameter on. */
function forwarded(parameter: ts.Pattern): ts.Expression | ts.SpreadElement {
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

/** Something of a class body that stays undone: a member that throws when it is used. */
function unfinished(context: Context, item: py.Statement, message: string): Member {
  const name = item.kind === "FunctionDef" ? context.names.property(item.name) : context.temporary("untranslatedPart");
  const later = context.untranslatedLater("U0109", message, item, context.source(item).split("\n")[0] ?? "");
  const made: ts.PropertyDefinition = {
    type: "PropertyDefinition",
    key: id(name),
    computed: false,
    static: item.kind !== "FunctionDef",
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

/** A method, and what its defaults are: static members before it, made when the class is. */
function methodMember(
  context: Context,
  cls: ClassInfo,
  fn: FunctionInfo,
  node: py.FunctionDef,
): { readonly defaults: readonly Member[]; readonly method: Member } {
  const parts = functionParts(context, fn, node);
  const inherited = overrides(cls, node.name);
  const isInit = node.name === "__init__";
  const isStatic = fn.binding === "static" || fn.binding === "class";
  const name = node.name === "__str__" ? "toString" : context.names.property(node.name);
  const isRepr = node.name === "__repr__";
  const libraryBase = cls.libraryBase !== null && library.isException(cls.libraryBase);
  const made: ts.MethodDefinition = {
    type: "MethodDefinition",
    key: isRepr ? context.runtime("python", "reprMethod") : id(isInit ? (fn.async ? "init" : "constructor") : name),
    computed: isRepr,
    kind: isInit && !fn.async ? "constructor" : fn.binding === "property" && !fn.async ? "get" : "method",
    static: isStatic,
    // The printer would write `override static`, which TypeScript refuses.
    override: (inherited || ((node.name === "__str__" || isRepr) && libraryBase)) && !isInit && !isStatic,
    value: {
      type: "FunctionExpression",
      id: null,
      async: fn.async,
      generator: fn.isGenerator,
      params: parts.params,
      body: isInit ? (fn.async ? initBody(parts.body) : constructorBody(context, cls, fn, parts.body)) : parts.body,
      ...(!isInit && { returnType: annotation(parts.returnType) }),
      ...(isInit && fn.async && { returnType: annotation(promiseType(typeRef("this"))) }),
    },
  };
  const defaults = parts.before.flatMap((s) =>
    s.type === "VariableDeclaration" ? s.declarations.map(staticMember) : [],
  );
  if (parts.doc !== null) context.comments.before(made, [docComment(parts.doc)]);
  return { defaults, method: made };
}

const staticMember = ({ id: name, init }: ts.VariableDeclarator): Member => {
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

/** An `__init__` that awaits: it gives the object, so that making one is a single expression. */
const initBody = (body: ts.BlockStatement): ts.BlockStatement => blockNode([...body.body, returns(thisValue())]);

/**
 * The body of a constructor. A derived class must call `super` before it touches `this`: the base's `__init__`, where it is the first
 * statement, is that call; an exception without one has no arguments.
 */
function constructorBody(
  context: Context,
  cls: ClassInfo,
  fn: FunctionInfo,
  body: ts.BlockStatement,
): ts.BlockStatement {
  if (cls.bases.length === 0 || cls.bases.every((b) => b.k === "libclass" && b.name === "builtins.object")) return body;
  const first = body.body.findIndex(isSuperCall);
  const [statement_] = first >= 0 ? [body.body[first]] : [];
  if (first === 0 && statement_) return body;
  const isException = cls.libraryBase !== null && library.isException(cls.libraryBase);
  if (first < 0 || isException) {
    if (isException) {
      // Until the base's `__init__` is called, which may be never, an exception has no arguments.
      const later = body.body.map((s): ts.Statement => (isSuperCall(s) ? argsFrom(s) : s));
      const isBuiltin = cls.libraryBase?.startsWith("exceptions.") === true;
      if (isBuiltin && !cls.lineage.slice(1).some((c) => c.methods.has("__init__")))
        return blockNode([statement(call({ type: "Super" }, [])), ...later]);
    }
    const init = cls.lineage.slice(1).find((c) => c.methods.has("__init__"));
    if (!init && !isException && !needsArguments(cls))
      return blockNode([statement(call({ type: "Super" }, [])), ...body.body]);
  }
  if (statement_ && body.body.slice(0, first).every((s) => isApart(s, statement_)))
    return blockNode([statement_, ...body.body.toSpliced(first, 1)]);
  const mark = statement(
    context.untranslated("U0110", "the base class is initialised after other statements, or not at all", fn.node),
  );
  context.comments.before(
    mark,
    context
      .takeMarks()
      .flat()
      .map((v) => ({ type: "Line", value: v })),
  );
  return blockNode([statement(call({ type: "Super" }, [])), mark, ...body.body]);
}

/** A class of the library that is not made without arguments. */
const needsArguments = (cls: ClassInfo): boolean => {
  const made = library.classEntry(cls.libraryBase ?? "")?.constructor;
  return made != null && parseSignature(made.params).some((p) => !p.optional && !p.variadic && !p.collects);
};

/** `this.x = y` that may as well stand after a `super(…)` of plain names and literals: neither changes what the other reads. */
function isApart(before: ts.Statement, made: ts.Statement): boolean {
  if (before.type !== "ExpressionStatement" || before.expression.type !== "AssignmentExpression") return false;
  if (made.type !== "ExpressionStatement" || made.expression.type !== "CallExpression") return false;
  const { left, right } = before.expression;
  const own = left.type === "MemberExpression" && left.object.type === "ThisExpression";
  return own && isPlain(right) && made.expression.arguments.every((a) => a.type !== "SpreadElement" && isPlain(a));
}

const isPlain = (node: ts.Expression): boolean =>
  node.type === "Identifier" ||
  node.type === "Literal" ||
  (node.type === "ObjectExpression" &&
    node.properties.every((p) => p.type === "Property" && !p.computed && isPlain(p.value as ts.Expression)));

const argsFrom = (node: ts.Statement): ts.Statement => {
  const made =
    node.type === "ExpressionStatement" && node.expression.type === "CallExpression" ? node.expression.arguments : [];
  return statement(assign(member(thisValue(), "args"), array(made)));
};
