import { describe, expect, it } from "vitest";
import { runScript } from "./runScript.ts";
import { withServer } from "./withServer.ts";

// A program that is busy finds the last data and the reset after them at once: it must see both, as CPython's does.
describe("a reset that is found together with the data before it", () => {
  it.each(["rst-mid-body", "rst-mid-chunked", "rst-mid-close", "rst-after-headers"])("%s", async (path) => {
    await withServer(async (_, base) => {
      const program = `
        const response = await fetchOrThrow(base + "/busy-${path}");
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
        await response.text().then(console.log, (error) => console.log(error.stack.split("\\n")[0]));`;
      const { stdout } = await runScript(program, base);
      expect(stdout).toContain("socket.error: [Errno 104] Connection reset by peer");
    });
  });

  it("is an end where the server ended its side before, and what it says is complete", async () => {
    await withServer(async (_, base) => {
      const program = `
        const response = await fetchOrThrow(base + "/busy-fin");
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
        console.log(JSON.stringify(await response.text()));`;
      const { stdout } = await runScript(program, base);
      expect(stdout).toContain('"ab\\ncd"');
    });
  });
});
