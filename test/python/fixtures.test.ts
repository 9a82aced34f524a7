import { describe, expect, it } from "vitest";
import { decodeSource } from "../../src/python/decode-source.ts";
import { parseModule } from "../../src/python/parse-module.ts";
import { openParser } from "../../src/python/parser.ts";
import { positionAt } from "../../src/python/positions.ts";
import { findPython } from "../../src/verify/find-python.ts";
import { digestsOf, fixtureBytes, fixturePaths, recordedFixtures, staleRecording } from "./cpython-trees.ts";
import { neutralForms } from "./neutral-form.ts";

const RECORD = "npm run check:python -- --record";
const parser = await openParser();
const python = await findPython();

describe("the tree of each fixture is CPython's own", () => {
  const recorded = recordedFixtures();
  it.each(fixturePaths())("%s", (path) => {
    const expected = recorded.get(path);
    if (expected === undefined) throw new Error(`not recorded: ${RECORD}`);
    const source = decodeSource(path, fixtureBytes(path));
    if ("reason" in source) {
      expect(expected, source.reason).toBeNull();
      return;
    }
    const { module, problems } = parseModule(source, parser);
    if (expected === null) expect(problems).not.toEqual([]);
    else {
      expect(problems).toEqual([]);
      const digests = digestsOf(neutralForms(module, source));
      const at = digests.findIndex((digest, index) => digest !== expected[index]);
      const line = at < 0 ? 0 : positionAt(source, module.body[at]!.start).line;
      expect(digests, `differs in line ${line}; see npm run check:python -- ${path}`).toEqual(expected);
    }
  });
});

it(
  python === null ? "no CPython 2.7 is here: recordings only" : `CPython ${python.version} gives the recorded trees`,
  async () => {
    expect(recordedFixtures().size).toBeGreaterThan(100);
    if (python !== null) expect(await staleRecording(python), `record it: ${RECORD}`).toBeNull();
  },
);
