import { derivesFromException } from "../analysis/exception-type.ts";
import { decidedTest } from "../analysis/decided-test.ts";
import type { ClassInfo } from "../analysis/entities.ts";
import { comparing, isNewStyle } from "../analysis/special-methods.ts";
import { hasDerived } from "../analysis/type-test.ts";
import {
  annotation,
  array,
  assign,
  block as blockNode,
  call,
  declare,
  id,
  index,
  returns,
  statement,
  string,
  spread,
  stringType,
  unknownType,
  thisValue,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type ExceptionClass, exceptionClasses } from "../library/exception-classes.ts";
import { builtInBases } from "../library/built-in-bases.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import { addedAttributes, attributes, sharedAttributes, sharing } from "./class-attributes.ts";
import { computedAttributes } from "./class-body.ts";
import { classMember, type Member, staticMember } from "./class-member.ts";
import { moduleOfClass } from "./class-text.ts";
import { takingMethods } from "./checked-call.ts";
import { CarriedComments, remarks } from "./carried-comments.ts";
import { docComment, lineComment, lineComments } from "./comments.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { docstring } from "./function.ts";
import { classicStyle } from "./named-attribute.ts";
import { isDecorator } from "./function-decorators.ts";
import { isQuiet } from "./quiet.ts";
import { ownExpressions } from "../python/statement-parts.ts";
import { head } from "./stand-in.ts";
import { remainingAccessors } from "./property.ts";
import { tellingMethods } from "./sent-generator.ts";
import { shownBy, tsType } from "./types.ts";
import { isOrigin } from "./unknown-callee.ts";
import { unwrittenReason } from "./unwritten-class.ts";
import { isPoison } from "../analysis/join.ts";
import type { Type } from "../analysis/types.ts";

/** `class`: a declaration with its attributes declared, methods and, for exceptions, its name. */
export function classStatement(context: Context, node: py.ClassDef): ts.Statement[] {
  const cls = context.facts.classes.get(node);
  const symbol = context.module.bindings.symbols.get(node);
  if (!cls || !symbol) return [statement(context.untranslated("U0106", "a class that is never reached", node))];
  const nested = symbol.scope.node.kind === "ClassDef";
  const here = nested || context.frame.declarations.declaredBy(symbol, node);
  const reason = unwrittenReason(context, cls);
  if (reason) {
    // Defining it does nothing: what uses it throws.
    const later =
      node.decorators.length > 0
        ? // What a decorator does beside giving a class back would be missed: reached, it stops.
          context.untranslated("U0109", reason, node)
        : context.untranslatedLater("U0109", reason, node, `class ${node.name}`);
    const name = nested ? context.classId(cls) : id(context.symbolName(symbol));
    const how = symbol.writes.length === 1 ? "const" : "let";
    return [here ? declare(how, name, later) : statement(assign(name, later))];
  }
  const base = baseClass(context, cls, node);
  const held = cls.bases[0]?.k === "libclass" ? cls.part : null;
  if (typeof base === "string") return [statement(context.untranslated("U0109", base, node))];
  const marks = context.takeMarks();
  const inner: ts.Statement[] = [];
  const body: Member[] = [];
  const isException = derivesFromException(cls);
  if (isException) body.push(...exceptionName(context, cls));
  else if (context.classId(cls).name !== cls.name) body.push(ownName(cls));
  if (isClassicOrder(context, cls))
    body.push(staticMember({ type: "VariableDeclarator", id: id("classic"), init: id("true") }));
  body.push(...addedAttributes(context, cls), ...attributes(context, cls));
  const computed = body.length;
  if (cls.bases.some((b) => b.k === "poison") && !cls.methods.has("__init__")) body.push(anyConstructor());
  const carried = new CarriedComments();
  const doc = docstring(node.body);
  for (const item of classItems(context, node.body)) {
    if (item.kind === "ClassDef") inner.push(...classStatement(context, item));
    const members = classMember(context, cls, item);
    const [first] = members;
    const isApart = item.blankLinesBefore > 0;
    if (first) carried.give(context, first, [], isApart);
    else
      carried.take(
        [...lineComments(item.leading), ...remarks(item, item.kind === "Expr" && item.value === doc)],
        isApart,
      );
    body.push(...members);
  }
  body.splice(computed, 0, ...computedAttributes(context, cls, namedBy(body)));
  const rest = [...carried.rest, ...lineComments(node.body.trailing)];
  const end = body.at(-1);
  if (end)
    context.comments.after(
      end,
      rest.map((c) => ({ ...c, ownLine: true })),
    );
  for (const name of cls.properties.keys()) body.push(...remainingAccessors(context, cls, name));
  if (cls.methods.has("__repr__") && !cls.findMethod("__str__") && !isException) body.push(textFromRepr(context, cls));
  const shared = sharedAttributes(context, cls);
  const made: ts.ClassDeclaration = {
    type: "ClassDeclaration",
    id: nested ? context.classId(cls) : id(context.symbolName(symbol)),
    superClass: base,
    ...(held && { superTypeArguments: { type: "TSTypeParameterInstantiation", params: heldTypes(context, held) } }),
    body: {
      type: "ClassBody",
      body: [
        ...body,
        ...classicStyle(context, cls),
        ...takingMethods(context, cls),
        ...tellingMethods(context, cls),
        ...(shared.length === 0 ? [] : [sharing(context, shared)]),
      ],
    },
  };
  if (doc) context.comments.before(made, [docComment(doc.value)]);
  if (!end) context.comments.before(made, rest);
  context.comments.before(made, marks.flat().map(lineComment));
  return [...inner, made, ...decorating(context, cls, made.id ?? id(cls.name))];
}

