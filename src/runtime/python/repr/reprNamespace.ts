import { repr } from "./repr.ts";
import type { ReprOf } from "./ReprOf.ts";

/** `repr` of what argparse gives, by the name of each value. */
export function reprNamespace(shows: Readonly<Record<string, ReprOf<never>>>): ReprOf<object> {
  return (namespace) => {
    const values = Object.entries(namespace).sort(([a], [b]) => (a < b ? -1 : 1));
    return `Namespace(${values.map(([name, value]) => `${name}=${(shows[name] ?? repr)(value as never)}`).join(", ")})`;
  };
}
