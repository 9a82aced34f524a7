import { asTuples } from "../analysis/built-in-part.ts";
import { asciiStr, dictOf, never, recordOf, str, type Type, unknown } from "../analysis/types.ts";
import { sequenceElement } from "../analysis/element.ts";
import { as, call, id, construct, member, nil, object, unknownType, neverType } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type CallTypes, type Emitted, fn, type FunctionEntry } from "./entry.ts";
import { iterable } from "./iterable.ts";
import { MESSAGE } from "./urllib2-names.ts";
import { members, union } from "../analysis/join.ts";

/** Keys and values of what a dict is made from: another dict, or pairs; null where that is not known. */
export function entryTypes(c: CallTypes, type: Type): readonly [key: Type, value: Type] | null {
  if (type.k === "dict") return [type.key.type, type.value.type];
  if (type.k === "never") return [never, never];
  if (isMessage(type) || isEnvironment(type)) return [str, str];
  const pair = asTuples(union(members(type).map((m) => sequenceElement(m, c.clock))));
  if (pair.k === "never") return [never, never];
  if (pair.k === "tuple") {
    const [key, value] = pair.items;
    return key && value && pair.items.length === 2 ? [key, value] : null;
  }
  return pair.k === "list" || pair.k === "sequence" ? [pair.elem.type, pair.elem.type] : null;
}

/** Header fields, which a dict takes as it takes a mapping. */
const isMessage = (type: Type): boolean => type.k === "lib" && type.name === MESSAGE;

const isEnvironment = (type: Type): boolean => type.k === "lib" && type.name === "os.environ";

/** What `**entries` gives: the names of keywords and their values. */
export const keywordNames = (c: CallTypes, first: string): readonly string[] => c.names().filter((n) => n !== first);

/** The keywords as an object. */
export const keywordObject = (c: CallEmit, names: readonly string[]): ts.Expression =>
  object(names.map((name) => [name, c.ts(name)] as const));

/** Pairs as an array of them. */
export function pairs(c: CallEmit, name: string): ts.Expression | string {
  const type = c.type(name);
  if (isMessage(type)) return call(c.runtime("http", "headerPairs"), [c.ts(name)]);
  const items = iterable(c, name);
  if (typeof items === "string") return items;
  const pair = asTuples(union(members(type).map((m) => sequenceElement(m, c.clock))));
  if (pair.k === "tuple" || pair.k === "never") return items;
  // Lists of two: as many as there must be is asked of each.
  return call(c.runtime("python", "pairsOf"), [items]);
}

/** Every key is named: by keywords, or in the record that is copied. */
const isRecord = (c: CallTypes, source: Type): boolean =>
  c.kwargsNode() === null && (!c.has("$items") || (source.k === "dict" && source.record !== null));

/** `dict()`, `dict(other)`, `dict(pairs)`, each with keywords too, of any name: what is copied has one that no keyword has. */
export const dictConstructor = fn(
  "$items?, **entries*",
  (c) => {
    const names = keywordNames(c, "$items");
    const source = c.type("$items");
    if (isRecord(c, source)) {
      const made = recordOf(c.clock);
      if (source.k === "dict" && source.record) {
        c.store(made.key, source.key.type);
        for (const [name, held] of source.record.fields) made.shape?.grow(name, held);
      }
      for (const name of names) {
        c.store(made.key, asciiStr);
        made.shape?.grow(name, c.type(name));
      }
      return made;
    }
    const given = entryTypes(c, source);
    if (!given) return unknown;
    const made = dictOf(c.clock, given[0], given[1]);
    for (const name of names) {
      c.store(made.key, asciiStr);
      c.store(made.value, c.type(name));
    }
    const star = c.kwargsType();
    if (star?.k === "dict") {
      c.store(made.key, star.key.type);
      c.store(made.value, star.value.type);
    }
    return made;
  },
  (c): Emitted => {
    const names = keywordNames(c, "$items");
    const star = c.kwargsNode();
    if (star && (c.typeOf(star).k !== "dict" || names.length > 0))
      return "dict() with ** of what is no dict, or with more";
    const more = star ? c.translate(star) : names.length > 0 ? keywordObject(c, names) : null;
    const { resultType: result } = c;
    const isRecord = result.k === "dict" && result.record !== null;
    if (!c.has("$items") && !star) {
      const fields = isRecord ? recordFields(c.tsType(result)) : null;
      if (!more) return fields ? call(c.runtime("python", "record"), [object([])], [fields]) : made(c);
      const dict = call(c.runtime("python", "dictFromKeywords"), [more], typeArguments(c)?.slice(1));
      return fields ? as(dict, c.tsType(result)) : dict;
    }
    const base = made(c);
    if (typeof base === "string" || !more) return base;
    const dict = call(c.runtime("python", star ? "dictWith" : "dictWithKeywords"), [base, more]);
    return isRecord ? as(as(dict, unknownType()), c.tsType(result)) : dict;
  },
);

/** `Fields` of `RecordDict<Fields>`; null for another type. */
const recordFields = (type: ts.TypeNode): ts.TypeNode | null =>
  (type.type === "TSTypeReference" && type.typeName.name === "RecordDict" && type.typeArguments?.params[0]) || null;