/** The static properties and methods that the class has by now. */
const namedBy = (body: readonly Member[]): ReadonlySet<string> =>
  new Set(
    body.flatMap((m) => (m.type !== "StaticBlock" && m.static && m.key.type === "Identifier" ? [m.key.name] : [])),
  );

/** The statements of a class body, with those of a suite that always runs, `if sys.version_info >= (2, 5)`, in its place. */
const classItems = (context: Context, body: py.Block): readonly py.Statement[] =>
  body.body.flatMap((item) => {
    const outcome =
      item.kind === "If" ? decidedTest(item.test, context.module.bindings, (e) => context.typeOf(e)) : null;
    if (item.kind !== "If" || outcome === null) return [item];
    const suite = outcome ? item.body : item.orelse;
    return suite ? classItems(context, suite) : [];
  });

/** `register(C);` of a decorator that gives the class back. What makes it runs before the class in Python: nothing in the class minds. */
function decorating(context: Context, cls: ClassInfo, name: ts.Identifier): ts.Statement[] {
  const isLoud = cls.node.body.body.some(
    (s) =>
      s.kind !== "FunctionDef" &&
      s.kind !== "Pass" &&
      !ownExpressions(s).every((e) => e.kind === "Name" || isQuiet(context, e)),
  );
  return [...cls.node.decorators].reverse().map((d) => {
    if (!isDecorator(context, d) || (isLoud && !isQuiet(context, d)))
      return statement(context.untranslated("U0109", `the class decorator ${context.source(d)}`, d));
    return statement(call(expression(context, d), [name]));
  });
}

function ofRepr(context: Context, cls: ClassInfo): ts.Expression {
  const own = index(thisValue(), context.runtime("python", "reprMethod"));
  const fn = cls.methods.get("__repr__")?.fn;
  return fn && shownBy(fn) !== null ? call(context.runtime("python", "textByRepr"), [thisValue(), own]) : call(own);
}

/** Without `__str__`, `str(x)` is `repr(x)`. */
const textFromRepr = (context: Context, cls: ClassInfo): Member => ({
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
    body: blockNode([returns(ofRepr(context, cls))]),
    returnType: annotation(stringType()),
  },
});

function baseClass(context: Context, cls: ClassInfo, node: py.ClassDef): ts.Expression | null | string {
  // `class Page(object, Template)` extends Template.
  const isObject = (b: Type): boolean => b.k === "libclass" && b.name === "builtins.object";
  const at = Math.max(
    0,
    cls.bases.findIndex((b) => !isObject(b)),
  );
  const [type, written] = [cls.bases[at], node.bases[at]];
  if (!type || !written) return null;
  if (cls.bases.some((base) => base.k === "poison")) return unknownBase(context, cls, node);
  const beside = exceptionsBeside(cls);
  if (cls.isMixed || beside.length > 0) return mixture(context, cls, beside);
  if (type.k === "class") return expression(context, written);
  if (type.k === "namedtuple") return context.memberOf(type.of);
  if (type.k !== "libclass") return "a base class that is not known";
  if (isObject(type)) return cls.methods.has("__new__") ? context.runtime("python", "MadeByNew") : null;
  const container = builtInBases.get(type.name);
  if (container) return context.runtime("python", container.runtime);
  const own = library.classEntry(type.name);
  if (own?.subclass && own.runtime) return context.runtime(own.runtime.barrel, own.runtime.name);
  const exception = exceptionClasses.get(type.name);
  return exception ? context.runtime(exception.barrel, exception.ts) : `the base class ${type.name}`;
}

