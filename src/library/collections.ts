import {
  asciiStr,
  bool,
  dictOf,
  float,
  int,
  listOf,
  never,
  poison,
  setOf,
  type Type,
  unknown,
} from "../analysis/types.ts";
import { asTuples } from "../analysis/built-in-part.ts";
import { sequenceElement } from "../analysis/element.ts";
import { array, arrow, boolean, call, construct, number, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type CallTypes, type Emitted, fn, type FunctionEntry, type LibraryModule } from "./entry.ts";
import { counter } from "./counter.ts";
import { deque } from "./deque.ts";
import { entryTypes, orderedFromKeys, pairs } from "./dict-constructor.ts";
import { refusedAll } from "./refusals.ts";
import { only } from "../analysis/kinds.ts";

/** What a type makes when it is called without arguments, as the factory of a defaultdict. */
const factories: Readonly<
  Record<string, { readonly type: (c: CallTypes) => Type; readonly make: (c: CallEmit) => ts.Expression }>
> = {
  "builtins.int": { type: () => int, make: () => number(0) },
  "builtins.float": { type: () => float, make: () => number(0) },
  "builtins.bool": { type: () => bool, make: () => boolean(false) },
  "builtins.str": { type: () => asciiStr, make: () => string("") },
  "builtins.list": { type: (c) => listOf(c.clock), make: () => array([]) },
  "builtins.dict": { type: (c) => dictOf(c.clock), make: (c) => construct(c.runtime("python", "Dict")) },
  "builtins.set": { type: (c) => setOf(c.clock), make: (c) => construct(c.runtime("python", "PySet")) },
};

function factoryOf(type: Type) {
  return type.k === "libclass" ? factories[type.name] : undefined;
}

/** Keys and values of what a dict is made from: another dict, or pairs; of nothing where it is made empty. */
const givenTypes = (c: CallTypes): readonly [key: Type, value: Type] | null =>
  c.has("items") ? entryTypes(c, c.type("items")) : [never, never];

/** A dict with what it is made from in it; of lists it is asked whether they are pairs, by `unpacking` where Python does that: the two say different things. */
function withItems(c: CallEmit, empty: ts.Expression, isUnpacking = false): ts.Expression | string {
  const type = c.type("items");
  const fill = (items: ts.Expression): ts.Expression => call(c.runtime("python", "filled"), [empty, items]);
  if (type.k === "dict") return fill(c.ts("items"));
  if (!entryTypes(c, type)) return "a dict made of items whose shape is not known";
  const items = pairs(c, "items");
  if (typeof items === "string") return items;
  const pair = asTuples(sequenceElement(type, c.clock));
  const isAsked = items.type === "CallExpression" && (pair.k === "list" || pair.k === "sequence");
  return fill(isAsked && isUnpacking ? { ...items, arguments: [...items.arguments, string("unpacking")] } : items);
}

/** `<K, V>` where the entries do not tell. */
function typeArguments(c: CallEmit): ts.TypeNode[] | undefined {
  const { resultType: type } = c;
  return type.k === "dict" && type.key.type.k !== "never"
    ? [c.tsType(type.key.type), c.tsType(type.value.type)]
    : undefined;
}

const defaultdict = fn(
  "default_factory?:callable|none, items?, /",
  (c) => {
    const made = c.type("default_factory");
    const value =
      factoryOf(made)?.type(c) ??
      (made.k === "func" ? c.callResult(made, []) : made.k === "none" || made.k === "never" ? never : unknown);
    const given = givenTypes(c);
    if (!given) return unknown;
    const type = dictOf(c.clock, given[0], given[1]);
    c.store(type.value, value);
    return type;
  },
  (c): Emitted => {
    const type = c.type("default_factory");
    const factory = factoryOf(type);
    if (!factory && type.k !== "func" && c.has("default_factory") && !only(type, "none")) {
      return "a defaultdict whose factory is neither a function of the program nor a simple type";
    }
    const args: ts.Expression[] = [];
    if (factory) args.push(arrow([], factory.make(c)), string(`<type '${reprName(type)}'>`));
    else if (c.has("default_factory") && !(c.has("items") && only(type, "none"))) {
      const made = type.k === "func" ? c.handed("default_factory", 0) : c.ts("default_factory");
      if (typeof made === "string") return made;
      args.push(made);
    }
    const empty = construct(c.runtime("python", "DefaultDict"), args, typeArguments(c));
    return c.has("items") ? withItems(c, empty) : empty;
  },
);

const reprName = (type: Type): string => (type.k === "libclass" ? type.name.replace("builtins.", "") : "");

const madeOrdered = fn(
  "items?, /",
  (c) => {
    const given = givenTypes(c);
    return given ? dictOf(c.clock, given[0], given[1]) : unknown;
  },
  (c): Emitted => {
    const OrderedDict = c.runtime("python", "OrderedDict");
    // Its entries stay as they are written: new OrderedDict([["a", 1]]).
    if (c.node("items")?.kind === "List" && isOfTuples(c))
      return construct(OrderedDict, [c.ts("items")], typeArguments(c));
    const empty = construct(OrderedDict, [], typeArguments(c));
    return c.has("items") ? withItems(c, empty, true) : empty;
  },
);

const orderedDict: FunctionEntry = { ...madeOrdered, statics: { fromkeys: orderedFromKeys } };

/** Pairs in tuples, which its types say. */
const isOfTuples = (c: CallTypes): boolean =>
  entryTypes(c, c.type("items")) !== null && asTuples(sequenceElement(c.type("items"), c.clock)).k === "tuple";

export const collections: LibraryModule = {
  name: "collections",
  members: {
    defaultdict,
    OrderedDict: orderedDict,
    Counter: counter,
    deque,
    // Where it is translated it is the class statement that its assignment becomes.
    namedtuple: fn(
      "typename, field_names, verbose?, rename?",
      poison,
      () => "namedtuple() that is not assigned to one name of the module, with its fields written out",
    ),
    ...refusedAll(
      "Callable Container Hashable ItemsView Iterable Iterator KeysView Mapping MappingView MutableMapping MutableSequence MutableSet Sequence Set Sized ValuesView",
      "JavaScript has no such abstract classes",
    ),
  },
};
