// Records what CPython 2.7 does with every case: `npx tsx test/runtime/http/recorded/record.ts`, where python2.7 is installed.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { cases } from "../cases.ts";
import { FaultServer } from "../faultServer.ts";
import { runCase } from "../runCase.ts";

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const server = new FaultServer();
const port = await server.listen();
const python = spawn("python2.7", [here("probe.py")], {
  stdio: ["pipe", "pipe", "inherit"],
  env: { ...process.env, PYENV_VERSION: "2.7.18" },
});
const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]();

const recorded: Record<string, unknown> = {};
for (const [section, list] of Object.entries(cases)) {
  for (const case_ of list) {
    const key = JSON.stringify(case_);
    recorded[`${section}: ${key}`] = await runCase(server, port, case_, async (ready) => {
      python.stdin.write(`${JSON.stringify(ready)}\n`);
      return JSON.parse((await lines.next()).value ?? "null") as object;
    });
  }
}
writeFileSync(here("urllib2.json"), `${JSON.stringify(recorded, null, 1)}\n`);
python.stdin.end();
await once(python, "exit");
await server.close();
