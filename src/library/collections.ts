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
import { sequenceElement } from "../analysis/element.ts";
import { array, arrow, boolean, construct, number, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type CallTypes, type Emitted, fn, type LibraryModule } from "./entry.ts";
import { counter } from "./counter.ts";
import { deque } from "./deque.ts";
import { refusedAll } from "./refusals.ts";
import { only, has } from "../analysis/kinds.ts";

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

/** Keys and values of what a dict is made from: another dict, or pairs. */
function entryTypes(c: CallTypes, name: string): readonly [key: Type, value: Type] | null {
  if (!c.has(name)) return [never, never];
  const type = c.type(name);
  if (type.k === "dict") return [type.key.type, type.value.type];
  const pair = sequenceElement(type, c.clock);
  const [key, value] = pair.k === "tuple" && pair.items.length === 2 ? pair.items : [];
  return key && value ? [key, value] : null;
}

function entries(c: CallEmit, name: string): ts.Expression | string {
  const type = c.type(name);
  const item = type.k === "list" ? type.elem.type : never;
  // A text of two characters is a pair as well, one of another length an error.
  if (has(item, "str", "unicode", "int", "float", "bool", "none", "dict", "set"))
    return "a dict made of what are no pairs";
  if (type.k === "list") return c.ts(name);
  if (type.k === "dict" || type.k === "iter") return array([{ type: "SpreadElement", argument: c.ts(name) }]);
  return "a dict made of what is neither a dict nor a list of pairs";
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
    const given = entryTypes(c, "items");
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
    const given = c.has("items") ? entries(c, "items") : null;
    if (typeof given === "string") return given;
    const args: ts.Expression[] = [];
    if (factory) args.push(arrow([], factory.make(c)), given ?? array([]), string(`<type '${reprName(type)}'>`));
    else if (c.has("default_factory")) {
      const made = type.k === "func" ? c.handed("default_factory", 0) : c.ts("default_factory");
      if (typeof made === "string") return made;
      args.push(made, ...(given ? [given] : []));
    } else if (given) args.push({ type: "Literal", value: null, raw: "null" }, given);
    return construct(c.runtime("python", "DefaultDict"), args, typeArguments(c));
  },
);

const reprName = (type: Type): string => (type.k === "libclass" ? type.name.replace("builtins.", "") : "");

const orderedDict = fn(
  "items?, /",
  (c) => {
    const given = entryTypes(c, "items");
    return given ? dictOf(c.clock, given[0], given[1]) : unknown;
  },
  (c): Emitted => {
    const given = c.has("items") ? entries(c, "items") : null;
    if (typeof given === "string") return given;
    return construct(c.runtime("python", "OrderedDict"), given ? [given] : [], typeArguments(c));
  },
);

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
