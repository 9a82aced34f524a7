import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { decodeSource } from "../../src/python/decode-source.ts";
import { openNativeParser } from "../../src/python/native-parser.ts";
import { parseModule } from "../../src/python/parse-module.ts";
import { walk } from "../../src/python/walk.ts";
import { findPython } from "../../src/verify/find-python.ts";
import { constructs } from "./constructs.ts";
import { cpythonTreesOfTexts, fixtureBytes, fixturePaths } from "./cpython-trees.ts";
import { neutralForm, withoutPlaces } from "./neutral-form.ts";
import { programs } from "./random-program.ts";
import { readPython } from "./read-python.ts";

const parser = openNativeParser();
const python = await findPython();
// The same programs in each run: what fails must be found again. More, and others: RANDOM_RUNS=2000 RANDOM_SEED=7.
const seed = Number(process.env["RANDOM_SEED"] ?? 1);
// Each takes a while on a busy machine.
vi.setConfig({ testTimeout: 240_000 });
const numRuns = Number(process.env["RANDOM_RUNS"] ?? 60);

/** Without places and lines: what a generator knows. In strings, too, on both sides. */
function plain(form: string): string {
  return withoutPlaces(form).replace(/@\d+/g, "");
}

describe("random Python", () => {
  it("printed and read back is the tree it was printed from", () => {
    fc.assert(
      fc.property(programs, ({ text, form }) => {
        const { source, module, problems } = readPython(text, parser);
        expect(problems).toEqual([]);
        expect(plain(neutralForm(module, source))).toBe(plain(form));
      }),
      { seed, numRuns },
    );
  });

  it.runIf(python !== null)("is to CPython 2.7 what it is to us, to the last column", async () => {
    const texts = fc.sample(programs, { seed: seed + 1, numRuns: Math.ceil(numRuns / 3) }).map(({ text }) => text);
    const theirs = await cpythonTreesOfTexts(python!, texts);
    for (const [index, text] of texts.entries()) {
      const { source, module } = readPython(text, parser);
      expect(neutralForm(module, source), text).toBe(theirs[index]!.form);
    }
  });
});

/** Reads bytes and holds the result to be one: each statement inside the file, and an invalid one exactly where there is a problem. */
function readable(bytes: Uint8Array): void {
  const source = decodeSource("a.py", bytes);
  if ("reason" in source) {
    expect(source.reason).not.toBe("");
    return;
  }
  const { module, problems } = parseModule(source, parser);
  let invalid = 0;
  walk(module, (node) => {
    if (node.kind === "Invalid") invalid++;
    expect(node.start).toBeGreaterThanOrEqual(0);
    expect(node.end).toBeLessThanOrEqual(source.text.length);
  });
  expect(invalid > 0).toBe(problems.length > 0);
  for (const { span } of problems) expect(span.end).toBeLessThanOrEqual(source.text.length);
}

const words =
  "if else elif for in while try except finally with as def class return yield print exec lambda not and or is import from raise del global pass break async await nonlocal".split(
    " ",
  );
const signs = [
  ..."()[]{}:;,.=+-*/%&|^~<>`@!$?\\'\"#",
  "**",
  "//",
  "<>",
  "!=",
  ">>",
  "->",
  '"""',
  "\n",
  "\n  ",
  "\n\t",
  "\r",
  "\f",
  "\0",
  "\u00e9",
];
const soup = fc
  .array(fc.constantFrom(...words, ...signs, "a", "1", "u'b'", " "), { maxLength: 60 })
  .map((all) => all.join(" "));
const fixtures = fixturePaths().map((path) => fixtureBytes(path));

describe("what is no Python ends in problems, and never in an exception:", () => {
  const options = { seed, numRuns };
  it("random bytes", () => fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), readable), options));
  it("words and signs in any order", () =>
    fc.assert(
      fc.property(soup, (text) => readable(new TextEncoder().encode(text))),
      options,
    ));
  it("files cut off anywhere", () => {
    const cut = fc
      .constantFrom(...fixtures)
      .chain((bytes) => fc.nat(bytes.length).map((end) => bytes.subarray(0, end)));
    fc.assert(fc.property(cut, readable), options);
  });
});

it.runIf(python !== null)(
  "what CPython 2.7 refuses of constructs with a piece lost or doubled, so do we; what it reads, we read the same",
  async () => {
    const spoiled = fc.constantFrom(...constructs().filter((text) => text.length < 200)).chain((text) =>
      fc.tuple(fc.nat(text.length), fc.nat(3), fc.boolean()).map(([at, length, twice]) => {
        const piece = text.slice(at, at + length);
        return text.slice(0, at) + (twice ? piece + piece : "") + text.slice(at + length);
      }),
    );
    const texts = fc.sample(spoiled, { seed, numRuns: numRuns * 2 }).filter((text) => /\S/.test(text));
    const theirs = await cpythonTreesOfTexts(python!, texts);
    const wrong = texts.filter((text, index) => {
      const { source, module, problems } = readPython(text, parser);
      const { status, form } = theirs[index]!;
      // Python 3's own constructs are read, whatever CPython 2.7 says of them.
      if (module.futures.has("unicode_literals")) return false;
      return status === "ok" ? problems.length > 0 || neutralForm(module, source) !== form : problems.length === 0;
    });
    expect(wrong).toEqual([]);
  },
);
