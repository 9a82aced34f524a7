import { dictOf, int, lib, listOf, none, str, type Type, tupleOf, unicodeOrAscii } from "../analysis/types.ts";
import { call, id, member, method, object } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import {
  type CallEmit,
  type CallTypes,
  type Emitted,
  type Entry,
  fn,
  type InstanceType,
  type LibraryModule,
  refused,
  value,
} from "./entry.ts";

import { namedTuples } from "./named-tuples.ts";
import { parseSignature } from "./signature.ts";
import { has, isAscii, only } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";

/** Text made of these arguments is `unicode` as soon as one of them is, as JSON's texts are, but for what is empty. */
const textOf = (c: CallTypes, ...names: readonly string[]): Type =>
  names.every((name) => !c.has(name) || c.type(name).k === "never" || only(c.type(name), "str", "poison", "none"))
    ? str
    : unicodeOrAscii;

/** `str` beside `unicode`, or an argument that may be either: Python decodes the one as ASCII, or gives it back as it was. */
function mixes(c: CallEmit, ...names: readonly string[]): boolean {
  const types = names.filter((name) => c.has(name)).map((name) => c.type(name));
  const bytes = types.flatMap(members).filter((m) => m.k === "str");
  const mixed = bytes.length > 0 && types.some((type) => has(type, "unicode", "json"));
  if (mixed && bytes.some((m) => !isAscii(m)))
    c.assume("A0106", "a URL of str and unicode: in Python 2 a str with bytes above 127 raises here");
  return mixed;
}

/** Arguments up to the last that is given; those between that are not, as their defaults in the runtime. */
function positional(c: CallEmit, params: string, truths: readonly string[]): ts.Expression[] {
  const names = parseSignature(params).map((p) => p.name);
  const last = names.findLastIndex((name) => c.has(name));
  return names.slice(0, last + 1).map((name) => {
    const node = c.node(name);
    if (!node) return id("undefined");
    return truths.includes(name) ? c.truth(node) : c.ts(name);
  });
}

const splitting = (feature: string, result: string): Entry => {
  const params = "url:text!find#, scheme?:text, allow_fragments?";
  return fn(
    params,
    (c) => lib(textOf(c, "url", "scheme") === str ? result : `${result} of unicode`),
    (c) => {
      mixes(c, "url", "scheme");
      return call(c.runtime("http", feature), positional(c, params, ["allow_fragments"]));
    },
  );
};

/** What the parts of a URL are, whatever holds them; null where that is not known. */
function partTypes(type: Type): readonly Type[] | null {
  const parts = members(type).map((m) => {
    if (m.k === "tuple") return m.items;
    if (m.k === "lib") return namedTuples[m.name]?.items ?? null;
    return "elem" in m ? [m.elem.type] : null;
  });
  return parts.every((p) => p !== null) ? parts.flat() : null;
}

const joining = (feature: string): Entry =>
  fn(
    "data",
    (c) => (partTypes(c.type("data"))?.some((part) => has(part, "unicode", "json")) ? unicodeOrAscii : str),
    (c): Emitted => {
      const parts = partTypes(c.type("data"));
      if (!parts?.every((part) => part.k === "never" || only(part, "str", "unicode", "none", "poison")))
        return "a URL of parts that are not known to be text";
      const { k, ...given } = c.type("data");
      if (k === "tuple" && "items" in given && has(given.items[2] ?? none, "none") && given.items.length > 2)
        return "a URL whose path may be None";
      return call(c.runtime("http", feature), [c.ts("data")]);
    },
  );

const pair = (c: CallTypes, text: Type, name: "list" | "dict"): Type =>
  name === "list" ? listOf(c.clock, tupleOf([text, text])) : dictOf(c.clock, text, listOf(c.clock, text));

const QUERY = "qs:text!split, keep_blank_values?, strict_parsing?, max_num_fields?";

const query = (feature: string, name: "list" | "dict"): Entry =>
  fn(
    QUERY,
    (c) => pair(c, textOf(c, "qs"), name),
    (c): Emitted => {
      if (c.has("max_num_fields")) return "a limit of the number of fields";
      if (mixes(c, "qs")) return "a query that may be str or unicode: Python decodes the two in different ways";
      const args = positional(c, QUERY, ["keep_blank_values", "strict_parsing"]);
      if (textOf(c, "qs") !== str) {
        while (args.length < 3) args.push(id("undefined"));
        args.push(c.runtime("http", "unquoteUnicode"));
      }
      return call(c.runtime("http", feature), args);
    },
  );

