import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { translateFiles } from "../../../../src/translate-files.ts";
import { runtimeOutputs } from "../../../../src/workspace/runtime-files.ts";
import { missingScaffold } from "../../../../src/workspace/scaffold.ts";
import { endings } from "../endings/endings.ts";
import { readRecording, writeRecording } from "./recordings.ts";
import type { Player, Row, Suite } from "./Suite.ts";

const rows = endings.map((source): Row => ({ section: "16 how programs end", key: source }));

/** Programs that are run whole: exit status, output, and the class and text of what was not caught. */
export const endingSuite: Suite = {
  name: "endings",
  rows,
  recorded: readRecording("endings"),
  async runtime() {
    const folder = fileURLToPath(new URL(`../../../../.tmp/http-endings-${process.pid}`, import.meta.url));
    const codes = await translateInto(folder);
    return {
      play: ({ key }) => run(process.execPath, ["--import", import.meta.resolve("tsx"), join(folder, outputOf(key))]),
      diagnosed: ({ key }) => codes.get(key) ?? [],
      close: async () => rmSync(folder, { recursive: true }),
    };
  },
  async python(python) {
    const folder = mkdtempSync(join(tmpdir(), "http-endings-"));
    const player: Player = {
      play({ key }) {
        writeFileSync(join(folder, "program.py"), `${key}\n`);
        return run(python.executable, ["-B", join(folder, "program.py")]);
      },
      close: async () => rmSync(folder, { recursive: true }),
    };
    return player;
  },
  record: (outcomes) => writeRecording("endings", outcomes),
};

const outputOf = (source: string): string => `ending${endings.indexOf(source)}.ts`;

/** Translates each program; the codes of what is reported of it. */
async function translateInto(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const codes = new Map<string, readonly string[]>();
  const used: string[] = [];
  const outputs: { readonly path: string; readonly text: string }[] = [];
  for (const source of endings) {
    const output = outputOf(source);
    const path = output.replace(".ts", ".py");
    const bytes = Buffer.from(`${source}\n`);
    const [translated] = await translateFiles([{ path, module: path.slice(0, -3), output, bytes }]);
    if (translated === undefined || translated.status === "failed") throw new Error(`${source} is not translated`);
    codes.set(
      source,
      translated.diagnostics.filter(({ category }) => category !== "hazard").map(({ code }) => code),
    );
    used.push(...Object.values(translated.runtime).flat());
    outputs.push({ path: output, text: translated.text });
  }
  outputs.push(...runtimeOutputs(used).map(({ path, text }) => ({ path: `runtime/${path}`, text })));
  outputs.push(...(await missingScaffold(folder, true)).files.map(({ name, text }) => ({ path: name, text })));
  for (const { path, text } of outputs) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return codes;
}

/** Runs a program; what it ended with, as the rows of programs are written down. */
async function run(command: string, args: readonly string[]): Promise<object> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, TZ: "UTC", LC_ALL: "C.UTF-8", NODE_NO_WARNINGS: "1" };
  return new Promise((resolve) => {
    const child = execFile(command, [...args], { env, encoding: "latin1" }, (_, stdout, stderr) => {
      const status = child.exitCode;
      resolve({ seen: { lines: [...stdout.split("\n"), `status ${status}`], raised: lastLine(stderr) } });
    });
  });
}

/** Class and text of an uncaught exception, or what was written last. The frames of a stack are each language's own. */
function lastLine(stderr: string): string {
  const lines = stderr.split("\n").filter((line) => !/^\s*$|^Node\.js v/.test(line));
  const frames = lines.findIndex((line) => line.startsWith("    at "));
  return lines.at(frames - 1 < 0 ? -1 : frames - 1) ?? "";
}
