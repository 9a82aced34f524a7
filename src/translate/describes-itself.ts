import { members } from "../analysis/join.ts";
import type { Type } from "../analysis/types.ts";
import { library } from "../library/index.ts";

/** How deep containers are looked into. */
const DEEPEST = 8;

/** The runtime shows a value of the type as Python does, knowing no more than the value. `isInside` a container it is its `repr` that shows. */
export function describesItself(type: Type, isInside = false, depth = 0): boolean {
  const inner = (held: Type): boolean => held.k === "never" || describesItself(held, true, depth + 1);
  // A container that holds itself says no more further down.
  if (depth > DEEPEST) return true;
  return (
    members(type).length > 0 &&
    members(type).every((m) => {
      switch (m.k) {
        case "int":
        case "bool":
        case "none":
        case "str":
        case "poison":
          return true;
        case "long":
          return !m.mixed || !isInside;
        case "unicode":
        case "json":
          return !isInside;
        case "float":
          return !isInside;
        case "list":
        case "set":
          return inner(m.elem.type);
        // Its class knows how its fields are shown.
        case "tuple":
          return m.of !== undefined;
        case "dict":
          if (!inner(m.key.type)) return false;
          return m.record ? m.record.fields.every(([, held]) => inner(held)) : inner(m.value.type);
        case "unknown":
          return !isInside;
        case "lib":
          return (library.isException(m.name) || library.instanceType(m.name)?.hasText === true) && !isInside;
        case "instance":
          return m.cls.findMethod("__str__") !== null && !isInside;
        default:
          return false;
      }
    })
  );
}