function made(c: CallEmit): Emitted {
  const Dict = c.runtime("python", "Dict");
  if (!c.has("$items")) return construct(Dict, [], typeArguments(c));
  const type = c.type("$items");
  if (type.k === "dict") {
    const { resultType: result } = c;
    // More is put into the copy than is in the original, or what is under each key is no longer told apart.
    const isWider =
      result.k === "dict" &&
      (members(result.value.type).length > members(type.value.type).length ||
        (type.record !== null && result.record === null));
    const copy = call(c.runtime("python", "plainDict"), [c.ts("$items")], isWider ? typeArguments(c) : undefined);
    // What is under each key of a record is not said by what its copy is made with.
    return result.k === "dict" && result.record ? as(as(copy, unknownType()), c.tsType(result)) : copy;
  }
  if (isEnvironment(type)) return call(c.runtime("python", "environmentDict"));
  if (!entryTypes(c, type)) return "dict() of items whose shape is not known";
  const items = pairs(c, "$items");
  return typeof items === "string" ? items : call(c.runtime("python", "dictFromPairs"), [items], typeArguments(c));
}

/** `<K, V>` of the dict that the call makes, where its items do not say it. */
function typeArguments(c: CallEmit): ts.TypeNode[] | undefined {
  const { resultType: type } = c;
  if (type.k !== "dict") return undefined;
  // Nothing is ever put into it: an empty list says nothing of what it would hold.
  const isEmpty = (items: Type): boolean => members(items).every((m) => sequenceElement(m, c.clock).k === "never");
  if (type.key.type.k === "never")
    return c.has("$items") && isEmpty(c.type("$items")) ? [neverType(), neverType()] : undefined;
  const isWanted = !c.has("$items") || members(type.value.type).length > 1;
  return isWanted ? [c.tsType(type.key.type), c.tsType(type.value.type)] : undefined;
}

const fromKeysBy = (feature: string): FunctionEntry =>
  fn(
    "keys, value?",
    (c) => {
      const key = union(members(c.type("keys")).map((m) => sequenceElement(m, c.clock)));
      return dictOf(c.clock, key, c.has("value") ? c.type("value") : { k: "none" });
    },
    (c): Emitted => {
      const keys = iterable(c, "keys");
      return typeof keys === "string"
        ? keys
        : call(c.runtime("python", feature), [keys, c.has("value") ? c.ts("value") : nil()], typeArguments(c));
    },
  );

/** `dict.fromkeys(keys, value)`, `OrderedDict.fromkeys(…)`. */
export const [fromKeys, orderedFromKeys] = [fromKeysBy("dictFromKeys"), fromKeysBy("orderedFromKeys")];

/** `d.update(other)`, `d.update(pairs)`, `d.update(a=1)`. */
export const update = fn(
  "$other?, **entries*",
  (c) => {
    const { receiver } = c;
    const other = c.type("$other");
    if (receiver.k !== "dict") return { k: "none" };
    const names = keywordNames(c, "$other");
    if (receiver.record && !c.kwargsNode() && (!c.has("$other") || (other.k === "dict" && other.record))) {
      if (other.k === "dict") {
        c.store(receiver.key, other.key.type);
        for (const [name, held] of other.record?.fields ?? []) c.grow(receiver.record, name, held);
      }
      for (const name of names) {
        c.store(receiver.key, asciiStr);
        c.grow(receiver.record, name, c.type(name));
      }
      return { k: "none" };
    }
    const given = entryTypes(c, other);
    if (given) {
      c.store(receiver.key, given[0]);
      c.store(receiver.value, given[1]);
    }
    for (const name of names) {
      c.store(receiver.key, asciiStr);
      c.store(receiver.value, c.type(name));
    }
    const star = c.kwargsType();
    if (star?.k === "dict") {
      c.store(receiver.key, star.key.type);
      c.store(receiver.value, star.value.type);
    }
    return { k: "none" };
  },
  (c): Emitted => {
    const names = keywordNames(c, "$other");
    const star = c.kwargsNode();
    if (star && names.length > 0) return "update() with keywords and **: write two calls";
    if (star && c.typeOf(star).k !== "dict") return "update() with ** of what is no dict";
    const keywords = star
      ? c.translate(star)
      : names.length > 0
        ? call(c.runtime("python", "dictFromKeywords"), [keywordObject(c, names)])
        : null;
    if (!c.has("$other")) return keywords ? call(updateOf(c), [keywords]) : id("undefined");
    const isDict = c.type("$other").k === "dict";
    if (!isDict && !entryTypes(c, c.type("$other"))) return "update() with items whose shape is not known";
    const items = isDict ? c.ts("$other") : pairs(c, "$other");
    if (typeof items === "string") return items;
    return keywords
      ? call(c.runtime("python", "updateWith"), [c.receiverTs, items, keywords])
      : call(updateOf(c), [items]);
  },
);

const updateOf = (c: CallEmit): ts.Expression => member(c.receiverTs, "update");
