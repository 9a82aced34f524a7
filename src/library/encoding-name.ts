import type * as py from "../python/ast.ts";

/** The name of an encoding as codecs look it up: `'UTF-8'` and `'utf8'` are one. Null where it is not written out. */
export const encodingName = (node: py.Expression | null): string | null =>
  node?.kind === "Str" ? node.value.toLowerCase().replace(/[-_ ]/g, "") : null;

/** It is written out, and UTF-8. */
export const isUtf8 = (node: py.Expression | null): boolean => encodingName(node) === "utf8";
