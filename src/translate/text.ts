import { describeKinds } from "../analysis/describe.ts";
import { partly } from "../analysis/built-in-part.ts";
import { derivesFromException, isExceptionClass } from "../analysis/exception-type.ts";
import { isDynamic } from "../analysis/dynamic.ts";
import { type Type } from "../analysis/types.ts";
import { call, conditional, id, logical, object, string, template } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { RecordShape } from "../analysis/record.ts";
import { reprOfClasses, textOfClasses } from "./class-text.ts";
import { library } from "../library/index.ts";
import { describesItself } from "./describes-itself.ts";
import type { Span } from "../python/ast.ts";
import type { Context } from "./context.ts";
import { isSimple } from "./truth.ts";
import { has, isBytes, isText, only, without } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";

/** Types whose template interpolation is Python's `str()`. */
export function interpolates(type: Type): boolean {
  return (
    type.k !== "never" &&
    members(type).every(
      (m) =>
        m.k === "int" ||
        m.k === "long" ||
        m.k === "unicode" ||
        (m.k === "str" && (m.body === null || m.body.isText)) ||
        (m.k === "lib" && (library.isException(m.name) || library.instanceType(m.name)?.hasText === true)) ||
        (m.k === "instance" && hasText(m)) ||
        m.k === "poison",
    )
  );
}

/** Instances whose class says how they read: an exception, or one with `__str__`. */
function hasText(type: Type & { k: "instance" }): boolean {
  const { cls } = type;
  return (
    cls.findMethod("__str__") !== null ||
    cls.findMethod("__repr__") !== null ||
    cls.isOpaque ||
    derivesFromException(cls)
  );
}

/** `str(x)` as a part of a template literal. */
export function textPart(context: Context, value: ts.Expression, type: Type, span: Span): ts.Expression {
  if (interpolates(type)) return value;
  return orNone(value, type) ?? text(context, value, type, span);
}

/** What may be None, and else reads by itself: `value ?? "None"`. */
function orNone(value: ts.Expression, type: Type): ts.Expression | null {
  const some = without(type, "none");
  if (!has(type, "none") || !interpolates(some) || has(some, "poison")) return null;
  // d.get("k") ?? null  →  d.get("k") ?? "None"
  const isNull = value.type === "LogicalExpression" && value.operator === "??" && isNil(value.right);
  return logical("??", isNull ? value.left : value, string("None"));
}

const isNil = (value: ts.Expression): boolean => value.type === "Literal" && value.raw === "null";

