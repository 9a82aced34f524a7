import { describeKinds } from "../analysis/describe.ts";
import type { ClassInfo } from "../analysis/entities.ts";
import { type FuncType, lib, type Type } from "../analysis/types.ts";
import { as, binary, call, conditional, id, logical, member, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { answerAttributes, exceptionClasses, holders } from "../library/exception-classes.ts";
import { builtInsWith } from "../library/built-in-attributes.ts";
import { isSink } from "../library/sinks.ts";
import { library } from "../library/index.ts";
import { comesAndGoes, lacksName } from "../library/standard-modules.ts";
import { RESPONSE } from "../library/urllib2-names.ts";
import type * as py from "../python/ast.ts";
import { readByClass } from "./attribute.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { inOrder, partsOf } from "./in-order.ts";
import { attributeOf } from "./named-attribute.ts";
import { kindTest } from "./kind-test.ts";
import { isQuiet } from "./quiet.ts";
import { tsType } from "./types.ts";
import { withValue } from "./with-value.ts";
import { members } from "../analysis/join.ts";
import { has, only } from "../analysis/kinds.ts";
import { isNamedFunction, reading } from "./attribute-reading.ts";
import { valueEmit } from "./library-value.ts";

/** `hasattr(e, 'code')`: which of the possible classes have the attribute. */
export function hasattr(context: Context, node: py.Call, subject: py.Expression, name: string): ts.Expression {
  const type = context.typeOf(subject);
  if (name === "status" && members(type).every((m) => m.k === "lib" && mayBeGivenStatus(m.name))) {
    return call(context.runtime("http", "hasGivenStatus"), [expression(context, subject)]);
  }
  const answers = attributeAnswers(context, type, name);
  if (!answers && mayHold(context, type, name))
    return binary("!==", member(expression(context, subject), context.names.property(name)), id("undefined"));
  if (!answers) {
    const test = ofBuiltIns(context, node, subject, name);
    return test ?? context.untranslated("U0104", `hasattr(…, '${name}') of ${describeKinds(type)}`, node);
  }
  // A module is no value: there is nothing to make.
  if (typeof answers === "string" && isQuiet(context, subject)) return id(String(answers === "always"));
  return withValue(context, subject, (value) =>
    typeof answers === "string" ? id(String(answers === "always")) : holdsAttribute(context, value, answers, name),
  );
}

/** `hasattr(x, '__iter__')` of texts, numbers and containers: a test of the kinds that have it, as isinstance() is. */
function ofBuiltIns(context: Context, node: py.Call, subject: py.Expression, name: string): ts.Expression | null {
  const type = context.typeOf(subject);
  if (!only(type, ...builtInKinds)) return null;
  const test = (value: ts.Expression): ts.Expression | boolean | null =>
    kindTest(context, value, type, builtInsWith(name), node);
  if (test(id("_")) === null) return null;
  return withValue(context, subject, (value) => {
    const made = test(value);
    return made === null || typeof made === "boolean" ? id(String(made)) : made;
  });
}

const builtInKinds = [
  "none",
  "bool",
  "int",
  "long",
  "float",
  "str",
  "unicode",
  "bytes",
  "list",
  "tuple",
  "sequence",
  "dict",
  "set",
  "json",
] as const;

/** Whether a value is of one of the classes that have an attribute, and has it. */
function holdsAttribute(
  context: Context,
  value: ts.Expression,
  classes: readonly ts.Expression[],
  name: string,
): ts.Expression {
  const answered = answerAttributes.test(name);
  const tests = classes.map((cls): ts.Expression =>
    answered && cls.type === "Identifier" && cls.name === "HTTPError"
      ? call(context.runtime("http", "hasAnswer"), [value])
      : binary("instanceof", value, cls),
  );
  return tests.reduce((a, b) => logical("||", a, b));
}

/** Whether values of a type have an attribute: always, never, or those that are instances of some exception classes; null: not known. */
function attributeAnswers(
  context: Context,
  type: Type,
  name: string,
): "always" | "never" | readonly ts.Expression[] | null {
  // What the table has of a module, refused or not, Python 2.7 has.
  if (type.k === "module" && !type.local) {
    if (comesAndGoes(type.name, name)) return null;
    if (library.hasMember(type.name, name)) return "always";
    return library.hasModule(type.name) && lacksName(type.name, name) ? "never" : null;
  }
  if (type.k === "lib" && library.isException(type.name)) {
    // Only a program's own handlers may have given it one.
    if (name === "status") return null;
    if (unlisted.some(([cls, names]) => related(type.name, cls) && names.test(name))) return null;
    const known = library.memberEntry(type, name) !== null || name === "message" || name === "args";
    const ofAnswer = answerAttributes.test(name) && related(type.name, "urllib2.HTTPError");
    if (known && !ofAnswer) return "always";
    const top = (ofAnswer ? ["urllib2.HTTPError"] : holders(type.name, name))
      .map((n) => exceptionClasses.get(n))
      .filter((c) => c !== undefined);
    const own = [...context.facts.classes.values()].filter((c) =>
      c.libraryBases.some((base) => library.isSubclass(base, type.name)),
    );
    if (own.some((c) => c.has(name))) return null;
    return top.length === 0 ? "never" : top.map((c) => context.runtime(c.barrel, c.ts));
  }
  if (isSink(type) && library.memberEntry(type, name)?.kind === "function") return "always";
  if (type.k === "lib" && type.name.startsWith("datetime.")) return library.memberEntry(type, name) ? "always" : null;
  if (type.k === "lib" && type.name === RESPONSE) return responseAttributes.has(name) ? "always" : null;
  if (only(type, "instance")) return instancesWith(context, type, name);
  // What every function has begins with one of these.
  if (isPlainFunction(type) && !type.fn.attributes.has(name) && !/^(__|func_|im_)/.test(name)) return "never";
  if (type.k === "union") return alternativesWith(context, type.members, name);
  if (bare.has(type.k)) return bareAttributes.test(name) ? null : "never";
  return null;
}

const related = (name: string, cls: string): boolean => library.isSubclass(name, cls) || library.isSubclass(cls, name);

/** What classes of exceptions have in Python, and the table has not. */
const unlisted: readonly (readonly [cls: string, names: RegExp])[] = [
  ["ssl.SSLError", /^library$/],
  ["exceptions.SyntaxError", /^(?:msg|filename|lineno|offset|text|print_file_and_line)$/],
  ["exceptions.UnicodeError", /^(?:encoding|object|start|end)$/],
  ["urllib2.HTTPError", /^(?:name|delete|close_called|unlink|__iter__)$/],
];

/** What an answer of urllib2 or urllib has, and an HTTPError in the place of one. */
const responseAttributes: ReadonlySet<string> = new Set(
  "close code fileno fp getcode geturl headers info next read readline readlines url".split(" "),
);

/** What a handler of the program may give the attribute `status`. */
const mayBeGivenStatus = (name: string): boolean => name === RESPONSE || name === "urllib2.HTTPError";

/** Built-in types that have no attributes but methods, and the words that those are of. */
const bare: ReadonlySet<string> = new Set(["str", "unicode", "bytes", "int", "long", "float", "bool", "none"]);
const bareAttributes =
  /^_|^(capitalize|center|conjugate|count|decode|denominator|encode|endswith|expandtabs|find|format|fromhex|hex|imag|index|is[a-z_]+|as_integer_ratio|bit_length|join|ljust|lower|lstrip|numerator|partition|real|replace|[rl]?find|rindex|rjust|rpartition|rsplit|rstrip|split|splitlines|startswith|strip|swapcase|title|translate|upper|zfill)$/;

/** Of a union: which alternatives have the attribute, where those that do are exceptions of the library. */
function alternativesWith(
  context: Context,
  alternatives: readonly Type[],
  name: string,
): "always" | "never" | readonly ts.Expression[] | null {
  const classes: ts.Expression[] = [];
  const seen = new Set<string>();
  for (const m of alternatives) {
    const answer = attributeAnswers(context, m, name);
    if (answer === null) return null;
    seen.add(typeof answer === "string" ? answer : "some");
    if (answer === "never") continue;
    const cls = m.k === "lib" ? exceptionClasses.get(m.name) : undefined;
    if (answer !== "always") classes.push(...answer);
    else if (cls) classes.push(context.runtime(cls.barrel, cls.ts));
    else if (alternatives.some((other) => attributeAnswers(context, other, name) !== "always")) return null;
  }
  if (seen.size === 1 && seen.has("always")) return "always";
  return seen.size === 1 && seen.has("never")
    ? "never"
    : classes.filter((cls, i) => !classes.slice(0, i).some((c) => sameName(c, cls)));
}

/** Classes are named by identifiers. */
const sameName = (a: ts.Expression, b: ts.Expression): boolean =>
  a.type === "Identifier" && b.type === "Identifier" && a.name === b.name;

/** Which objects of the program have an attribute: those of which classes, where some have it and some not. */
function instancesWith(
  context: Context,
  type: Type,
  name: string,
): "always" | "never" | readonly ts.Expression[] | null {
  const sure = (cls: ClassInfo): boolean =>
    cls.findMethod(name) !== null || cls.findProperty(name) !== null || context.classes.isSure(cls, name);
  const having = new Set<ClassInfo>();
  let always = true;
  for (const m of members(type)) {
    if (m.k !== "instance" || m.cls.findMethod("__getattr__")) return null;
    // An exception of the program has what its class gives a value of its own.
    const base = m.cls.libraryBase;
    const isOwn =
      base === null ||
      (library.isException(base) &&
        (m.cls.lineage.some((c) => c.classAttributes.has(name)) ||
          (context.classes.isSure(m.cls, name) && library.memberEntry(lib(base), name) === null)));
    if (!isOwn) return null;
    if (sure(m.cls) || context.classes.isStatic(m.cls, name)) {
      having.add(m.cls);
      continue;
    }
    always = false;
    for (const cls of context.facts.classes.values()) {
      if (!cls.lineage.includes(m.cls) || !(sure(cls) || cls.findAttribute(name))) continue;
      if (!sure(cls)) return null;
      having.add(cls);
    }
  }
  if (always) return "always";
  return having.size === 0 ? "never" : [...having].map((cls) => context.classId(cls));
}

/** A function of the program as it was written: no method, and no decorator's. */
const isPlainFunction = (type: Type): type is FuncType =>
  type.k === "func" && type.self === null && type.wraps === null && type.fn.owner === null;

/** Objects of classes of which the program stores the attribute in some, at some time, or functions in which it does. */
const mayHold = (context: Context, type: Type, name: string): boolean =>
  only(type, "instance", "func") &&
  members(type).every(
    (m) =>
      (isPlainFunction(m) && m.fn.attributes.has(name)) ||
      (m.k === "instance" &&
        m.cls.libraryBase === null &&
        !m.cls.isOpaque &&
        m.cls.findAttribute(name) !== null &&
        !m.cls.findMethod(name) &&
        !m.cls.findProperty(name) &&
        !m.cls.findMethod("__getattr__") &&
        !context.classes.isStatic(m.cls, name)),
  );

/** `getattr(shape, 'sides', 0)`: read where the object is of a class that has it; null for methods, which are more than a value. */
function attributeOfClasses(context: Context, type: Type, subject: py.Expression, name: string): ts.Expression | null {
  const classes = [...context.facts.classes.values()].filter(
    (cls) => cls.has(name) && members(type).some((m) => m.k === "instance" && cls.lineage.includes(m.cls)),
  );
  const isValue = (cls: ClassInfo): boolean =>
    cls.findMethod(name) === null && !context.classes.isStatic(cls, name) && cls.findMethod("__getattr__") === null;
  if (subject.kind !== "Name" || !classes.every(isValue)) return null;
  return member(expression(context, subject), context.names.property(name));
}

/** The classes, each once, without those whose base is among them. */
const topmost = (classes: readonly string[]): readonly string[] =>
  [...new Set(classes)].filter((cls, _, all) => !all.some((other) => other !== cls && library.isSubclass(cls, other)));

/** The attribute of those alternatives that have it, where they are exceptions of the library that all have it alike. */
function exceptionAttribute(context: Context, type: Type, subject: py.Expression, name: string): ts.Expression | null {
  const holding = members(type).flatMap((m) => (m.k === "lib" ? holders(m.name, name) : []));
  const entries = new Set(holding.map((cls) => library.memberEntry(lib(cls), name)));
  const [entry] = entries;
  const [cls] = holding;
  if (entry?.kind !== "value" || cls === undefined) return null;
  const object = expression(context, subject);
  if (entries.size !== 1) {
    const types = topmost(holding).map(lib);
    const readings = types.map((m) => reading(context, attributeOf(subject, name), object, m));
    return readByClass(context, object, types, readings, name);
  }
  const made = entry.emit(valueEmit(context, object, lib(cls), subject));
  return typeof made === "string" ? null : made;
}

export function getattr(context: Context, node: py.Call, subject: py.Expression, name: string): ts.Expression {
  const type = context.typeOf(subject);
  const fallback = node.args[2];
  if (fallback && !isQuiet(context, fallback)) return getattrOfMade(context, node, subject, fallback, name);
  if (name === "status" && fallback && members(type).every((m) => m.k === "lib" && mayBeGivenStatus(m.name))) {
    // A handler of the program has given it one, or nobody has.
    const object = expression(context, subject);
    const [given, status] = ["hasGivenStatus", "givenStatus"].map((f) => call(context.runtime("http", f), [object]));
    if (subject.kind === "Name" && given && status) return conditional(given, status, expression(context, fallback));
  }
  const answers = attributeAnswers(context, type, name);
  if (answers === "always") {
    return expression(context, attributeOf(subject, name));
  }
  if (answers === "never" && fallback) return withValue(context, subject, () => expression(context, fallback));
  const held = fallback && isQuiet(context, subject) ? exceptionAttribute(context, type, subject, name) : null;
  if (held && answers && typeof answers !== "string" && fallback) {
    return conditional(
      holdsAttribute(context, expression(context, subject), answers, name),
      held,
      expression(context, fallback),
    );
  }
  if (answers && typeof answers !== "string" && fallback && only(type, "instance") && isQuiet(context, subject)) {
    const read = attributeOfClasses(context, type, subject, name);
    if (read)
      return conditional(
        holdsAttribute(context, expression(context, subject), answers, name),
        read,
        expression(context, fallback),
      );
  }
  if (!answers && fallback && mayHold(context, type, name) && isQuiet(context, subject) && isQuiet(context, fallback)) {
    const property = context.names.property(name);
    // TypeScript does not know of the attributes of what a decorator has made.
    const isKnown = !has(type, "func") || isNamedFunction(context, subject);
    const held = (): ts.Expression =>
      isKnown
        ? member(expression(context, subject), property)
        : as(
            call(member(id("Reflect"), "get"), [expression(context, subject), string(property)]),
            tsType(context, context.typeOf(node)),
          );
    return conditional(binary("!==", held(), id("undefined")), held(), expression(context, fallback));
  }
  return context.untranslated("U0104", `getattr(…, '${name}') of ${describeKinds(type)}`, node);
}

/** The same where the default does something: Python makes both, whichever it is. */
function getattrOfMade(
  context: Context,
  node: py.Call,
  subject: py.Expression,
  fallback: py.Expression,
  name: string,
): ts.Expression {
  const both = [subject, fallback];
  const parts = partsOf(
    context,
    both.map((e) => ({ node: e, value: expression(context, e) })),
  ).map((part) => ({ ...part, used: "loudly" as const, loud: true }));
  const made = inOrder(context, parts, (values) => {
    const [object, other] = both.map((e, i) => context.stand(values[i]!, context.typeOf(e), e));
    const [, text] = node.args;
    return getattr(context, { ...node, args: [object!, text!, other!] }, object!, name);
  });
  return made ?? context.untranslated("U0103", "a default of getattr() that has to be waited for", node);
}
