import { inPlaces, parameterNames } from "./signature.ts";
import { bool, int, lib, listOf, none, str, tupleOf, type Type } from "../analysis/types.ts";
import { assign, construct, member, method } from "../emit/build.ts";
import { type Emitted, type Entry, fn, type InstanceType, type LibraryModule, refused, value } from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { has, isText } from "../analysis/kinds.ts";
import { union } from "../analysis/join.ts";

const COOKIE = "Cookie.SimpleCookie";
const MORSEL = "Cookie.Morsel";
const morsel = lib(MORSEL);

/** Only a `str` is read as a header field's value. */
const isRead = (type: Type): boolean => !has(type, "unicode", "json", "unknown");

const cookies = (feature: string): Entry => ({
  kind: "class",
  name: COOKIE,
  runtime: { barrel: "http", name: feature },
  constructor: fn("input?:text|dict|none", lib(COOKIE), (c): Emitted => {
    if (!isRead(c.type("input"))) return "cookies of what is not known to be a str";
    return construct(c.runtime("http", feature), inPlaces(c, ["input"]));
  }),
});

const own = (name: string, params: string, result: Type, native = name): Entry =>
  fn(params, result, (c) => method(c.receiverTs, native, params === "" ? [] : inPlaces(c, parameterNames(params))));

const cookieType: InstanceType = {
  name: COOKIE,
  tsType: ({ runtimeType }) => runtimeType("http", "SimpleCookie"),
  hasText: true,
  iterates: () => str,
  iterate: ({ receiverTs }) => receiverTs,
  members: {
    load: fn("rawdata:text|dict", none, (c): Emitted =>
      isRead(c.type("rawdata"))
        ? method(c.receiverTs, "load", [c.ts("rawdata")])
        : "cookies of what is not known to be a str",
    ),
    output: own("output", "attrs?:list|tuple|none, header?:text, sep?:text", str),
    keys: fn(
      "",
      (c) => listOf(c.clock, str),
      (c) => method(c.receiverTs, "keys"),
    ),
    values: fn(
      "",
      (c) => listOf(c.clock, morsel),
      (c) => method(c.receiverTs, "values"),
    ),
    items: fn(
      "",
      (c) => listOf(c.clock, tupleOf([str, morsel])),
      (c) => method(c.receiverTs, "items"),
    ),
    get: fn("key:text, default?:none", union([morsel, none]), (c) => method(c.receiverTs, "find", [c.ts("key")])),
    has_key: own("has_key", "key:text", bool, "has"),
    clear: own("clear", "", none),
    __contains__: own("has", "key:text", bool),
    __getitem__: own("get", "key:text", morsel),
    // A cookie is made of any value's `str`.
    __setitem__: fn("key:text, value", none, (c) =>
      method(c.receiverTs, "set", [c.ts("key"), isText(c.type("value")) ? c.ts("value") : c.text("value")]),
    ),
    __delitem__: own("delete", "key:text", none),
    __len__: fn("", int, (c) => member(c.receiverTs, "size")),
    js_output: refused("cookies as a script of a page"),
    ...refusedAll("value_decode value_encode", "a step that only a class of one's own overrides"),
    ...refusedAll(
      "iterkeys itervalues iteritems pop popitem setdefault update copy",
      "use items(), or set them one by one",
    ),
  },
};

const text = (native: string): Entry =>
  value(
    str,
    ({ receiverTs }) => member(receiverTs, native),
    ({ receiverTs }, made) => assign(member(receiverTs, native), made),
  );

const morselType: InstanceType = {
  name: MORSEL,
  tsType: ({ runtimeType }) => runtimeType("http", "Morsel"),
  hasText: true,
  members: {
    key: text("key"),
    value: text("value"),
    coded_value: text("codedValue"),
    output: own("output", "attrs?:list|tuple|none, header?:text", str),
    OutputString: own("OutputString", "attrs?:list|tuple|none", str, "outputString"),
    isReservedKey: fn("K:text", bool, (c) => method(c.runtime("http", "Morsel"), "isReserved", [c.ts("K")])),
    set: own("set", "key:text, val:text, coded_val:text", none, "assign"),
    __getitem__: own("get", "name:text", union([str, int, bool])),
    __setitem__: own("set", "name:text, value:str|int|bool", none),
    js_output: refused("a cookie as a script of a page"),
    ...refusedAll("get keys values items has_key iteritems pop update copy", "name the attributes one by one"),
  },
};

/** Python's `Cookie`: cookies for a server, and what clients made of it. */
export const cookie: LibraryModule = {
  name: "Cookie",
  members: {
    SimpleCookie: cookies("SimpleCookie"),
    BaseCookie: cookies("BaseCookie"),
    Morsel: {
      kind: "class",
      name: MORSEL,
      runtime: { barrel: "http", name: "Morsel" },
      constructor: fn("", morsel, (c) => construct(c.runtime("http", "Morsel"))),
    },
    ...refusedAll("SerialCookie SmartCookie Cookie", "values that are pickled: use SimpleCookie"),
  },
};

export const cookieTypesOfServers: readonly InstanceType[] = [cookieType, morselType];
