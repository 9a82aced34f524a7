import { type Type } from "../analysis/types.ts";
import { members } from "../analysis/join.ts";

/**
 * Where in a value floats are, for JSON, which writes a whole one with its `.0`: everywhere, below the keys of these names, nowhere,
 * or where it cannot be said.
 */
export type FloatPlaces = "everywhere" | "nowhere" | "unsure" | readonly string[];

/** A number somewhere in a value: below which keys that have types of their own, and whether below any other dict. */
interface Leaf {
  readonly isFloat: boolean;
  readonly keys: readonly string[];
  readonly isKeyed: boolean;
}

export function floatPlaces(type: Type): FloatPlaces {
  const leaves: Leaf[] = [];
  if (!collect(type, { keys: [], isKeyed: false }, leaves, new Set())) return "unsure";
  const floats = leaves.filter(({ isFloat }) => isFloat);
  const others = leaves.filter(({ isFloat }) => !isFloat);
  if (floats.length === 0) return "nowhere";
  if (others.length === 0) return "everywhere";
  const names = new Set<string>();
  for (const { keys } of floats) {
    const nearest = keys.at(-1);
    if (nearest === undefined) return "unsure";
    names.add(nearest);
  }
  // A dict with any keys may have one of those names too.
  const isClear = others.every(({ keys, isKeyed }) => !isKeyed && !keys.some((key) => names.has(key)));
  return isClear ? [...names] : "unsure";
}

/** False where a number may be either, or nothing is known of what there is. */
function collect(type: Type, at: Omit<Leaf, "isFloat">, leaves: Leaf[], seen: Set<object>): boolean {
  return members(type).every((m) => {
    switch (m.k) {
      case "float":
      case "int":
      case "long":
        leaves.push({ ...at, isFloat: m.k === "float" });
        return true;
      case "list":
      case "sequence":
        return once(m.elem.root, seen, () => collect(m.elem.type, at, leaves, seen));
      case "tuple":
        return m.items.every((item) => collect(item, at, leaves, seen));
      case "dict": {
        // A key that is a number is written as one.
        if (members(m.key.type).some((key) => key.k === "float")) return false;
        const { record } = m;
        if (!record)
          return once(m.value.root, seen, () => collect(m.value.type, { ...at, isKeyed: true }, leaves, seen));
        return once(record.root, seen, () =>
          record.fields.every(([name, held]) => collect(held, { ...at, keys: [...at.keys, name] }, leaves, seen)),
        );
      }
      case "json":
      case "unknown":
      case "poison":
        return false;
      default:
        return true;
    }
  });
}

/** What holds itself is gone into once. */
function once(place: object, seen: Set<object>, go: () => boolean): boolean {
  if (seen.has(place)) return true;
  seen.add(place);
  return go();
}
