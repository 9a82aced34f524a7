import type { Kind } from "./types.ts";

/** Kinds of values of Python's own that are no objects of a class: none of them can be called. */
export const plainKinds: ReadonlySet<Kind> = new Set<Kind>([
  "none",
  "bool",
  "int",
  "long",
  "float",
  "str",
  "unicode",
  "list",
  "tuple",
  "sequence",
  "dict",
  "set",
]);