/** What the container that a class derives from holds: `Dict<string, number>`. */
const heldTypes = (context: Context, part: NonNullable<ClassInfo["part"]>): ts.TypeNode[] =>
  (part.k === "dict" ? [part.key.type, part.value.type] : part.k === "list" ? [part.elem.type] : []).map((type) =>
    tsType(context, type),
  );

/** `class D(B, C)`: mixin(B, [B, C]), the base that makes the objects, and all in the order in which Python looks through them. */
function mixture(context: Context, cls: ClassInfo, beside: readonly ExceptionClass[]): ts.Expression | string {
  const { parent } = cls;
  if (!parent) return "base classes that are not known";
  const order = [
    ...cls.lineage.slice(1).map((base) => context.classId(base)),
    ...beside.map(({ barrel, ts: name }) => context.runtime(barrel, name)),
  ];
  return call(context.runtime("python", "mixin"), [context.classId(parent), array(order)]);
}

/** The library's exceptions that a class of several bases derives from, beside those that its first base does, the last of their line first. */
function exceptionsBeside({ bases, parent }: ClassInfo): readonly ExceptionClass[] {
  const found = new Set<ExceptionClass>();
  for (const base of bases) {
    if (base.k !== "libclass" || !parent) continue;
    for (let at = exceptionClasses.get(base.name); at; at = exceptionClasses.get(at.base ?? "")) {
      const { name } = at;
      if (!parent.libraryBases.some((own) => library.isSubclass(own, name))) found.add(at);
    }
  }
  return [...found];
}

/** A class without a constructor takes what its base takes, which nobody knows here. */
const anyConstructor = (): Member => ({
  type: "MethodDefinition",
  key: id("constructor"),
  computed: false,
  kind: "constructor",
  static: false,
  override: false,
  value: {
    type: "FunctionExpression",
    id: null,
    async: false,
    generator: false,
    params: [
      {
        type: "RestElement",
        argument: id("args"),
        typeAnnotation: annotation({ type: "TSArrayType", elementType: unknownType() }),
      },
    ],
    body: blockNode([statement(call({ type: "Super" }, [spread(id("args"))]))]),
  },
});

/** A base class that is nowhere at hand: one that throws when an object is made, or the class is asked for what it does not have. */
function unknownBase(context: Context, cls: ClassInfo, node: py.ClassDef): ts.Expression {
  const [written] = node.bases;
  const isHere = written?.kind === "Name" && isPoison(context.typeOf(written)) && !isOrigin(context, written);
  if (written && isHere && node.bases.length === 1) return head(context, written);
  const last = node.bases.at(-1)?.end ?? node.end;
  const colon = context.module.source.text.indexOf(":", last);
  const unknown = node.bases.filter((_, i) => cls.bases[i]?.k === "poison").map((base) => context.source(base));
  const header = { start: node.start, end: colon < 0 ? last : colon };
  const message = `the base class ${unknown.join(", ")}: no counterpart`;
  return context.untranslatedLater("U0109", message, header, `class ${node.name}`);
}

/** Of a class without `object` an object of a derived class is not asked first how the two compare: the runtime has to know. */
const isClassicOrder = (context: Context, cls: ClassInfo): boolean =>
  !isNewStyle(cls) &&
  hasDerived(context.facts, cls) &&
  [...comparing].some((name) => name !== "__cmp__" && cls.findMethod(name) !== null);

/** What Python calls the class, where that is no name for it here. */
const ownName = (cls: ClassInfo): Member =>
  staticMember({ type: "VariableDeclarator", id: id("name", stringType()), init: string(cls.name) });

/** `name` is what Python calls the class; an uncaught one is shown as `__main__.Name`. */
function exceptionName(context: Context, cls: ClassInfo): Member[] {
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
        body: blockNode([returns(string(`${moduleOfClass(context, cls)}.${cls.name}`))]),
        returnType: annotation(stringType()),
      },
    },
  ];
}
