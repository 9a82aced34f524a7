import type { Type } from "./types.ts";
import { members } from "./join.ts";

/** How many containers deep a message names a type: a list can hold itself. */
const TOLD_DEPTH = 3;

/** Python's name of the type, for messages. */
export const describe = (type: Type): string => describeTo(TOLD_DEPTH, type);

function describeTo(depth: number, type: Type): string {
  if (depth === 0) return "…";
  const inner = (held: Type): string => describeTo(depth - 1, held);
  switch (type.k) {
    case "union":
      return oneOf(type.members.map((m) => describeTo(depth, m)));
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
    case "poison":
      return "what has no translation";
    case "unset":
      return "nothing yet";
    default:
      return type.k;
  }
}

/** So many alternatives a message names, at most. */
const TOLD_KINDS = 4;

/** The kinds of value that a type holds, for a message that does not ask what is in them: `list or None`. */
export const describeKinds = (type: Type): string =>
  members(type).every((m) => m.k === "unknown") ? "a value of unknown type" : oneOf(members(type).map(kindOf));

function kindOf(type: Type): string {
  switch (type.k) {
    case "list":
    case "set":
    case "dict":
    case "tuple":
      return type.k === "tuple" && type.of ? type.of.name : type.k;
    case "sequence":
      return "tuple";
    case "module":
      return `module ${type.name}`;
    case "unknown":
      return "an unknown type";
    default:
      return describe(type);
  }
}

/** In one order, whichever was found first. */
function oneOf(kinds: readonly string[]): string {
  const all = [...new Set(kinds)].toSorted();
  return all.length <= TOLD_KINDS
    ? all.join(" or ")
    : `${all.slice(0, TOLD_KINDS - 1).join(", ")} or one of ${all.length - TOLD_KINDS + 1} other types`;
}
