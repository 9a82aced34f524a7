import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cases } from "./cases.ts";
import { FaultServer } from "./faultServer.ts";
import { playCase } from "./playCase.ts";
import { runCase } from "./runCase.ts";
import type { Outcome } from "./runCase.ts";

// What CPython 2.7.18 did with each case against the same server; made by recorded/record.ts.
const recorded = JSON.parse(readFileSync(new URL("recorded/urllib2.json", import.meta.url), "utf8")) as Record<
  string,
  Outcome
>;

const server = new FaultServer();
let port = 0;
beforeAll(async () => {
  port = await server.listen();
});
afterAll(() => server.close());

for (const [section, list] of Object.entries(cases)) {
  describe(section, () => {
    it.each(list.map((case_) => [JSON.stringify(case_).replace("http://127.0.0.1:{port}", ""), case_] as const))(
      "%s",
      async (_, case_) => {
        const expected = recorded[`${section}: ${JSON.stringify(case_)}`];
        expect(expected, "run recorded/record.ts").toBeDefined();
        expect(await runCase(server, port, case_, playCase)).toEqual(expected);
      },
    );
  });
}

describe("what the runtime leaves behind", () => {
  it("is no open connection", async () => {
    // Every case is over: hanging ones by their timeout, the rest by their end.
    await expect.poll(() => server.open).toBe(0);
  });
});
