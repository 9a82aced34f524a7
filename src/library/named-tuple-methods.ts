import { asciiStr, dictOf, type Type, tupleOf } from "../analysis/types.ts";
import { sequenceElement } from "../analysis/element.ts";
import { array, member, method, object, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallTypes, type Emitted, type Entry, fn, value } from "./entry.ts";
import { iterable } from "./iterable.ts";
import { union } from "../analysis/join.ts";

const classOf = (type: Type) => (type.k === "tuple" || type.k === "namedtuple" ? (type.of ?? null) : null);

const fields: Entry = value(
  // Which they are, the receiver's type says; how many, nobody asks of the type.
  (clock) => ({ k: "sequence", elem: clock.cell(asciiStr) }),
  ({ receiver }) => array((classOf(receiver)?.fields ?? []).map((name) => string(name))),
);

const items = (type: Type): readonly Type[] => (type.k === "tuple" ? type.items : []);

/** What an object of a class that `namedtuple` made has beside its fields and what every tuple has. */
export const namedTupleMethods: Readonly<Record<string, Entry>> = {
  _fields: fields,
  _asdict: fn(
    "",
    (c) => dictOf(c.clock, asciiStr, union(items(c.receiver))),
    (c) => method(c.receiverTs, "asDict"),
  ),
  _replace: fn(
    "**changes",
    (c) => {
      const of = classOf(c.receiver);
      for (const name of c.names()) of?.cells[of.fields.indexOf(name)]?.grow(c.type(name));
      return of?.instance ?? c.receiver;
    },
    (c): Emitted => {
      const of = classOf(c.receiver);
      const unknown = c.names().find((name) => of?.fields.includes(name) !== true);
      if (unknown !== undefined) return `_replace() of ${unknown}, which is no field`;
      return method(c.receiverTs, "replaced", [object(c.names().map((name) => [name, c.ts(name)] as const))]);
    },
  ),
};

const made = (c: CallTypes): Type => {
  const of = classOf(c.receiver);
  const given = c.type("items");
  of?.cells.forEach((cell, i) =>
    cell.grow(
      given.k === "tuple" ? (given.items[i] ?? sequenceElement(given, c.clock)) : sequenceElement(given, c.clock),
    ),
  );
  return of?.instance ?? tupleOf([]);
};

/** What such a class has itself. */
export const namedTupleStatics: Readonly<Record<string, Entry>> = {
  _fields: fields,
  _make: fn("items", made, (c): Emitted => {
    const given = iterable(c, "items");
    return typeof given === "string" ? given : method(c.receiverTs, "make", [given]);
  }),
  __name__: value(asciiStr, ({ receiver, receiverTs }): ts.Expression => {
    const of = classOf(receiver);
    return of ? string(of.name) : member(receiverTs, "name");
  }),
};