/** `str(x)` as a string. */
export function text(context: Context, value: ts.Expression, given: Type, span: Span): ts.Expression {
  const type = withoutEmpty(partly(given, "__str__", "__repr__"));
  if (isText(type) || isWritten(value)) return value;
  // Texts inside a JSON value are unicode, and show it.
  if (has(type, "json") && only(type, "json", "none", "int", "bool", "unicode", "str")) {
    reportStored(context, span);
    return call(context.runtime("python", "strJson"), [value]);
  }
  const orElse = orNone(value, type);
  if (orElse) return only(type, "str", "unicode", "none") ? orElse : call(id("String"), [orElse]);
  if (only(type, "float")) return call(context.runtime("python", "floatStr"), [value]);
  if (only(type, "int", "long")) return call(id("String"), [value]);
  if (only(type, "bool")) return conditional(value, string("True"), string("False"));
  if (only(type, "none"))
    return isSimple(value) ? string("None") : call(context.runtime("python", "reprNone"), [value]);
  if (interpolates(type)) return call(id("String"), [value]);
  if (type.k === "lib" && type.name === "httplib.HTTPMessage")
    return call(context.runtime("http", "headerText"), [value]);
  if (members(type).length > 0 && members(type).every(isExceptionClass))
    return call(context.runtime("python", "classText"), [value]);
  const named = textOfClasses(context, value, type, false);
  if (named) return named;
  // None reads alike under str() and repr().
  if (
    (members(without(type, "none")).length === 1 || only(without(type, "none"), "tuple")) &&
    (only(without(type, "none"), "list", "tuple", "sequence", "dict", "set") || hasRepr(without(type, "none")))
  )
    return call(reprOf(context, type, span), [value]);
  if (
    only(type, "int", "float", "bool", "none", "str", "unicode", "json", "poison") &&
    !(has(type, "int", "bool") && has(type, "float"))
  ) {
    if (has(type, "float") && !only(without(type, "none"), "float")) {
      const shown = type.k === "union" ? reprChoice(type, (part) => strOf(context, part, span)) : null;
      if (shown) return call(call(context.runtime("python", "reprChoice"), [shown]), [value]);
      context.report("A0103", "a whole float here would print without its `.0`", span);
    }
    if (has(type, "float")) return call(reprOrText(context, type), [value]);
    reportJsonTexts(context, type, span);
    return call(context.runtime("python", "str"), [value]);
  }
  if (only(type, "int", "float", "bool", "none", "str", "unicode")) {
    context.report("A0103", "a whole float here would print without its `.0`", span);
    return call(context.runtime("python", "str"), [value]);
  }
  if (members(type).every((m) => interpolates(m) || only(m, "none", "bool", "json")))
    return call(context.runtime("python", has(type, "json") ? "strJson" : "str"), [value]);
  const choice = type.k === "union" ? reprChoice(type, (part) => strOf(context, part, span)) : null;
  if (choice) return call(call(context.runtime("python", "reprChoice"), [choice]), [value]);
  if (type.k === "union" && describesItself(type)) {
    if (has(type, "float")) context.report("A0103", "a whole float here would print without its `.0`", span);
    reportJsonTexts(context, type, span);
    return call(context.runtime("python", "str"), [value]);
  }
  const loose = type.k === "union" ? looseChoice(context, type, (part) => strOf(context, part, span), span) : null;
  if (loose) return call(call(context.runtime("python", "reprChoice"), [loose]), [value]);
  if (isDynamic(type)) {
    context.report(
      "A0103",
      only(type, "instance", "func")
        ? `${describeKinds(type)} shows without an address`
        : "the value's type is not known: a whole float would print without its `.0`, a container as its items are",
      span,
    );
    return call(context.runtime("python", "str"), [value]);
  }
  return context.untranslated("U0104", `str() of ${describeKinds(type)}`, span);
}

/** A text as it stands in the code. */
const isWritten = (value: ts.Expression): boolean =>
  value.type === "TemplateLiteral" || (value.type === "Literal" && typeof value.value === "string");

/** JSON or what stands for nothing in its place, `reply.get("tags", [])`: an empty container shows as one of JSON does. */
function withoutEmpty(type: Type): Type {
  if (!has(type, "json")) return type;
  const isEmpty = (m: Type): boolean =>
    m.k === "list" ? m.elem.type.k === "never" : m.k === "dict" && !m.record && m.value.type.k === "never";
  return union(members(type).filter((m) => !isEmpty(m)));
}

/** Where the runtime shows a value without knowing whether it came from JSON. */
export function reportJsonTexts(context: Context, type: Type, span: Span): void {
  if (has(type, "json")) context.report("A0103", "a container inside the JSON value would show its texts as str", span);
}

/** What the program has stored in a value of JSON shows as if it had come with it: text as unicode, a tuple as a list. */
function reportStored(context: Context, span: Span): void {
  const { storedInJson, storesKeysInJson } = context.facts;
  if (storesKeysInJson || has(storedInJson.type, "str", "tuple", "sequence", "float"))
    context.report(
      "A0103",
      "a value of JSON with what the program stored in it: str shows as unicode, a tuple as a list",
      span,
    );
}

/** A library object that is shown by what it holds. */
const hasRepr = (type: Type): boolean => type.k === "lib" && library.instanceType(type.name)?.repr !== undefined;

/** A float that may be None, say. */
function reprOrText(context: Context, type: Type): ts.Expression {
  return only(without(type, "none"), "float")
    ? call(context.runtime("python", "reprOptional"), [context.runtime("python", "floatStr")])
    : context.runtime("python", "str");
}

/** A function that gives Python's `str` of values of a type: of a container that is its `repr`. */
function strOf(context: Context, type: Type, span: Span): ts.Expression {
  if (only(type, "str", "unicode")) return id("String");
  return only(type, "float") ? context.runtime("python", "floatStr") : reprOf(context, type, span);
}

