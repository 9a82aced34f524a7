import { bool, int, listOf, lib, none, str, type Type } from "../analysis/types.ts";
import { member, method } from "../emit/build.ts";
import { type CallTypes, type Emitted, fn, type InstanceType, value } from "./entry.ts";
import { members } from "../analysis/join.ts";
import { asStr } from "./mixed-text.ts";
import { has, isBytes } from "../analysis/kinds.ts";

const body = (c: CallTypes): Type => ({ k: "str", ascii: false, body: c.clock.body() });

/** `open()`'s object. Reads give text, or bytes where the script uses them as bytes. */
export const file: InstanceType = {
  name: "file",
  tsType: ({ runtimeType }) => runtimeType("python", "PyFile"),
  members: {
    read: fn("size?:int", body, (c) => {
      const text =
        c.resultType.k === "str" && c.resultType.body !== null && !c.resultType.body.isText ? "readBytes" : "read";
      return method(c.receiverTs, text, c.has("size") ? [c.ts("size")] : []);
    }),
    readline: fn("", str, (c) => method(c.receiverTs, "readline")),
    next: fn("", str, (c) => method(c.receiverTs, "next")),
    readlines: fn(
      "",
      (c) => listOf(c.clock, str),
      (c) => method(c.receiverTs, "readlines"),
    ),
    write: fn("data:data|json|none", none, (c) =>
      method(c.receiverTs, "write", [
        asStr(c, c.ts("data"), c.type("data"), "unicode that is written to a file where str may be"),
      ]),
    ),
    writelines: fn("lines:list|tuple|sequence|iter|file", none, (c): Emitted => {
      const isText = (type: Type): boolean =>
        members(type).every((m) => ["str", "unicode", "poison"].includes(m.k) && !isBytes(m));
      const fits = members(c.type("lines")).every(
        (m) =>
          m.k === "list" ||
          m.k === "lib" ||
          (m.k === "tuple" ? m.items.every(isText) : "elem" in m && isText(m.elem.type)),
      );
      if (members(c.type("lines")).some((m) => "elem" in m && has(m.elem.type, "unicode", "json")))
        c.assume("A0105", "unicode among lines that are written to a file where str may be");
      return fits ? method(c.receiverTs, "writelines", [c.ts("lines")]) : "lines that may be no text";
    }),
    close: fn("", none, (c) => method(c.receiverTs, "close")),
    seek: fn("offset:int, whence?:int", none, (c) =>
      method(c.receiverTs, "seek", c.has("whence") ? [c.ts("offset"), c.ts("whence")] : [c.ts("offset")]),
    ),
    tell: fn("", int, (c) => method(c.receiverTs, "tell")),
    truncate: fn("size?:int", none, (c) => method(c.receiverTs, "truncate", c.has("size") ? [c.ts("size")] : [])),
    closed: value(bool, ({ receiverTs }) => member(receiverTs, "closed")),
    name: value(str, ({ receiverTs }) => member(receiverTs, "name")),
    flush: fn("", none, (c) => method(c.receiverTs, "flush")),
    __enter__: fn("", lib("file"), (c) => c.receiverTs),
  },
  iterates: () => str,
  iterate: ({ receiverTs }) => receiverTs,
};
