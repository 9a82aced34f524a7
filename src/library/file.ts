import { listOf, lib, none, str, type Type } from "../analysis/types.ts";
import { id, method } from "../emit/build.ts";
import { type CallTypes, fn, type InstanceType } from "./entry.ts";

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
    readlines: fn(
      "",
      (c) => listOf(c.clock, str),
      (c) => method(c.receiverTs, "readlines"),
    ),
    write: fn("data:data", none, (c) => method(c.receiverTs, "write", [c.ts("data")])),
    writelines: fn("lines:list", none, (c) => method(c.receiverTs, "writelines", [c.ts("lines")])),
    close: fn("", none, (c) => method(c.receiverTs, "close")),
    flush: fn("", none, () => id("undefined")),
    __enter__: fn("", lib("file"), (c) => c.receiverTs),
  },
  iterates: () => str,
  iterate: ({ receiverTs }) => receiverTs,
};