/** A function that gives Python's `repr` of values of a type. */
export function reprOf(context: Context, given: Type, span: Span, around: readonly object[] = []): ts.Expression {
  const type = withoutEmpty(partly(given, "__repr__"));
  const rt = (name: string): ts.Identifier => context.runtime("python", name);
  if (only(type, "class", "libclass")) {
    const shown = members(type).every(isExceptionClass) ? rt("classText") : reprOfClasses(context, type);
    return shown ?? context.untranslated("U0104", `repr() of ${describeKinds(type)}`, span);
  }
  if (members(type).length > 1 && has(type, "none")) {
    return call(rt("reprOptional"), [reprOf(context, without(type, "none"), span, around)]);
  }
  if (type.k === "union" && describesItself(type, true)) return rt("repr");
  // Tuples of several lengths or kinds of items.
  if (type.k === "union" && only(type, "tuple") && !members(type).some((m) => m.k === "tuple" && m.of))
    return call(rt("reprTupleOf"), [
      reprOf(context, union(type.members.flatMap((m) => (m.k === "tuple" ? m.items : []))), span, around),
    ]);
  const held = "elem" in type ? type.elem.root : type.k === "dict" ? (type.record?.root ?? type.value.root) : type;
  // What holds itself: the runtime goes on by itself.
  if (around.includes(held)) {
    if (!describesItself(type, true))
      context.report("A0103", "repr() of what holds itself: text reads as str, whole floats as ints", span);
    return rt("repr");
  }
  const inner = (part: Type): ts.Expression => reprOf(context, part, span, [...around, held]);
  switch (type.k) {
    case "int":
      return rt("reprInt");
    case "long":
      return rt(type.mixed ? "reprMixed" : "reprInt");
    case "float":
      return rt("floatRepr");
    case "bool":
      return rt("reprBool");
    case "none":
      return rt("reprNone");
    case "str":
      return rt(isBytes(type) ? "repr" : "reprStr");
    case "unicode":
      return rt(type.shrinks ? "reprTreeText" : "reprUnicode");
    case "sequence":
      return call(rt("reprTupleOf"), [inner(type.elem.type)]);
    case "list":
      return call(rt("reprList"), [inner(type.elem.type)]);
    case "set":
      return call(rt("reprSet"), [inner(type.elem.type)]);
    case "dict":
      return type.record
        ? reprOfRecord(context, type, type.record, inner)
        : call(rt("reprDict"), [inner(type.key.type), inner(type.value.type)]);
    case "tuple": {
      if (type.of) return rt("repr");
      const items = type.items.map(inner);
      const [first] = items;
      // A tuple of one kind of value is an array to TypeScript.
      const alike =
        first !== undefined && items.length > 1 && new Set(items.map((item) => JSON.stringify(item))).size === 1;
      return alike ? call(rt("reprTupleOf"), [first]) : call(rt("reprTuple"), items);
    }
    case "lib": {
      if (context.facts.errorsOfUnicode && library.isException(type.name))
        context.report("A0103", "repr() of an exception that may be made from unicode", span);
      const entry = library.instanceType(type.name);
      if (entry?.unshown) return context.untranslated("U0104", `repr(): ${entry.unshown}`, span);
      const shown = entry?.repr?.(type, inner);
      return shown ? call(rt(shown.feature), shown.args) : rt("repr");
    }
    case "never":
      return rt("repr");
    case "iter":
      return context.untranslated("U0104", "repr() of an iterator, which shows its address", span);
    case "libfn":
    case "method":
      return context.untranslated("U0104", `repr() of ${describeKinds(type)}`, span);
    case "instance":
      if (type.cls.findMethod("__repr__")) return rt("repr");
      context.report("A0103", `${describeKinds(type)} shows without an address`, span);
      return rt("repr");
    case "json":
      reportStored(context, span);
      return rt("reprJson");
    default: {
      if (type.k === "union" && describesItself(type, true)) return rt("repr");
      const choice = type.k === "union" ? reprChoice(type, inner) : null;
      if (choice) return call(rt("reprChoice"), [choice]);
      const loose = type.k === "union" ? looseChoice(context, type, inner, span) : null;
      if (loose) return call(rt("reprChoice"), [loose]);
      if (type.k === "union" && has(type, "str", "unicode") && has(type, "int", "float")) {
        context.report("A0103", "repr() of a value that may be text or a number", span);
        return rt("repr");
      }
      if (members(type).some((m) => m.k === "str" && m.rest)) {
        context.report("A0103", "repr() of unicode text, which may be a str where it is empty or ASCII", span);
        return rt("reprUnicodeText");
      }
      const tuples = has(type, "tuple", "sequence", "unknown", "poison") ? ", tuples as lists" : "";
      context.report(
        "A0103",
        `repr() of ${describeKinds(type)}: text reads as str, whole floats as ints${tuples}`,
        span,
      );
      return rt("repr");
    }
  }
}

