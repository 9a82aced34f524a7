import type { Type } from "./types.ts";

/** How many containers deep a message names a type: a list can hold itself. */
const TOLD_DEPTH = 3;

/** Python's name of the type, for messages. */
export const describe = (type: Type): string => describeTo(TOLD_DEPTH, type);

function describeTo(depth: number, type: Type): string {
  if (depth === 0) return "…";
  const inner = (held: Type): string => describeTo(depth - 1, held);
  switch (type.k) {
    case "union":
      return type.members.map((m) => describeTo(depth, m)).join(" or ");
    case "none":
      return "None";
    case "sequence":
      return `tuple of ${inner(type.elem.type)}`;
    case "list":
    case "set":
      return `${type.k} of ${inner(type.elem.type)}`;
    case "dict":
      return type.record ? "dict" : `dict of ${inner(type.key.type)} to ${inner(type.value.type)}`;
    case "tuple":
      return type.of ? type.of.name : `tuple (${type.items.map(inner).join(", ")})`;
    case "namedtuple":
      return `class ${type.of.name}`;
    case "instance":
      return type.cls.name;
    case "class":
      return `class ${type.cls.name}`;
    case "func":
      return `function ${type.fn.name}`;
    case "lib":
    case "libclass":
    case "libfn":
    case "module":
      return type.name.replace(/^exceptions\./, "");
    case "method":
      return `method ${type.name}`;
    case "iter":
      return "iterator";
    case "unknown":
    case "never":
      return "a type that is not known";
    case "json":
      return "a JSON value";
    default:
      return type.k;
  }
}
