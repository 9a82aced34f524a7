import { cutReads } from "./cutReads.ts";
import { joinBytes } from "./joinBytes.ts";
import { narrowedCut } from "./narrowedCut.ts";

/** Everything of a body. If a body in chunks was cut, the error tells what came in the last of the blocks urllib2 reads. */
export async function readToEnd(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = body.getReader();
  const pieces: Uint8Array[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return joinBytes(pieces);
      pieces.push(value);
    }
  } catch (error) {
    const all = joinBytes(pieces);
    const before = all.length - (all.length % 8192);
    const cut = narrowedCut(error, all.subarray(before), 8192);
    if (cutReads.instead === null) throw cut;
    return joinBytes([all.subarray(0, before), cutReads.instead(cut)]);
  }
}
