import { dictOf, listOf, none, str, tupleOf, type Type } from "../analysis/types.ts";
import { arrow, call, id, index, logical, method, number, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { NINE_NUMBERS, ZONED_NUMBERS } from "./email.ts";
import { type CallEmit, type CallTypes, type Entry, fn, type FunctionEntry, value, type ValueEmit } from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { union } from "../analysis/join.ts";

type Source = Pick<ValueEmit, "runtime" | "receiverTs">;

const contentType = ({ runtime, receiverTs }: Source): ts.Expression =>
  call(runtime("http", "contentType"), [receiverTs]);

const mainType = (source: Source): ts.Expression =>
  index(method(contentType(source), "split", [string("/")]), number(0));

const subtype = (source: Source): ts.Expression =>
  method(method(method(contentType(source), "split", [string("/")]), "slice", [number(1)]), "join", [string("/")]);

/** What the runtime finds in the fields, by the name of one. */
const named = (feature: string, result: FunctionEntry["result"]): Entry =>
  fn("name:text", result, (c) => call(c.runtime("http", feature), [c.receiverTs, c.ts("name")]));

const texts = (c: CallTypes): Type => listOf(c.clock, str);

/** Names or values of the fields, in the order of Python's dict. */
const heads = (c: CallEmit, part: 0 | 1): ts.Expression =>
  method(call(c.runtime("http", "headerPairs"), [c.receiverTs]), "map", [
    arrow([id("field")], index(id("field"), number(part))),
  ]);

/** What `info()` of a response has besides its fields one by one: Python's `mimetools.Message`. */
export const messageMembers: Readonly<Record<string, Entry>> = {
  getheaders: named("headerValues", texts),
  getallmatchingheaders: named("matchingLines", texts),
  getfirstmatchingheader: named("firstMatchingLines", texts),
  getrawheader: named("rawHeader", union([str, none])),
  getdate: named("headerDate", union([NINE_NUMBERS, none])),
  getdate_tz: named("zonedHeaderDate", union([ZONED_NUMBERS, none])),
  items: fn(
    "",
    (c) => listOf(c.clock, tupleOf([str, str])),
    (c) => call(c.runtime("http", "headerPairs"), [c.receiverTs]),
  ),
  keys: fn(
    "",
    (c) => listOf(c.clock, str),
    (c) => heads(c, 0),
    { quiet: true },
  ),
  values: fn(
    "",
    (c) => listOf(c.clock, str),
    (c) => heads(c, 1),
  ),
  dict: value(
    (clock) => dictOf(clock, str, str),
    ({ runtime, receiverTs }) => call(runtime("http", "headerDict"), [receiverTs]),
  ),
  getencoding: fn("", str, (c) =>
    method(
      logical(
        "??",
        call(c.runtime("http", "header"), [c.receiverTs, string("content-transfer-encoding")]),
        string("7bit"),
      ),
      "toLowerCase",
    ),
  ),
  getparam: named("contentTypeParameter", union([str, none])),
  getplist: fn("", texts, (c) => call(c.runtime("http", "contentTypeParameters"), [c.receiverTs])),
  plist: value(
    (clock) => listOf(clock, str),
    ({ runtime, receiverTs }) => call(runtime("http", "contentTypeParameters"), [receiverTs]),
  ),
  gettype: fn("", str, contentType, { quiet: true }),
  getmaintype: fn("", str, mainType, { quiet: true }),
  getsubtype: fn("", str, subtype, { quiet: true }),
  type: value(str, contentType),
  subtype: value(str, subtype),
  maintype: value(str, mainType),
  typeheader: value(union([str, none]), ({ runtime, receiverTs }) =>
    call(runtime("http", "header"), [receiverTs, string("content-type")]),
  ),
  headers: value(
    (clock) => listOf(clock, str),
    ({ runtime, receiverTs }) => call(runtime("http", "headerLines"), [receiverTs]),
  ),
  ...refusedAll("getaddr getaddrlist", "an address of mail"),
  ...refusedAll("setdefault addheader addcontinue", "fields of an answer that are changed"),
  ...refusedAll(
    "readheaders rewindbody isheader iscomment islast parsetype parseplist fp unixfrom seekable startofheaders startofbody status encodingheader plisttext getparamnames",
    "the inside of a message",
  ),
};
