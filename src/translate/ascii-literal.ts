import type * as py from "../python/ast.ts";
import { isAsciiText } from "../python/utf8.ts";

/** A text written out, `str` or `unicode`, of ASCII alone: the one is the other, and either is encoded as itself. */
export const isAsciiLiteral = (node: py.Expression): boolean => node.kind === "Str" && isAsciiText(node.value);
