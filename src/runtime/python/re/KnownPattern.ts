import type { ConvertedPattern } from "./convertPattern.ts";

type Outer = ReadonlyMap<number, string | null> | null;

const outerOf = new WeakMap<RegExpExecArray, Outer>();

/** A pattern that is known only when it runs: its matches remember which groups are inside no other, and their names. */
export class KnownPattern extends RegExp {
  readonly #outer: Outer;

  constructor(source: string | RegExp, flags: string, converted: ConvertedPattern | KnownPattern | null = null) {
    super(source, flags);
    const from = converted ?? (source instanceof KnownPattern ? source : null);
    this.#outer = from instanceof KnownPattern ? from.#outer : from && namesOf(from);
  }

  override exec(text: string): RegExpExecArray | null {
    const match = super.exec(text);
    if (match) outerOf.set(match, this.#outer);
    return match;
  }
}

function namesOf({ names, outer }: ConvertedPattern): Outer {
  const byGroup = new Map(Object.entries(names).map(([name, group]) => [group, name]));
  return outer && new Map(outer.map((group) => [group, byGroup.get(group) ?? null]));
}

/** The groups of a match's pattern that are inside no other; null where that does not tell which closed last. */
export const outerGroupsOf = (match: RegExpExecArray): Outer => outerOf.get(match) ?? null;
