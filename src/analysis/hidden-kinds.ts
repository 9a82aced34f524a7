import { has } from "./kinds.ts";
import { members } from "./join.ts";
import type { Type } from "./types.ts";

/** How many containers deep is looked. */
const DEEPEST = 4;

/**
 * Whether a value of the type, whose text is made where its type is not known, holds what then reads otherwise than in Python: unicode
 * reads as `str`, a whole float and a long as an int, a tuple as a list.
 */
export const holdsHiddenKinds = (type: Type, depth = DEEPEST): boolean =>
  depth > 0 &&
  members(type)
    .flatMap(parts)
    .some(
      (part) =>
        has(part, "float", "long", "unicode", "json", "tuple", "sequence", "unknown") ||
        holdsHiddenKinds(part, depth - 1),
    );

function parts(m: Type): readonly Type[] {
  if ("elem" in m) return [m.elem.type];
  if (m.k === "tuple") return m.items;
  if (m.k !== "dict") return [];
  return [m.key.type, ...(m.record ? m.record.fields.map(([, held]) => held) : [m.value.type])];
}
