import { int, lib, listOf, none, str, type Type } from "../analysis/types.ts";
import { call, member, method } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { asyncFn, type CallEmit, type CallTypes, type Emitted, type Entry, fn, value } from "./entry.ts";
import { givenStatus } from "./given-status.ts";
import { MESSAGE } from "./urllib2-names.ts";
import { isNone } from "./is-none.ts";
import { members } from "../analysis/join.ts";

/** The body read as it is used: text, or bytes. */
export const bodyType = (c: CallTypes): Type => ({ k: "str", ascii: false, body: c.clock.body() });

export const isTextResult = (c: CallEmit): boolean =>
  members(c.resultType).some((m) => m.k === "unicode" || (m.k === "str" && (m.body === null || m.body.isText)));

const lines = (c: CallEmit, name: string): ts.Expression =>
  method(
    call(c.runtime("http", "textReader"), [c.receiverTs]),
    name,
    c.names().map((n) => c.ts(n)),
  );

/**
 * What an answer has, and an HTTPError in the place of one (`except HTTPError, e: response = e`): the same entries, so that they are
 * written alike for a value that may be either.
 */
export const answerMembers = {
  read: asyncFn("size?:int", bodyType, (c): Emitted => {
    const size = c.node("size");
    const all = !size || isNone(size) || (size.kind === "UnaryOp" && size.op === "-");
    if (all) return call(c.runtime("http", isTextResult(c) ? "readText" : "readBytes"), [c.receiverTs]);
    return method(call(c.runtime("http", isTextResult(c) ? "textReader" : "bodyReader"), [c.receiverTs]), "read", [
      c.ts("size"),
    ]);
  }),
  readline: asyncFn("size?:int", str, (c) => lines(c, "readline")),
  readlines: asyncFn(
    "sizehint?:int",
    (c) => listOf(c.clock, str),
    (c) => lines(c, "readlines"),
  ),
  next: asyncFn("", str, (c) => call(c.runtime("http", "nextLine"), [c.receiverTs])),
  close: asyncFn("", none, (c) => call(c.runtime("http", "close"), [c.receiverTs])),
  geturl: fn("", str, (c) => member(c.receiverTs, "url")),
  getcode: fn("", int, (c) => member(c.receiverTs, "status"), { quiet: true }),
  info: fn("", lib(MESSAGE), (c) => member(c.receiverTs, "headers"), { quiet: true }),
  code: value(int, ({ receiverTs }) => member(receiverTs, "status")),
  status: givenStatus,
  url: value(str, ({ receiverTs }) => member(receiverTs, "url")),
  headers: value(lib(MESSAGE), ({ receiverTs }) => member(receiverTs, "headers")),
} satisfies Readonly<Record<string, Entry>>;
