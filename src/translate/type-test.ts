import type { ClassInfo } from "../analysis/entities.ts";
import { mayBe } from "../analysis/narrow.ts";
import { kindsOf, pythonKind } from "../analysis/python-kinds.ts";
import { isNewStyle } from "../analysis/special-methods.ts";
import { hasDerived, type TypeTest, typeTest, type Wanted } from "../analysis/type-test.ts";
import { type Type } from "../analysis/types.ts";
import { binary, call, id, logical, member, not } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { exceptionClasses } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { isQuiet } from "./quiet.ts";
import { kindTest, tellsKinds } from "./kind-test.ts";
import { isSimple } from "./truth.ts";
import { withValue } from "./with-value.ts";
import { describeKinds, describe } from "../analysis/describe.ts";
import { has, only } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";

/** `type(x) == C` and its like; null for a comparison that is none. */
export function typeComparison(context: Context, node: py.Compare): ts.Expression | null {
  const test = typeTest(node, context);
  if (!test) return null;
  const { subject } = test;
  const type = context.typeOf(subject);
  if (type.k === "never") return null;
  const wanted = together(context, test);
  return withValue(context, subject, (value) => {
    const answers = wanted.map((w) => answer(context, test, value, type, w));
    if (answers.includes(null)) {
      const classes = wanted.map((w) =>
        "kinds" in w ? w.kinds.join(" or ") : "cls" in w ? describe(w.cls) : "that of another value",
      );
      return context.untranslated("U0104", `type(${describeKinds(type)}) is ${classes.join(" or ")}`, node);
    }
    const asked = answers.filter((a) => a !== null && typeof a !== "boolean");
    const isDecided = asked.length === 0 || answers.includes(true);
    const made = isDecided ? id(String(answers.includes(true))) : asked.reduce((a, b) => logical("||", a, b));
    return test.negated ? not(made) : made;
  });
}

/** Built-in types, asked for together: `str` or `unicode`, where either alone could not be told from the other. */
interface Kinds {
  readonly kinds: readonly string[];
}

function together(context: Context, { wanted }: TypeTest): readonly (Wanted | Kinds)[] {
  const kinds: string[] = [];
  const others: Wanted[] = [];
  for (const w of wanted) {
    const kind = kindWanted(context, w);
    if (kind === null) others.push(w);
    else kinds.push(kind);
  }
  return kinds.length > 0 ? [{ kinds }, ...others] : others;
}

/** `str`, `type('')`: what is made for its type alone is not made. */
function kindWanted(context: Context, wanted: Wanted): string | null {
  if (!("like" in wanted))
    return /basestring|object/.test(describe(wanted.cls)) ? null : (kindsOf(wanted.cls)?.[0] ?? null);
  const { like } = wanted;
  if (!isQuiet(context, like)) return null;
  // A literal dict is a dict, whatever others there are.
  if (like.kind === "Dict") return "dict";
  const [type, ...others] = members(context.typeOf(like));
  return type && others.length === 0 && type.k !== "instance" ? pythonKind(type) : null;
}

/** The class that objects of all these types are of, or of one that derives from it; null where one is no such object. */
function rootOf(types: readonly Type[]): ClassInfo | null {
  const classes = types.map((m) => (m.k === "instance" && !m.cls.isMixed ? m.cls : null));
  return classes.find((cls) => cls !== null && classes.every((other) => other?.lineage.includes(cls))) ?? null;
}

/** Whether the value is of the wanted type: known, to be tested, or, null, not to be told. */
function answer(
  context: Context,
  test: TypeTest,
  value: ts.Expression,
  type: Type,
  wanted: Wanted | Kinds,
): ts.Expression | boolean | null {
  if (has(type, "poison", "unset")) return null;
  if ("kinds" in wanted) return kindTest(context, value, type, new Set(wanted.kinds), test.subject);
  if ("like" in wanted) return sameAs(context, test, value, type, wanted);
  const { cls } = wanted;
  if (cls.k === "class") return isOfClass(context, test, value, type, cls.cls);
  if (cls.k === "namedtuple") {
    if (!has(type, "unknown") && !members(type).some((m) => mayBe(m, cls))) return false;
    return members(type).every((m) => m.k === "tuple" && m.of === cls.of)
      ? true
      : binary("instanceof", value, context.memberOf(cls.of));
  }
  if (cls.k !== "libclass") return null;
  // `basestring` and `object` are the type of nothing.
  if (/^builtins\.(basestring|object)$/.test(cls.name)) return has(type, "unknown") ? null : false;
  return isOfLibraryClass(context, value, type, cls);
}

