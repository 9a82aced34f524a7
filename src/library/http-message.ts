import { listOf, none, str, tupleOf, union } from "../analysis/types.ts";
import { call, index, method, number, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type Entry, fn, refused, value, type ValueEmit } from "./entry.ts";

type Source = Pick<ValueEmit, "runtime" | "receiverTs">;

const contentType = ({ runtime, receiverTs }: Source): ts.Expression =>
  call(runtime("http", "contentType"), [receiverTs]);

const mainType = (source: Source): ts.Expression =>
  index(method(contentType(source), "split", [string("/")]), number(0));

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
  getparam: fn("name:text", union([str, none]), (c) =>
    call(c.runtime("http", "contentTypeParameter"), [c.receiverTs, c.ts("name")]),
  ),
  gettype: fn("", str, contentType),
  getmaintype: fn("", str, mainType),
  type: value(str, contentType),
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