/** `parse_qs` and `parse_qsl`, which cgi has as well. */
export const queries: Readonly<Record<string, Entry>> = {
  parse_qs: query("parseQs", "dict"),
  parse_qsl: query("parseQsl", "list"),
};

/** None joined to None is None. */
const joinedType = (c: CallTypes): Type =>
  ["base", "url"].every((name) => has(c.type(name), "none"))
    ? union([textOf(c, "base", "url"), none])
    : textOf(c, "base", "url");

const JOIN = "base:text|none!find#^, url:text|none!find#^, allow_fragments?";

export const urlparse: LibraryModule = {
  name: "urlparse",
  members: {
    urlparse: splitting("urlparse", "urlparse.ParseResult"),
    urlsplit: splitting("urlsplit", "urlparse.SplitResult"),
    urlunparse: joining("urlunparse"),
    urlunsplit: joining("urlunsplit"),
    urljoin: fn(
      JOIN,
      (c) => joinedType(c),
      (c) => {
        mixes(c, "base", "url");
        return call(c.runtime("http", "urljoin"), positional(c, JOIN, ["allow_fragments"]));
      },
    ),
    urldefrag: fn(
      "url:text!=iterable^",
      (c) => tupleOf([textOf(c, "url"), textOf(c, "url")]),
      (c) => call(c.runtime("http", "urldefrag"), [c.ts("url")]),
    ),
    ...queries,
    ParseResult: refused("a ParseResult made by hand: use urlparse() or _replace()"),
    SplitResult: refused("a SplitResult made by hand: use urlsplit() or _replace()"),
    clear_cache: fn("", none, () => id("undefined")),
  },
};

/** The result of urlparse or urlsplit: a tuple with names. */
function resultType(name: string, text: Type): InstanceType {
  const names = namedTuples[name]?.names ?? [];
  const part = (attribute: string, type: Type): readonly [string, Entry] => [
    attribute,
    value(type, ({ receiverTs }) => member(receiverTs, attribute)),
  ];
  return {
    name,
    // Under `unicode` Python shows `u'…'` for some parts and not for others.
    ...(text === str ? { hasText: true as const } : { unshown: "of unicode, some parts show as str" }),
    tsType: ({ runtimeType }) => runtimeType("http", name.startsWith("urlparse.Split") ? "SplitResult" : "ParseResult"),
    members: {
      ...Object.fromEntries(names.map((n) => part(n, text))),
      ...Object.fromEntries(["username", "password", "hostname"].map((n) => part(n, union([text, none])))),
      port: value(union([int, none]), ({ receiverTs }) => member(receiverTs, "port")),
      geturl: fn("", text, (c) => method(c.receiverTs, "geturl")),
      _replace: fn("**parts", lib(name), (c): Emitted => {
        const unknown = c.names().find((n) => !names.includes(n));
        if (unknown !== undefined) return `${unknown} is no part of a URL`;
        if (!c.names().every((n) => only(c.type(n), "str", "unicode", "poison"))) return "a part that is no text";
        return method(c.receiverTs, "replaced", [object(c.names().map((n) => [n, c.ts(n)]))]);
      }),
      __getitem__: fn("index:int", text, (c): Emitted => {
        const node = c.node("index");
        const at = node?.kind === "Num" ? names[Number(node.number.value)] : undefined;
        return at === undefined
          ? call(c.runtime("python", "itemAt"), [
              { type: "ArrayExpression", elements: [{ type: "SpreadElement", argument: c.receiverTs }] },
              c.ts("index"),
              { type: "Literal", value: "tuple", raw: '"tuple"' },
            ])
          : member(c.receiverTs, at);
      }),
    },
    iterates: () => text,
    iterate: ({ receiverTs }) => receiverTs,
  };
}

export const urlparseTypes: readonly InstanceType[] = Object.keys(namedTuples)
  .filter((name) => name.startsWith("urlparse."))
  .map((name) => resultType(name, namedTuples[name]?.items[0] ?? str));
