import { expect, it } from "vitest";
import { soak } from "./soak.ts";

// `npm run soak:http` does the same with 20,000 requests.
it("many requests with faults at random leave nothing behind", async () => {
  const { outcomes, open, unhandled, flat, heap } = await soak(600, 7);
  expect({ open, unhandled, flat }, heap.join(" ")).toEqual({ open: 0, unhandled: 0, flat: true });
  expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(600);
  expect(outcomes.size).toBeGreaterThan(6);
});
