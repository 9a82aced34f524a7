import { int, type LibType, never, none, type Type } from "../analysis/types.ts";
import { sequenceElement } from "../analysis/element.ts";
import { construct, method } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import {
  type CallEmit,
  type CallTypes,
  type Emitted,
  type Entry,
  fn,
  type FunctionEntry,
  type InstanceType,
} from "./entry.ts";
import { iterable } from "./iterable.ts";
import { type Clock, type Fields } from "../analysis/cells.ts";
import { members, union } from "../analysis/join.ts";

/** Where the type of the items stands: no attribute that a program could name. */
const ITEM = "[]";

const fieldsOf = (type: Type): Fields | undefined => (type.k === "lib" ? type.fields : undefined);
const itemOf = (type: Type): Type => fieldsOf(type)?.get(ITEM) ?? never;
const elements = (c: CallTypes, name: string): Type =>
  union(members(c.type(name)).map((m) => sequenceElement(m, c.clock)));

/** `collections.deque`. */
export const deque: FunctionEntry = fn(
  "items?, /, maxlen?:int|none",
  (c) => {
    const fields = c.clock.fields();
    fields.grow(ITEM, c.has("items") ? elements(c, "items") : never);
    return { k: "lib", name: "collections.deque", fields };
  },
  (c): Emitted => {
    const items = c.has("items") ? iterable(c, "items") : null;
    if (typeof items === "string") return items;
    const args: ts.Expression[] = items ? [items] : [];
    if (c.has("maxlen"))
      args.push(...(items ? [] : [{ type: "ArrayExpression", elements: [] } as ts.Expression]), c.ts("maxlen"));
    return construct(c.runtime("python", "Deque"), args, [c.tsType(itemOf(c.resultType))]);
  },
);

const adding = (name: string): FunctionEntry =>
  fn(
    "item",
    (c) => {
      fieldsOf(c.receiver)?.grow(ITEM, c.type("item"));
      return none;
    },
    (c) => method(c.receiverTs, name, [c.ts("item")]),
  );

const extending = (name: string): FunctionEntry =>
  fn(
    "items",
    (c) => {
      fieldsOf(c.receiver)?.grow(ITEM, elements(c, "items"));
      return none;
    },
    (c): Emitted => {
      const items = iterable(c, "items");
      return typeof items === "string" ? items : method(c.receiverTs, name, [items]);
    },
  );

const plain = (name: string, params: string, result: FunctionEntry["result"]): FunctionEntry =>
  fn(params, result, (c: CallEmit) =>
    method(
      c.receiverTs,
      name,
      c.names().map((n) => c.ts(n)),
    ),
  );

const methods: Readonly<Record<string, Entry>> = {
  append: adding("append"),
  appendleft: adding("appendLeft"),
  extend: extending("extend"),
  extendleft: extending("extendLeft"),
  pop: plain("pop", "", (c) => itemOf(c.receiver)),
  popleft: plain("popLeft", "", (c) => itemOf(c.receiver)),
  rotate: plain("rotate", "n?:int", none),
  clear: plain("clear", "", none),
  remove: plain("remove", "item", none),
  count: plain("count", "item", int),
  reverse: plain("reverse", "", none),
  __getitem__: fn(
    "index:int",
    (c) => itemOf(c.receiver),
    (c) => method(c.receiverTs, "at", [c.ts("index")]),
  ),
  __contains__: plain("has", "item", { k: "bool" }),
  maxlen: {
    kind: "value",
    type: union([int, none]),
    emit: ({ receiverTs }) => ({
      type: "MemberExpression",
      object: receiverTs,
      property: { type: "Identifier", name: "maxlen" },
      computed: false,
      optional: false,
    }),
  },
};

export const dequeType: InstanceType = {
  name: "collections.deque",
  tsType: (context) => {
    const type = context.runtimeType("python", "Deque");
    const item = context.fields.find(([name]) => name === ITEM)?.[1] ?? { type: "TSUnknownKeyword" as const };
    return type.type === "TSTypeReference"
      ? { ...type, typeArguments: { type: "TSTypeParameterInstantiation", params: [item] } }
      : type;
  },
  members: methods,
  iterates: (_clock: Clock, type: LibType) => itemOf(type),
  iterate: ({ receiverTs }) => receiverTs,
  repr: (type, inner) => ({ feature: "reprDeque", args: [inner(itemOf(type))] }),
};
