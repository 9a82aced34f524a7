import type { ClassInfo } from "./entities.ts";

/** The attributes that objects may have, where all classes say so by `__slots__`; null where they may have any. */
export function slotsOf(cls: ClassInfo): ReadonlySet<string> | "unknown" | null {
  if (cls.libraryBase !== null || cls.isOpaque || cls.lineage.at(-1)?.bases.length === 0) return null;
  const names = new Set<string>();
  for (const each of cls.lineage) {
    if (!each.classAttributes.has("__slots__")) return null;
    const values = each.node.body.body.flatMap((s) =>
      s.kind === "Assign" && s.targets.some((t) => t.kind === "Name" && t.id === "__slots__") ? [s.value] : [],
    );
    const [value] = values;
    const items =
      value?.kind === "Str" ? [value] : value?.kind === "Tuple" || value?.kind === "List" ? value.elts : null;
    if (!items || values.length !== 1) return "unknown";
    for (const item of items) {
      if (item.kind !== "Str") return "unknown";
      names.add(item.value);
    }
  }
  return names.has("__dict__") ? null : names;
}
