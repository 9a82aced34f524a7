import { iterateCall } from "./mixed-text.ts";
import { boundSpecial, isIterableObject } from "../analysis/special-methods.ts";
import { sequenceElement } from "../analysis/element.ts";
import { iterOf, none, type Type, unknown } from "../analysis/types.ts";
import { call, construct, method } from "../emit/build.ts";
import { isExceptionClass } from "../analysis/exception-type.ts";
import { iterable } from "./iterable.ts";
import { type CallEmit, type Emitted, type Entry, fn, type FunctionEntry } from "./entry.ts";
import { libraryTypes } from "./library-types.ts";
import { RESPONSE } from "./urllib2-names.ts";
import { members, union } from "../analysis/join.ts";
import { only } from "../analysis/kinds.ts";

/** The method that gives the next item of an object of the library. */
function nextOf(type: Type): FunctionEntry | null {
  const entry = type.k === "lib" ? libraryTypes.get(type.name)?.members["next"] : undefined;
  return entry?.kind === "function" ? entry : null;
}

const isResponse = (type: Type): boolean => type.k === "lib" && type.name === RESPONSE;

/** The items of what a generator or another iterator gives must be awaited. */
const isWaiting = (c: CallEmit, name: string): boolean => c.waits(c.has(name) ? c.type(name) : c.receiver);

const nextItem = (c: CallEmit, name: string): string => (isWaiting(c, name) ? "nextItemAsync" : "nextItem");

/** `next(it, fallback)` and `iter(items)`. */
export const iterators: Readonly<Record<string, Entry>> = {
  next: fn(
    "it, fallback?",
    (c) => {
      const type = c.type("it");
      const entry = nextOf(type);
      if (entry) {
        const item = typeof entry.result === "function" ? entry.result({ ...c, receiver: type }) : entry.result;
        return c.has("fallback") ? union([item, c.type("fallback")]) : item;
      }
      const items = union(
        members(type).map((m): Type => {
          const own = boundSpecial(m, "next");
          return own ? c.callResult(own, []) : m.k === "iter" ? m.elem.type : unknown;
        }),
      );
      return c.has("fallback") ? union([items, c.type("fallback")]) : items;
    },
    (c): Emitted => {
      const type = c.type("it");
      if (nextOf(type) && c.has("fallback"))
        return nextOf(type)?.async === true || isResponse(type)
          ? "next() with a default of what waits"
          : call(c.runtime("python", "nextOr"), [c.ts("it"), c.ts("fallback")]);
      if (isResponse(type)) return call(c.runtime("http", "nextLine"), [c.ts("it")]);
      if (nextOf(type)) return method(c.ts("it"), "next");
      const fallback = c.has("fallback") ? [c.ts("fallback")] : [];
      if (only(type, "iter")) return call(c.runtime("python", nextItem(c, "it")), [c.ts("it"), ...fallback]);
      const isObject = members(type).length > 0 && members(type).every((m) => boundSpecial(m, "next") !== null);
      if (!isObject) return "next() of what is not known to be an iterator";
      if (fallback.length === 0) return method(c.ts("it"), "next");
      if (isWaiting(c, "it") || !isIterableObject(type)) return "next() with a default of an object that waits";
      return call(c.runtime("python", "nextItem"), [iterateCall(c, c.ts("it"), c.type("it")), ...fallback]);
    },
    {
      async: true,
      waitsFor: { parameter: "it", types: ["csv.reader of a response", "csv.DictReader of a response", RESPONSE] },
      takesWaiting: true,
    },
  ),
  iter: fn(
    "items, end?",
    (c) => {
      const type = c.type("items");
      if (c.has("end")) return iterOf(c.clock, c.callResult(type, []));
      if (only(type, "iter")) return type;
      const [only_] = members(type).map((m) => boundSpecial(m, "__iter__"));
      if (only_ && only(c.callResult(only_, []), "instance", "iter")) return c.callResult(only_, []);
      return iterOf(c.clock, union(members(type).map((m) => sequenceElement(m, c.clock))));
    },
    (c): Emitted => {
      const type = c.type("items");
      if (c.has("end")) {
        const f = c.callback("items", []);
        return typeof f === "string" ? f : call(c.runtime("python", "callUntil"), [f, c.ts("end")]);
      }
      if (isWaiting(c, "items")) return only(type, "iter") ? c.ts("items") : "iter() of an object that waits";
      if (members(type).length === 1 && members(type).every((m) => boundSpecial(m, "__iter__") !== null))
        return method(c.ts("items"), "__iter__");
      const items = iterable(c, "items");
      return typeof items === "string" ? items : call(c.runtime("python", "iterator"), [items]);
    },
    { takesWaiting: true },
  ),
};

/** What an iterator gives, of its receiver's type. */
const itemOf = (type: Type): Type => union(members(type).map((m) => (m.k === "iter" ? m.elem.type : unknown)));

/** Methods of generators and other iterators. */
export const iteratorMethods: Readonly<Record<string, Entry>> = {
  next: fn(
    "",
    (c) => itemOf(c.receiver),
    (c) => call(c.runtime("python", nextItem(c, "")), [c.receiverTs]),
  ),
  send: fn(
    "value",
    (c) => {
      c.sends(c.receiver, c.type("value"));
      return itemOf(c.receiver);
    },
    (c): Emitted =>
      isWaiting(c, "")
        ? "send() to a generator that waits"
        : call(c.runtime("python", "sendTo"), [c.receiverTs, c.ts("value")]),
  ),
  throw: fn(
    "error, value?",
    (c) => itemOf(c.receiver),
    (c): Emitted => {
      const type = c.type("error");
      if (isWaiting(c, "")) return "throw() into a generator that waits";
      const isClass = members(type).length > 0 && members(type).every((m) => m.k === "libclass" && isExceptionClass(m));
      const isArgument = !c.has("value") || only(c.type("value"), "str", "unicode", "int", "float", "bool");
      // throw(E, "text") makes the exception.
      if (isClass && isArgument) {
        const error = construct(c.ts("error"), c.has("value") ? [c.ts("value")] : []);
        return call(c.runtime("python", "throwInto"), [c.receiverTs, error]);
      }
      if (c.has("value") || !only(type, "lib", "instance"))
        return "throw() of what is no exception that is made already";
      return call(c.runtime("python", "throwInto"), [c.receiverTs, c.ts("error")]);
    },
  ),
  close: fn("", none, (c): Emitted => {
    if (isWaiting(c, "")) return "close() of a generator that waits";
    const feature = c.catchesExit(c.receiver) ? "closeCatching" : "closeGenerator";
    return call(c.runtime("python", feature), [c.receiverTs]);
  }),
};
