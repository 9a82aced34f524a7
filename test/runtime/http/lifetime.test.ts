import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FaultServer } from "./faultServer.ts";
import { here, runScript } from "./runScript.ts";
import { withServer } from "./withServer.ts";

describe("a program ends when its code does", () => {
  it.each([
    ["with a body that never ends and is not read", `await fetchOrThrow(base + "/hang-mid-body");`],
    ["with the same under a timeout", `await fetchOrThrow(base + "/hang-mid-body", { timeout: 30 });`],
    ["with the body of an error that is not read", `await fetchOrThrow(base + "/err-hang").catch(() => {});`],
    ["after a timeout", `await fetchOrThrow(base + "/hang", { timeout: 0.1 }).catch(() => {});`],
    ["after an answer", `await (await fetchOrThrow(base + "/ok-cl", { timeout: 30 })).text();`],
    ["after a refusal", `await fetchOrThrow("http://127.0.0.1:3/", { timeout: 30 }).catch(() => {});`],
  ])("%s", async (_, program) => {
    await withServer(async (_server, base) => {
      const { stderr, lingered } = await runScript(program, base);
      expect(stderr).toBe("");
      expect(lingered).toBeLessThan(5000);
    });
  });

  it("but not while it waits for an answer", async () => {
    await withServer(async (_, base) => {
      const { stdout } = await runScript(`console.log(await (await fetchOrThrow(base + "/slow-body")).text());`, base);
      expect(stdout).toContain("in the end");
    });
  });
});

describe("a certificate of another host", () => {
  it("is a ValueError, not a URLError", async () => {
    const server = new FaultServer({
      secure: {
        key: readFileSync(here("certificates/other.key")),
        cert: readFileSync(here("certificates/other.pem")),
      },
    });
    const port = await server.listen();
    const program = `await fetchOrThrow(base).catch((error) => console.log(error.qualifiedName + ": " + error.message));`;
    const { stdout } = await runScript(program, `https://localhost:${port}/`);
    await server.close();
    expect(stdout).toContain("ssl.CertificateError: hostname 'localhost' doesn't match 'other.example'");
  });
});

describe("a response that is dropped", () => {
  it("is closed when it is collected, as CPython's is at once", async () => {
    await withServer(async (server, base) => {
      const program = `
        for (let count = 0; count < 20; count++) await fetchOrThrow(base + "/err-hang").catch(() => {});
        const tidy = setInterval(() => globalThis.gc(), 20);
        await new Promise((resolve) => setTimeout(resolve, 500));
        clearInterval(tidy);
        console.log("connections", (await (await fetch(base + "/connections")).text()));`;
      const { stdout } = await runScript(program, base, "--expose-gc");
      // One of them may still be on the stack, and one is that of the question.
      expect(Number(/connections (\d+)/.exec(stdout)?.[1])).toBeLessThanOrEqual(3);
      expect(server.requests.length).toBe(21);
    });
  });
});

describe("many requests", () => {
  it("leave neither sockets nor unhandled rejections", async () => {
    await withServer(async (server, base) => {
      const paths =
        "ok-cl rst-mid-body fin-before-byte trunc-chunked status?code=503 redir?loc=/ok-cl garbage-status ok-chunked";
      const program = `
        process.on("unhandledRejection", (error) => console.log("unhandled", error));
        const paths = ${JSON.stringify(paths.split(" "))};
        for (let round = 0; round < 30; round++) {
          await Promise.all(paths.map(async (path) => {
            try { const response = await fetchOrThrow(base + "/" + path, { timeout: 5 }); if (round % 2) await response.text(); } catch {}
          }));
        }`;
      const { stdout, stderr, lingered } = await runScript(program, base);
      expect(stdout.replace(/lingered \d+\n/, "") + stderr).toBe("");
      expect(lingered).toBeLessThan(5000);
      expect(server.requests.length).toBe(30 * 9);
      await expect.poll(() => server.open).toBe(0);
    });
  });
});
