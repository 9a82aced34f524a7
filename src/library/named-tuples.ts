import { int, str, type Type, unicodeOrAscii } from "../analysis/types.ts";

/** A library type that is a tuple too: it unpacks, and its items have names. In the runtime it iterates over them. */
export interface NamedTuple {
  /** Of the items, in their order. */
  readonly names: readonly string[];
  readonly items: readonly Type[];
}

const tuple = (names: string, item: Type): NamedTuple => ({
  names: names.split(" "),
  items: names.split(" ").map(() => item),
});

const split = "scheme netloc path query fragment";
const parse = "scheme netloc path params query fragment";

/** By the name of the type. What urlparse makes of `unicode` is of `unicode`, but for what is not there. */
export const namedTuples: Readonly<Record<string, NamedTuple>> = {
  "urlparse.SplitResult": tuple(split, str),
  "urlparse.ParseResult": tuple(parse, str),
  "urlparse.SplitResult of unicode": tuple(split, unicodeOrAscii),
  "urlparse.ParseResult of unicode": tuple(parse, unicodeOrAscii),
  "time.struct_time": tuple("tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst", int),
};

/** The items of a value that is such a tuple; null for any other. */
export const namedItems = (type: Type): readonly Type[] | null =>
  (type.k === "lib" ? namedTuples[type.name]?.items : undefined) ?? null;
