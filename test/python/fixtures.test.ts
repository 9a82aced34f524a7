import { describe, expect, it } from "vitest";
import { decodeSource } from "../../src/python/decode-source.ts";
import { parseModule } from "../../src/python/parse-module.ts";
import { openParser } from "../../src/python/parser.ts";
import { positionAt } from "../../src/python/positions.ts";
import { findPython } from "../../src/verify/find-python.ts";
import {
  digestsOf,
  fixtureBytes,
  fixturePaths,
  liveFixtures,
  recordedFixtures,
  sourceDigest,
} from "./cpython-trees.ts";
import { neutralForms } from "./neutral-form.ts";

const RECORD = "npm run check:python -- --record";
const parser = await openParser();
const python = await findPython();

const recorded = recordedFixtures();
const live = python === null ? null : await liveFixtures(python);

describe(`the tree of each fixture is ${python === null ? "the recorded one" : `that of CPython ${python.version}`}`, () => {
  it.each(fixturePaths())("%s", (path) => {
    const tree = (live ?? recorded).get(path);
    if (tree?.source !== sourceDigest(path)) throw new Error(`not recorded: ${RECORD}`);
    const expected = tree.statements;
    const source = decodeSource(path, fixtureBytes(path));
    if ("reason" in source) {
      expect(expected, source.reason).toEqual(source.reason === "empty" ? [] : null);
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

it("what is recorded of them still holds", () => {
  expect(recorded.size).toBeGreaterThan(100);
  // Without a CPython 2.7 the recording is what there is to compare with.
  for (const [path, tree] of recorded) {
    const now = live?.get(path);
    if (now?.source === tree.source) expect(tree, path).toEqual(now);
  }
});
