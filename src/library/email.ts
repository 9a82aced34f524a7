import { inPlaces } from "./signature.ts";
import { float, int, listOf, none, str, tupleOf, type Type, unicodeOrAscii, unicode } from "../analysis/types.ts";
import { union } from "../analysis/join.ts";
import { call, string } from "../emit/build.ts";
import { type Entry, fn, type LibraryModule, type CallTypes } from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { has, only } from "../analysis/kinds.ts";

/** What `parsedate` gives, and `parsedate_tz`. */
export const NINE_NUMBERS: Type = tupleOf(Array.from({ length: 9 }, () => int));
export const ZONED_NUMBERS: Type = tupleOf([...Array.from({ length: 9 }, () => int), union([int, none])]);

/** A runtime function that is called alike by both modules; `rfc822` says so where the two differ. */
const alike = (feature: string, params: string, result: Type, rules: "email" | "rfc822"): Entry =>
  fn(params, result, (c) => {
    const [name = ""] = c.names();
    return call(c.runtime("python", feature), [c.ts(name), ...(rules === "rfc822" ? [string(rules)] : [])]);
  });

/** The readers of dates, of `email.utils` or of the older `rfc822`. */
const dates = (rules: "email" | "rfc822"): Readonly<Record<string, Entry>> => ({
  parsedate: alike("parseDate", "data:text|none!split^", union([NINE_NUMBERS, none]), rules),
  parsedate_tz: alike("parseZonedDate", "data:text|none!split^", union([ZONED_NUMBERS, none]), rules),
  mktime_tz: alike("makeZonedTime", "data:tuple|none", rules === "email" ? union([int, float]) : float, rules),
});

const quoting: Readonly<Record<string, Entry>> = {
  quote: fn("str:text", str, (c) => call(c.runtime("python", "quoteText"), [c.ts("str")])),
  unquote: fn("str:text", str, (c) => call(c.runtime("python", "unquoteText"), [c.ts("str")])),
};

const address = tupleOf([str, str]);

/** Text that is taken out of another: what is not there is `str`. */
const textOf = (c: CallTypes, name: string): Type => (has(c.type(name), "unicode", "json") ? unicodeOrAscii : str);

/** What a pair of name and address holds. */
const partsOf = (c: CallTypes): readonly Type[] => {
  const pair = c.type("pair");
  return pair.k === "tuple" ? pair.items : [];
};

const members: Readonly<Record<string, Entry>> = {
  ...dates("email"),
  ...quoting,
  formatdate: fn("timeval?:number|none, localtime?:bool|int|none, usegmt?:bool|int|none", str, (c) =>
    call(c.runtime("python", "formatMailDate"), inPlaces(c, ["timeval", "localtime", "usegmt"])),
  ),
  parseaddr: fn(
    "addr:text|none!=sized^",
    (c) => tupleOf([textOf(c, "addr"), textOf(c, "addr")]),
    (c) => call(c.runtime("python", "parseAddress"), [c.ts("addr")]),
  ),
  getaddresses: fn(
    "fieldvalues:list|tuple",
    (c) => listOf(c.clock, address),
    (c) => call(c.runtime("python", "parseAddresses"), [c.ts("fieldvalues")]),
  ),
  formataddr: fn(
    "pair:tuple",
    (c) => (partsOf(c).some((part) => has(part, "unicode")) ? union([str, unicode]) : str),
    (c) => {
      const isPair =
        partsOf(c).length === 2 && partsOf(c).every((part) => only(part, "str", "unicode", "none", "poison"));
      return isPair
        ? call(c.runtime("python", "formatAddress"), [c.ts("pair")])
        : "what is no pair of name and address";
    },
  ),
  ...refusedAll("make_msgid", "an identifier of a mail, which is another each time: make one with crypto.randomUUID()"),
  ...refusedAll(
    "COMMASPACE CRLF EMPTYSTRING TICK UEMPTYSTRING ecre escapesre specialsre rfc2231_continuation fix_eols",
    "a step inside email.utils",
  ),
  ...refusedAll(
    "collapse_rfc2231_value decode_params decode_rfc2231 encode_rfc2231",
    "parameters of mail in other character sets",
  ),
};

export const emailModules: readonly LibraryModule[] = [
  { name: "email.utils", members },
  // Its name before Python 2.5, which still works.
  { name: "email.Utils", members },
  {
    name: "rfc822",
    members: {
      ...dates("rfc822"),
      ...quoting,
      formatdate: fn("timeval?:number|none", str, (c) =>
        call(c.runtime("python", "formatMailDate"), [
          c.has("timeval") ? c.ts("timeval") : { type: "Literal", value: null },
          { type: "Literal", value: false },
          { type: "Literal", value: true },
        ]),
      ),
      ...refusedAll(
        "warnpy3k Message AddressList AddrlistClass parseaddr dump_address_pair",
        "mail: use the npm package mailparser",
      ),
    },
  },
];
