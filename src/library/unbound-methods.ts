import type { Entry } from "./entry.ts";

/** The methods of a built-in type as functions of the object: `str.lower(text)`, `map(str.strip, lines)`. */
export const unboundMethods = (
  methods: Readonly<Record<string, Entry>>,
  kind: string,
): Readonly<Record<string, Entry>> =>
  Object.fromEntries(Object.entries(methods).map(([name, entry]) => [name, unbound(entry, kind)]));

function unbound(entry: Entry, kind: string): Entry {
  if (entry.kind !== "function") return entry;
  const { result } = entry;
  return {
    kind: "function",
    params: entry.params === "" ? `self:${kind}` : `self:${kind}, ${entry.params}`,
    result: typeof result === "function" ? (c) => result({ ...c, receiver: c.type("self") }) : result,
    emit: (c) => entry.emit({ ...c, receiver: c.type("self"), receiverTs: c.ts("self") }),
  };
}
