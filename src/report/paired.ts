import type { TranslatedFile } from "../translation.ts";

/** A line of the paired view: Python as it was, or TypeScript as it will be. Numbers are 1-based. */
export interface PairedLine {
  readonly side: "py" | "ts";
  readonly number: number;
  readonly text: string;
}

/** Python lines, and the TypeScript lines that they became. */
export type PairedBlock = readonly PairedLine[];

/**
 * Pairs a file's Python with its TypeScript by the line map. Every line of both appears once, TypeScript's in
 * order, except blank ones.
 *
 * @param headerLines lines that the written file has before the translation's own text.
 */
export function pairedBlocks(file: TranslatedFile, headerLines = 1): readonly PairedBlock[] {
  const sides = { py: file.python.split("\n"), ts: file.text.trimEnd().split("\n") };
  const shown = { py: new Set<number>(), ts: new Set<number>() };
  const take = (side: "py" | "ts", start: number, end: number): PairedLine[] => {
    const lines: PairedLine[] = [];
    for (let number = Math.max(1, start); number <= Math.min(end, sides[side].length); number++) {
      const text = sides[side][number - 1]!;
      if (shown[side].has(number) || text.trim() === "") continue;
      shown[side].add(number);
      lines.push({ side, number: side === "ts" ? number + headerLines : number, text });
    }
    return lines;
  };

  const mappings = file.lineMap.toSorted((a, b) => a.typescript.start - b.typescript.start);
  // Lines of a later pair wait for it; what no pair holds is shown where it stands.
  const mapped = new Set(mappings.flatMap(({ python: { start, end } }) => range(start, end)));
  const blocks: PairedLine[][] = [];
  let reached = 0;
  for (const { python, typescript } of mappings) {
    const removed = range(reached + 1, python.start - 1).filter((number) => !mapped.has(number));
    reached = Math.max(reached, python.end);
    blocks.push(
      [...removed.flatMap((number) => take("py", number, number)), ...take("ts", 1, typescript.start - 1)],
      [...take("py", python.start, python.end), ...take("ts", typescript.start, typescript.end)],
    );
  }
  blocks.push([...take("py", 1, sides.py.length), ...take("ts", 1, sides.ts.length)]);
  return blocks.filter((block) => block.length > 0);
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start + 1) }, (_, index) => start + index);
}
