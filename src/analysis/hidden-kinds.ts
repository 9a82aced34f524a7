import { partly } from "./built-in-part.ts";
import { contents } from "./comparable.ts";
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
  members(partly(type))
    .flatMap(contents)
    .some(
      (part) =>
        has(part, "float", "long", "unicode", "json", "tuple", "sequence", "unknown") ||
        holdsHiddenKinds(part, depth - 1),
    );
