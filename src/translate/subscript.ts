import { describeKinds } from "../analysis/describe.ts";
import { isDynamic } from "../analysis/dynamic.ts";
import { partly } from "../analysis/built-in-part.ts";
import { everyHas, isOpaque } from "../analysis/class-support.ts";
import { constantIndex } from "../analysis/infer-subscript.ts";
import { none, type Type, unicode } from "../analysis/types.ts";
import {
  array,
  as,
  call,
  construct,
  id,
  index,
  logical,
  method,
  nil,
  number,
  spread,
  string,
  anyType,
  assign,
  neverType,
  binary,
  member,
  nonNull,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import {
  countsBytes,
  countsCharacters,
  isEither,
  keyText,
  meetsKeys,
  mixes,
  namesKinds,
  namedText,
  namesText,
} from "../library/mixed-text.ts";
import { mixtureAt } from "./mixture.ts";
import { namedItems } from "../library/named-tuples.ts";
import type * as py from "../python/ast.ts";
import { emitLibraryCall } from "./library-call.ts";
import { isAdapter } from "./adapter.ts";
import type { Context } from "./context.ts";
import { counted } from "./counted.ts";
import { expression, isMark } from "./expression.ts";
import { withoutEmpty } from "./iterate.ts";
import { head } from "./stand-in.ts";
import { cutsAscii } from "./known-ends.ts";
import { isPresent, whatIsFound } from "./present-key.ts";
import { hasItem } from "./sure-length.ts";
import { tsType } from "./types.ts";
import { has, isAscii, isBytes, isLong, isText, only, without } from "../analysis/kinds.ts";
import { isPoison, members, union } from "../analysis/join.ts";
import { positionalArguments } from "../library/signature.ts";
import { askedForSlice, isIndexOrSlice, isOnlySlice, maySlice } from "../analysis/slices.ts";
import { byKey, objectSlice } from "./object-slice.ts";
import { isOldInstance } from "../analysis/special-methods.ts";

/** `value[key]` and `value[a:b]`, read. */
export function subscript(context: Context, node: py.Subscript): ts.Expression {
  const asked = node.slice.type === "slice" ? askedForSlice(node.slice, "get") : "__getitem__";
  const type = partly(context.typeOf(node.value), asked);
  switch (node.slice.type) {
    case "index":
      return item(context, node, type, node.slice.value);
    case "slice":
      return slice(context, node, type, node.slice);
    default:
      return context.untranslated("U0103", "an extended slice", node);
  }
}

/** A key to store under. */
const keyed = (context: Context, key: py.Expression): ts.Expression =>
  members(context.typeOf(key)).some(isAdapter)
    ? context.untranslated("U0103", "a function or class of the library as a key", key)
    : expression(context, key);

function item(context: Context, node: py.Subscript, type: Type, key: py.Expression): ts.Expression {
  if (members(context.typeOf(key)).some(isAdapter))
    return context.untranslated("U0103", "a function or class of the library as a key", node);
  const rt = (name: string): ts.Identifier => context.runtime("python", name);
  const some = without(type, "none");
  const object = (): ts.Expression => indexed(context, node.value);
  if (type.k === "poison" || isOpaque(type)) {
    const made = object();
    return index(isTestedFor(context, node.value) ? as(made, anyType()) : made, indexKey(context, key));
  }
  if (type.k === "tuple") {
    const constant = constantIndex(key);
    if (constant !== null && constant >= -type.items.length && constant < type.items.length) {
      return index(object(), number(constant < 0 ? constant + type.items.length : constant));
    }
  }
  const isTuple = type.k === "tuple" || type.k === "sequence";
  if (maySlice(context.typeOf(key))) {
    const isOne = type.k === "list" || isTuple || (type.k === "str" && type.ascii);
    // What only an index would say of them is not asked.
    const isAny = members(type).every((m) => ["list", "sequence", "tuple"].includes(m.k) || (m.k === "str" && m.ascii));
    const isSliced = isOne || (isAny && isOnlySlice(context.typeOf(key)));
    if (!isSliced && !everyHas(type, "__getitem__"))
      return context.untranslated("U0104", `an item of ${describeKinds(type)} by what may be a slice`, node);
    if (isSliced && !isIndexOrSlice(context.typeOf(key)))
      return context.untranslated("U0104", `an item by ${describeKinds(context.typeOf(key))}`, node);
    if (isSliced)
      return known(context, byKey(context, "takeItem", object(), key, isTuple ? [string("tuple")] : []), node);
  }
  // With anything but an integer as an index Python raises TypeError, and so does what is made for any container.
  if ((type.k === "list" || isTuple || isText(type)) && !isIntegerKey(context.typeOf(key))) {
    if (members(context.typeOf(key)).some(isOldInstance))
      return context.untranslated("U0104", "an index that is an object of an old-style class", node);
    const kind = isTuple ? [string("tuple")] : isText(type) && !countsCharacters(type) ? [string("str")] : [];
    namesKinds(mixtureAt(context, node), context.typeOf(key));
    namesText(mixtureAt(context, node), union([type, context.typeOf(key)]));
    const named = isText(type) && kind.length === 0 ? [] : namedText(context.typeOf(key));
    if (kind.length > 0 && named.length > 0) context.report("A0103", "an error that names a unicode index a str", node);
    if (isText(type) && isEither(type)) reportBytes(context, "[…]", node);
    return known(
      context,
      call(rt("getItem"), [object(), keyOf(context, key), ...(kind.length > 0 ? kind : named)]),
      node,
    );
  }
  if (type.k === "list") {
    const at = constantIndex(key);
    if (at !== null && hasItem(context, node.value, at)) {
      if (at >= 0) return index(object(), number(at));
      return lastPart(context, node.value, at) ?? nonNull(method(object(), "at", [number(at)]));
    }
    return call(rt("itemAt"), [object(), place(context, key)]);
  }
  if (isTuple) return call(rt("itemAt"), [object(), place(context, key), string("tuple")]);
  if (type.k === "dict") meetsKeys(mixtureAt(context, node), type.key.type, context.typeOf(key));
  const found = type.k === "dict" ? whatIsFound(context, node) : null;
  if (found && isPresent(context, node)) {
    const made = method(object(), "get", [keyed(context, key)]);
    return found === "nonNull" ? nonNull(made) : logical("??", made, nil());
  }
  if (isText(type)) {
    if (isEither(type)) reportBytes(context, "[…]", node);
    const feature = countsCharacters(type) ? "characterAt" : "itemAt";
    return call(rt(feature), [object(), place(context, key)]);
  }
  if (some.k === "lib") {
    const entry = library.memberEntry(some, "__getitem__");
    if (entry?.kind === "function")
      return emitLibraryCall(context, entry, node, object(), some, positionalArguments(entry, key));
  }
  const part = exceptionPart(context, node, object, some, key);
  if (part) return part;
  if (everyHas(type, "__getitem__")) return method(object(), "__getitem__", [expression(context, key)]);
  if (isPoison(type) || isDynamic(type)) {
    const bytes = countsBytes(type);
    if (isEither(type)) reportBytes(context, "[…]", node);
    if (has(type, "json")) meetsKeys(mixtureAt(context, node), unicode, context.typeOf(key));
    namesKinds(mixtureAt(context, node), type);
    // Of an index that is none, `str` says another thing than unicode.
    const keyType = context.typeOf(key);
    const isStr =
      has(type, "str") &&
      !has(type, "unicode", "json", "unknown") &&
      (only(keyType, "str") || !(has(type, "dict") || isIntegerKey(keyType)));
    const kind = isNoList(context, type, key) ? ["tuple"] : bytes || isStr ? ["str"] : [];
    const ofKey = has(type, "dict", "json", "unknown") ? keyText(mixtureAt(context, node), context.typeOf(key)) : [];
    if (has(type, "json")) namesKinds(mixtureAt(context, node), keyType);
    if (has(type, "json") && has(keyType, "list", "dict", "set"))
      return context.untranslated("U0104", "a key or index that is a container", key);
    if (kind.length > 0 && (ofKey.length > 0 || namedText(keyType).length > 0))
      context.report("A0103", "a unicode key that a KeyError shows", node);
    const told = kind.length > 0 ? kind.map((k) => string(k)) : ofKey;
    const found = call(rt("getItem"), [object(), expression(context, key), ...told]);
    if (isPoison(type)) return as(found, anyType());
    return isTyped(context, node.value, type) && (!has(type, "json") || isKeyOfJson(context.typeOf(key)))
      ? found
      : known(context, found, node);
  }
  return context.untranslated("U0104", `[…] of ${describeKinds(type)}`, node);
}

/** TypeScript finds by itself of what type an item is: of JSON, and of a dict, where it knows the value for one. */
function isTyped(context: Context, container: py.Expression, type: Type): boolean {
  const isOf = (t: Type): boolean => only(withoutEmpty(without(t, "none")), "json") || only(t, "dict");
  const symbol = container.kind === "Name" ? context.module.bindings.symbols.get(container) : undefined;
  return isOf(type) && (!symbol || isOf(without(context.declaredType(symbol), "unset")));
}

/** Some `isinstance` asks what an item or attribute is: TypeScript takes it for that from there on. */
const isTestedFor = (context: Context, node: py.Expression): boolean =>
  (node.kind === "Subscript" || node.kind === "Attribute") &&
  context.module.source.text.includes(`isinstance(${context.source(node)},`);

/** TypeScript knows the key for one of a JSON value. */
const isKeyOfJson = (key: Type): boolean =>
  only(key, "none", "bool", "int", "float", "str", "unicode", "json", "poison");

/**
 * What may be a tuple, and no list, is told to the runtime, which takes an array for a list: errors of an index name it. Where it may be
 * either, that is reported.
 */
function isNoList(context: Context, type: Type, key: py.Expression): boolean {
  if (!has(type, "tuple", "sequence") || only(context.typeOf(key), "str", "unicode")) return false;
  if (has(type, "list")) context.report("A0103", "an index out of range of what may be a list or a tuple", key);
  return !has(type, "list", "unknown", "json", "unicode");
}

/** `url.split('/')[-1]` → `url.slice(url.lastIndexOf("/") + 1)`: -1 is where nothing is found. */
function lastPart(context: Context, list: py.Expression, at: number): ts.Expression | null {
  if (at !== -1 || list.kind !== "Call" || list.func.kind !== "Attribute" || list.args.length > 1) return null;
  const { value } = list.func;
  const [separator] = list.args;
  if (value.kind !== "Name" || separator?.kind !== "Str" || !/^[\0-\x7f]$/.test(separator.value)) return null;
  if (mixes(context.typeOf(value), context.typeOf(separator))) return null;
  const text = expression(context, value);
  const from = method(text, "lastIndexOf", [string(separator.value)]);
  return method(expression(context, value), "slice", [binary("+", from, number(1))]);
}

const isIntegerKey = (type: Type): boolean => type.k === "never" || only(type, "int", "long", "bool", "poison");

/** A key of a list, tuple or text, or of what may be one: no float, be it whole, is an index. */
export function keyOf(context: Context, key: py.Expression): ts.Expression {
  const type = context.typeOf(key);
  const made = keyed(context, key);
  if (only(type, "float")) return construct(context.runtime("python", "Float"), [made]);
  if (has(type, "float")) context.report("A0103", "an index that may be an int or a float", key);
  return made;
}

/** What is stored to, or deleted from, as the runtime is told of it: an array is a list there, unless it is said to be a tuple. */
export function asTuple(context: Context, target: py.Subscript, type: Type): ts.Expression[] {
  if (only(type, "tuple", "sequence")) return [string("tuple")];
  if (has(type, "tuple", "sequence")) context.report("A0103", "an item of what may be a list or a tuple", target);
  return [];
}

/** A key of what an untranslated place would have made, which TypeScript takes for a property name. */
function indexKey(context: Context, key: py.Expression): ts.Expression {
  const made = expression(context, key);
  return only(context.typeOf(key), "int", "str", "unicode", "poison") ? made : as(made, anyType());
}

/** An index or bound as a number: one that does not fit a number is beyond any list. */
function place(context: Context, e: py.Expression): ts.Expression {
  const value = expression(context, e);
  const type = context.typeOf(e);
  return isLong(type) ? call(context.runtime("python", "exactInteger"), [value]) : counted(value, type);
}

/** What the runtime finds in a value of several kinds, which TypeScript has no common reading of. */
function known(context: Context, found: ts.Expression, node: py.Expression): ts.Expression {
  const of = context.typeOf(node);
  // Nothing is ever found there: it raises.
  if (of.k === "never") return as(found, neverType());
  const type = tsType(context, of);
  return type.type === "TSUnknownKeyword" || type.type === "TSAnyKeyword" ? found : as(found, type);
}

/** Of a text whose flavour is not known the runtime counts bytes, as of a `str`. */
function reportBytes(context: Context, what: string, node: py.Span): void {
  context.report("A0109", `${what} of a value that may be str or unicode: the two differ beyond ASCII`, node);
}

/** `e[0]`, `e.reason[1]`: an item of what an exception was made from; of an error's reason, which may be a text, a character of it. */
function exceptionPart(
  context: Context,
  node: py.Subscript,
  object: () => ts.Expression,
  type: Type,
  key: py.Expression,
): ts.Expression | null {
  const names = members(type).flatMap((m) => (m.k === "lib" && library.isException(m.name) ? [m.name] : []));
  if (names.length === 0 || !members(type).every((m) => isText(m) || (m.k === "lib" && names.includes(m.name))))
    return null;
  if (!only(context.typeOf(key), "int")) return null;
  if (names.length < members(type).length || constantIndex(key) !== 0 || !names.every(startsWithNumber)) {
    return known(context, call(context.runtime("python", "exceptionItem"), [object(), place(context, key)]), node);
  }
  return index(member(object(), "args"), number(0));
}

const startsWithNumber = (name: string): boolean => library.unpackException(name, 0).k === "int";

/** What an item or a slice is taken of. Of a variable that is `any` to TypeScript it is said what it holds here, to choose the overload. */
function indexed(context: Context, node: py.Expression): ts.Expression {
  const made = head(context, node);
  const symbol = node.kind === "Name" ? context.module.bindings.symbols.get(node) : undefined;
  const type = context.typeOf(node);
  const isTold = symbol && made.type === "Identifier" && has(context.declaredType(symbol), "poison");
  return isTold && !has(type, "poison", "unknown", "none") && type.k !== "never"
    ? as(made, tsType(context, type))
    : made;
}

function slice(context: Context, node: py.Subscript, type: Type, part: py.Slice & { type: "slice" }): ts.Expression {
  const own = objectSlice(context, node, part, type, "get");
  if (own) return typeof own === "string" ? context.untranslated("U0104", own, node) : own;
  const object = indexed(context, node.value);
  if (!intBounds(context, part))
    return context.untranslated("U0104", "a slice whose bounds are not known to be integers", node);
  if (has(type, "poison")) return opaqueSlice(context, object, part);
  if (isText(type) && cutsAscii(context, node.value, part)) return nativeSlice(context, object, part);
  if (isText(type) && !isAscii(type) && !countsCharacters(type)) {
    if (isEither(type)) reportBytes(context, "a slice", node);
    return call(context.runtime("python", "sliceOf"), [object, ...sliceArguments(context, part)]);
  }
  const named = namedItems(type);
  if (named || type.k === "tuple") {
    const items = nativeSlice(context, named ? array([spread(object)]) : object, part);
    const taken = context.typeOf(node);
    const shape = tsType(context, taken);
    return shape.type === "TSTupleType" ? as(items, shape) : items;
  }
  if (isText(type) || isBytes(type) || type.k === "list" || type.k === "sequence") {
    return countsCharacters(type)
      ? call(context.runtime("python", "characterSlice"), [object, ...sliceArguments(context, part)])
      : nativeSlice(context, object, part);
  }
  if (isDynamic(type)) {
    if (isEither(type)) reportBytes(context, "a slice", node);
    namesKinds(mixtureAt(context, node), without(type, "tuple", "sequence"));
    const bounds = sliceArguments(context, part);
    const isUnicode = has(type, "unicode", "json") && !countsBytes(type);
    if (isUnicode) while (bounds.length < 3) bounds.push(nil());
    const cut = call(context.runtime("python", "getSlice"), [
      object,
      ...bounds,
      ...(isUnicode ? [string("unicode")] : []),
    ]);
    return known(context, cut, node);
  }
  return context.untranslated("U0104", `a slice of ${describeKinds(type)}`, node);
}

/** A slice of what an untranslated place would have made, which is text, or an array. */
function opaqueSlice(context: Context, object: ts.Expression, part: py.Slice & { type: "slice" }): ts.Expression {
  if (!part.step) return nativeSlice(context, object, part);
  return as(call(context.runtime("python", "getSlice"), [object, ...sliceArguments(context, part)]), anyType());
}

/**
 * Without a step JavaScript's slice is Python's, negative and over-long bounds included. None is a bound that is left out, where
 * JavaScript takes null for 0: `items[:limit]` → `items.slice(0, limit ?? undefined)`.
 */
function nativeSlice(context: Context, object: ts.Expression, part: py.Slice & { type: "slice" }): ts.Expression {
  if (part.step) return call(context.runtime("python", "sliceOf"), [object, ...sliceArguments(context, part)]);
  const upper = nativeBound(context, part.upper, id("undefined"));
  const lower = nativeBound(context, part.lower, number(0)) ?? (upper ? number(0) : null);
  return method(
    object,
    "slice",
    [lower, upper].filter((one) => one !== null),
  );
}

/** A bound; `missing` stands where it is None, null where it is left out. */
function nativeBound(context: Context, e: py.Expression | null, missing: ts.Expression): ts.Expression | null {
  if (e === null || isNone(e)) return null;
  const made = place(context, e);
  return has(context.typeOf(e), "none") ? logical("??", made, missing) : made;
}

const isNone = (e: py.Expression): boolean => e.kind === "Name" && e.id === "None";

/** Whether the bounds are integers or None; of what may be None besides, only an int is told from it. */
export const intBounds = (context: Context, part: py.Slice & { type: "slice" }): boolean =>
  [part.lower, part.upper, part.step].every((e) => {
    const type = e === null ? none : context.typeOf(e);
    return only(type, "int", "long", "bool", "none", "poison") && !(has(type, "none") && has(type, "long", "bool"));
  });

/** A bound as the runtime takes it: null is one that is left out. */
export const boundOf = (context: Context, e: py.Expression | null): ts.Expression => (e ? place(context, e) : nil());

function sliceArguments(context: Context, part: py.Slice & { type: "slice" }): ts.Expression[] {
  const args = [part.lower, part.upper, part.step].map((e) => boundOf(context, e));
  if (isNull(args.at(-1))) args.pop();
  return args;
}

const isNull = (node: ts.Expression | undefined): boolean => node?.type === "Literal" && node.value === null;

/** `list[a:b] = items`, and with a step. */
function storeSlice(
  context: Context,
  target: py.Subscript,
  slice_: py.Slice & { type: "slice" },
  value: ts.Expression,
): ts.Expression {
  return call(context.runtime("python", slice_.step ? "setExtendedSlice" : "setSlice"), [
    expression(context, target.value),
    boundOf(context, slice_.lower),
    boundOf(context, slice_.upper),
    ...(slice_.step ? [boundOf(context, slice_.step)] : []),
    value,
  ]);
}

/** Whether a type has the members to be stored to by key. */
export function storeItem(context: Context, target: py.Subscript, value: ts.Expression, stored: Type): ts.Expression {
  const asked = target.slice.type === "slice" ? askedForSlice(target.slice, "set") : "__setitem__";
  const type = partly(context.typeOf(target.value), asked);
  if (target.slice.type === "slice" && type.k === "list" && intBounds(context, target.slice)) {
    // A Map iterates over its entries, where a dict does over its keys; bytes are numbers.
    if (!only(stored, "list", "tuple", "sequence", "set", "iter", "str", "unicode", "poison"))
      return context.untranslated("U0104", `storing ${describeKinds(stored)} in a slice`, target);
    return storeSlice(context, target, target.slice, value);
  }
  const sliced =
    target.slice.type === "slice" ? objectSlice(context, target, target.slice, type, "set", [value]) : null;
  if (sliced) return typeof sliced === "string" ? context.untranslated("U0104", sliced, target) : sliced;
  const object = expression(context, target.value);
  if (target.slice.type === "index") {
    if (maySlice(context.typeOf(target.slice.value)) && !everyHas(type, "__setitem__"))
      return type.k === "list" && isIndexOrSlice(context.typeOf(target.slice.value))
        ? byKey(context, "putItem", object, target.slice.value, [value])
        : context.untranslated("U0104", `storing in ${describeKinds(type)} by what may be a slice`, target);
    const key = keyed(context, target.slice.value);
    if (type.k === "dict") {
      const { value: index } = target.slice;
      const field = index.kind === "Str" ? type.record?.fields.find(([name]) => name === index.value)?.[1] : undefined;
      const isNever = (field ?? type.value.type).k === "never" && isMark(value);
      return method(object, "set", [key, isNever ? as(value, neverType()) : value]);
    }
    const at = type.k === "list" ? constantIndex(target.slice.value) : null;
    if (at !== null && at >= 0 && hasItem(context, target.value, at)) return assign(index(object, number(at)), value);
    if (isDynamic(type)) {
      const place = has(type, "list", "unknown") ? keyOf(context, target.slice.value) : key;
      return call(context.runtime("python", "setItem"), [object, place, value, ...asTuple(context, target, type)]);
    }
    if (everyHas(type, "__setitem__")) return method(object, "__setitem__", [key, value]);
    const entry = type.k === "lib" ? library.memberEntry(type, "__setitem__") : null;
    if (entry?.kind === "function") {
      const given = positionalArguments(entry, target.slice.value, context.stand(value, stored, target));
      return emitLibraryCall(context, entry, target, object, type, given);
    }
    if (has(type, "poison") || isOpaque(type))
      return assign(index(object, indexKey(context, target.slice.value)), value);
  }
  return context.untranslated("U0104", `storing an item in ${describeKinds(type)}`, target);
}
