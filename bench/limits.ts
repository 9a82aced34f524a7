import type { PythonParser } from "../src/python/parser.ts";
import { decodeSource, parseModule } from "./compiled.ts";
import { cpuTimes, nextTurn } from "./timing.ts";

const MEGABYTE = 1_000_000;
const noise = Uint8Array.from({ length: MEGABYTE / 2 }, (_, at) => 1 + ((at * 7919 + (at >> 7)) % 255));

/** Files at the limits of what has to be read. */
export const extremes: Readonly<Record<string, string | Uint8Array>> = {
  "10,000 nested parentheses": `x = ${"(".repeat(10_000)}1${")".repeat(10_000)}\n`,
  "a sum of 10,000 terms": `x = ${"a + ".repeat(9_999)}a\n`,
  "5,000 elifs": `if x:\n    a()\n${"elif y:\n    b()\n".repeat(5_000)}`,
  "a line of 1 MB": `x = [${"'some item', 12345, ".repeat(MEGABYTE / 20)}]\n`,
  // Three times as many tokens a byte as usual.
  "a line of 1 MB of 1, 1, 1": `x = [${"1, ".repeat(MEGABYTE / 3)}]\n`,
  "a string of 10 MB": `x = '${"a".repeat(10 * MEGABYTE)}'\n`,
  "a dict of 10 MB": `x = {${"'key': 'some value', 12: [1, 2],\n".repeat((10 * MEGABYTE) / 33)}}\n`,
  "1,000 nested blocks": `${Array.from({ length: 1000 }, (_, at) => `${" ".repeat(at)}if x:\n`).join("")}${" ".repeat(1000)}y\n`,
  "a binary of 500 KB": noise,
};

/** How many times as long a byte of each extreme takes as one of a usual text, from bytes to our tree or to its refusal. */
export async function timeExtremes(usual: string, parser: PythonParser): Promise<ReadonlyMap<string, number>> {
  const expected = await timePerByte(usual, parser);
  const ratios = new Map<string, number>();
  for (const [name, content] of Object.entries(extremes))
    ratios.set(name, (await timePerByte(content, parser)) / expected);
  return ratios;
}

async function timePerByte(content: string | Uint8Array, parser: PythonParser): Promise<number> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  // Small ones often, so that all are timed over as many bytes.
  const runs = Math.ceil(MEGABYTE / bytes.length);
  const work = async (): Promise<void> => {
    for (let run = 0; run < runs; run++) {
      const source = decodeSource("extreme.py", bytes);
      if ("text" in source) parseModule(source, parser);
      await nextTurn();
    }
  };
  const { read } = await cpuTimes({ read: work }, 1, 3);
  return read / (runs * bytes.length);
}
