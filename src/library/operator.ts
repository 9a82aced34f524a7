import { never, sequenceOf, type Type, unknown } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import { fn, type LibraryModule } from "./entry.ts";
import { refusedAll } from "./refusals.ts";

/** What `itemgetter(1)` gives: a function of the library, to be handed on as a key. */
const getter: Type = { k: "method", receiver: never, name: "operator.itemgetter()" };

/** The same of several keys: a tuple. */
const severalGetter: Type = { k: "method", receiver: never, name: "operator.itemgetters()" };

export const operator: LibraryModule = {
  name: "operator",
  members: {
    itemgetter: fn(
      "item, *items",
      (c) => (c.rest("items").length > 0 ? severalGetter : getter),
      (c) =>
        c.rest("items").length > 0
          ? call(c.runtime("python", "itemsGetter"), [c.ts("item"), ...c.restTs("items")])
          : call(c.runtime("python", "itemGetter"), [c.ts("item")]),
    ),
    "itemgetters()": fn(
      "obj",
      (c) => sequenceOf(c.clock, unknown),
      () => "what itemgetter() gave is called: index the object itself",
    ),
    "itemgetter()": fn("obj", unknown, () => "what itemgetter() gave is called: index the object itself"),
    ...refusedAll("attrgetter methodcaller", "write a lambda"),
    ...refusedAll(
      "abs add and_ concat contains countOf delitem delslice div eq floordiv ge getitem getslice gt iadd iand iconcat idiv ifloordiv ilshift imod imul " +
        "index indexOf inv invert ior ipow irepeat irshift is_ is_not isub itruediv ixor le lshift lt mod mul ne neg not_ or_ pos pow repeat rshift " +
        "sequenceIncludes setitem setslice sub truediv truth xor",
      "write the operator itself, in a lambda where a function is wanted",
    ),
    ...refusedAll(
      "isCallable isMappingType isNumberType isSequenceType",
      "what kind of object it is: use isinstance()",
    ),
  },
};
