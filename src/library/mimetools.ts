import { lib, str } from "../analysis/types.ts";
import { boolean, call } from "../emit/build.ts";
import { type CallEmit, type Emitted, fn, type LibraryModule } from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { MESSAGE } from "./urllib2-names.ts";

/** Whether the file is said to be seekable, as it is without a word; the reason where that is not known before the program runs. */
function seekable(c: CallEmit): boolean | string {
  const node = c.node("seekable");
  if (node?.kind === "Num" && node.number.type === "int") return node.number.value !== 0n;
  return node === null || "a message whose file may be seekable or not";
}

/** `mimetools`: header fields of a text, and boundaries of forms with files. */
export const mimetools: LibraryModule = {
  name: "mimetools",
  members: {
    Message: fn("fp:StringIO.StringIO|file, seekable?:int|bool|none", lib(MESSAGE), (c): Emitted => {
      const seeks = seekable(c);
      if (typeof seeks === "string") return seeks;
      return call(c.runtime("http", "parseMessage"), seeks ? [c.ts("fp")] : [c.ts("fp"), boolean(false)]);
    }),
    choose_boundary: fn("", str, (c) => call(c.runtime("http", "chooseBoundary"))),
    ...refusedAll(
      "encode decode encodetab decodetab copyliteral copybinary",
      "parts of mail: Buffer has base64 and hex",
    ),
    ...refusedAll("catch_warnings filterwarnings warnpy3k", "what mimetools itself imports"),
    ...refusedAll("pipethrough pipeto uudecode_pipe", "programs for mail"),
  },
};