/**
 * The same where a number may be an int or a float, a text `str` or unicode, which is reported: its tuples at least, which stand apart
 * from all else, read as tuples. Null without tuples, or where an array may be a list too.
 */
function looseChoice(
  context: Context,
  type: Type & { k: "union" },
  inner: (part: Type) => ts.Expression,
  span: Span,
): ts.Expression | null {
  if (!has(type, "tuple", "sequence") || has(type, "list", "unknown", "json", "iter")) return null;
  const named = members(type).some((m) => m.k === "tuple" && m.of);
  if (named) return null;
  const shown: (readonly [string, ts.Expression])[] = [
    ["array", inner(union(type.members.filter((m) => m.k === "tuple" || m.k === "sequence")))],
  ];
  for (const [kind, of] of looseKinds) {
    const [one, ...others] = type.members.filter((m) => of.includes(m.k));
    if (one && others.length === 0) shown.push([kind, inner(one)]);
    else if (one)
      context.report("A0103", `a value that may be ${describeKinds(union([one, ...others]))} is shown`, span);
  }
  return object(shown);
}

/** Types of which the runtime sees only that a value is of one of them. */
const looseKinds: readonly (readonly [string, readonly Type["k"][]])[] = [
  ["number", ["int", "float", "long"]],
  ["string", ["str", "unicode"]],
  ["dict", ["dict"]],
  ["set", ["set"]],
];

/** How each kind of JavaScript value reads, where each stands for one Python type: a number for an int or for a float, not for both. */
function reprChoice(type: Type & { k: "union" }, inner: (part: Type) => ts.Expression): ts.Expression | null {
  const shown = new Map<string, Type>();
  for (const m of type.members) {
    const kind = choiceKinds[m.k];
    // A bool and None describe themselves, and stay apart from all others.
    if (kind === undefined || (kind !== "other" && shown.has(kind))) return null;
    shown.set(kind, m);
  }
  return object([...shown].filter(([kind]) => kind !== "other").map(([kind, m]) => [kind, inner(m)]));
}

const choiceKinds: Readonly<Partial<Record<Type["k"], string>>> = {
  int: "number",
  float: "number",
  str: "string",
  unicode: "string",
  list: "array",
  tuple: "array",
  sequence: "array",
  dict: "dict",
  set: "set",
  bool: "other",
  none: "other",
};

function reprOfRecord(
  context: Context,
  type: Type,
  record: RecordShape,
  inner: (part: Type) => ts.Expression,
): ts.Expression {
  if (describesItself(type, true)) return context.runtime("python", "repr");
  const fields = record.fields.filter(([, held]) => held.k !== "never");
  const shows = object(fields.map(([name, held]) => [name, inner(held)] as const));
  const key = type.k === "dict" ? inner(type.key.type) : null;
  const isStr = type.k === "dict" && only(type.key.type, "str");
  return call(context.runtime("python", "reprRecord"), key && !isStr ? [shows, key] : [shows]);
}

/** Several texts with a blank between, as `print a, b` writes them. */
export function joined(parts: readonly (string | ts.Expression)[]): ts.Expression {
  return template(parts.flatMap((part, i) => (i === 0 ? [part] : [" ", part])));
}
