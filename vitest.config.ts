import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Many tests start programs: five seconds are short on a busy machine, and say nothing of the code.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    include: ["test/**/*.test.ts"],
    // Prints the differential tests' line at the very end of the run.
    globalSetup: ["test/differential/summary.ts"],
  },
});
