import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Prints the differential tests' line at the very end of the run.
    globalSetup: ["test/differential/summary.ts"],
  },
});
