import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agrees } from "./contract/playSuite.ts";
import { isListed, isReported } from "./contract/isReported.ts";
import { assumed, unreported } from "./contract/reported.ts";
import type { Player } from "./contract/Suite.ts";
import { suites } from "./contract/suites.ts";

// The rows of the HTTP contract, beside what CPython 2.7.18 did with each; `npm run check:http` plays the same.
describe.each(suites)("$name", (suite) => {
  let player: Player;
  beforeAll(async () => {
    player = await suite.runtime();
  }, 120_000);
  // Fails if the runtime leaves a connection open.
  afterAll(() => player.close());

  it.each(suite.rows.map((row) => [row.key, row] as const))("%s", async (key, row) => {
    const expected = suite.recorded.get(key);
    expect(expected, "run npm run check:http -- --record").toBeDefined();
    const found = await player.play(row);
    const equal = agrees(row, expected, found);
    if (isListed(suite, row)) expect(equal).toBe(false);
    // What the translator reports may differ.
    if (!equal && isReported(suite, row, player.diagnosed?.(row) ?? [], expected, found)) return;
    if (row.race === true) expect(expected).toContainEqual(found);
    else expect(found).toEqual(expected);
  });
});

describe("the list of what differs", () => {
  it("names rows that there are", () => {
    const keys = new Set(suites.flatMap(({ name, rows }) => rows.map(({ key }) => `${name}/${key}`)));
    expect([...assumed.keys(), ...unreported.keys()].filter((key) => !keys.has(key))).toEqual([]);
  });
});