function isOfClass(
  context: Context,
  { asks }: Pick<TypeTest, "asks">,
  value: ts.Expression,
  type: Type,
  cls: ClassInfo,
): ts.Expression | boolean | null {
  if (context.facts.undone.has(cls)) return null;
  const wanted: Type = { k: "class", cls };
  const all = members(type);
  if (!all.some((m) => m.k === "unknown" || mayBe(m, wanted))) return false;
  if (asks === "type" && !isNewStyle(cls)) return has(type, "unknown") ? null : false;
  const derived = hasDerived(context.facts, cls);
  if (!derived && all.every((m) => m.k === "instance" && m.cls === cls)) return true;
  return ofClass(value, type, context.classId(cls), derived);
}

/** `x instanceof C`, where others may derive from C `x.constructor === C`, which only an object is asked for. */
function ofClass(value: ts.Expression, type: Type, cls: ts.Expression, derived: boolean): ts.Expression {
  const isOne = binary("instanceof", value, cls);
  if (!derived) return isOne;
  const isVery = binary("===", member(value, "constructor"), cls);
  return only(type, "instance") ? isVery : logical("&&", isOne, isVery);
}

function isOfLibraryClass(
  context: Context,
  value: ts.Expression,
  type: Type,
  cls: Type & { k: "libclass" },
): ts.Expression | boolean | null {
  const exception = exceptionClasses.get(cls.name);
  const known = exception ? { barrel: exception.barrel, name: exception.ts } : library.classEntry(cls.name)?.runtime;
  if (!known) return null;
  if (!members(type).some((m) => m.k === "unknown" || mayBe(m, cls))) return false;
  const runtime = context.runtime(known.barrel, known.name);
  // One that was made without an answer is of another class here.
  const isHTTPError = cls.name === "urllib2.HTTPError";
  if (isHTTPError && [...context.facts.classes.values()].some((c) => c.libraryBase === cls.name)) return null;
  return ofClass(value, type, runtime, !isHTTPError);
}

/** `type(x) == type(y)`. */
function sameAs(
  context: Context,
  test: TypeTest,
  value: ts.Expression,
  type: Type,
  { like, asks }: Extract<Wanted, { like: py.Expression }>,
): ts.Expression | boolean | null {
  const other = context.typeOf(like);
  const [a, b] = [members(type), members(other)];
  if (b.length === 0 || has(other, "poison", "unset") || asks !== test.asks) return null;
  const isClassic = (m: Type): boolean => m.k === "instance" && !isNewStyle(m.cls);
  if (asks === "type" && [...a, ...b].every(isClassic)) return true;
  if (asks === "type" && [...a, ...b].some(isClassic)) return null;
  const isObject = (m: Type): boolean => m.k === "instance" || (m.k === "lib" && library.isException(m.name));
  const made = expression(context, like);
  if (b.every(isObject) && a.every(isObject))
    return binary("===", member(value, "constructor"), member(made, "constructor"));
  const sameClass = binary("===", member(value, "constructor"), member(made, "constructor"));
  const [ours, theirs] = [rootOf(a), rootOf(b)];
  if (theirs && !has(type, "unknown"))
    return logical("&&", binary("instanceof", value, context.classId(theirs)), sameClass);
  if (ours && !has(other, "unknown") && isSimple(made))
    return logical("&&", binary("instanceof", made, context.classId(ours)), sameClass);
  return tellsKinds(context, [type, other]) ? call(context.runtime("python", "sameType"), [value, made]) : null;
}
