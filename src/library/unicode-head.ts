import type { Type } from "../analysis/types.ts";
import { has } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";
import { isLoose } from "./mixed-text.ts";

/**
 * httplib puts the head of a request and its body together: where a URL, method or name of a field is unicode, a body beyond ASCII is
 * a UnicodeDecodeError there.
 */
export function assumeSendable(
  c: { assume(code: string, message: string): void },
  head: readonly Type[],
  body: Type,
): void {
  const texts = head.flatMap((type) => members(type).map((m) => (m.k === "dict" ? m.key.type : m)));
  if (texts.some((type) => has(type, "unicode", "json")) && (isLoose(body) || has(body, "bytes")))
    c.assume("A0106", "Python does not send a body beyond ASCII where URL, method or the name of a header is unicode");
}
