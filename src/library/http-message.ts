import { dictOf, listOf, none, str, tupleOf } from "../analysis/types.ts";
import { arrow, call, construct, id, index, logical, method, number, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type Entry, fn, refused, value, type ValueEmit } from "./entry.ts";
import { union } from "../analysis/join.ts";

type Source = Pick<ValueEmit, "runtime" | "receiverTs">;

const contentType = ({ runtime, receiverTs }: Source): ts.Expression =>
  call(runtime("http", "contentType"), [receiverTs]);

const mainType = (source: Source): ts.Expression =>
  index(method(contentType(source), "split", [string("/")]), number(0));

const subtype = (source: Source): ts.Expression =>
  logical("??", index(method(contentType(source), "split", [string("/")]), number(1)), string(""));

/** Names or values of the fields, in the order of Python's dict. */
const heads = (c: CallEmit, part: 0 | 1): ts.Expression =>
  method(call(c.runtime("http", "headerPairs"), [c.receiverTs]), "map", [
    arrow([id("field")], index(id("field"), number(part))),
  ]);

/** What `info()` of a response has besides its fields one by one: Python's `mimetools.Message`. */
export const messageMembers: Readonly<Record<string, Entry>> = {
  getheaders: fn(
    "name:text",
    (c) => listOf(c.clock, str),
    (c) => call(c.runtime("http", "headerValues"), [c.receiverTs, c.ts("name")]),
  ),
  items: fn(
    "",
    (c) => listOf(c.clock, tupleOf([str, str])),
    (c) => call(c.runtime("http", "headerPairs"), [c.receiverTs]),
  ),
  keys: fn(
    "",
    (c) => listOf(c.clock, str),
    (c) => heads(c, 0),
  ),
  values: fn(
    "",
    (c) => listOf(c.clock, str),
    (c) => heads(c, 1),
  ),
  dict: value(
    (clock) => dictOf(clock, str, str),
    ({ runtime, receiverTs }) =>
      construct(runtime("python", "Dict"), [call(runtime("http", "headerPairs"), [receiverTs])]),
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
  getparam: fn("name:text", union([str, none]), (c) =>
    call(c.runtime("http", "contentTypeParameter"), [c.receiverTs, c.ts("name")]),
  ),
  gettype: fn("", str, contentType),
  getmaintype: fn("", str, mainType),
  getsubtype: fn("", str, subtype),
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
  getrawheader: refused("a field as it was sent, with the spaces around it"),
  getdate: refused("a date of a field: read it with Date.parse"),
  getaddr: refused("an address of mail"),
};
