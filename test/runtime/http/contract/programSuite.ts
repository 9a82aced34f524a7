import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { tmpdir } from "node:os";
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.ts";
import { translateFiles } from "../../../../src/translate-files.ts";
import { runtimeOutputs } from "../../../../src/workspace/runtime-files.ts";
import { missingScaffold } from "../../../../src/workspace/scaffold.ts";
import { startListeners } from "../listeners.ts";
import type { Listeners } from "../listeners.ts";
import { observe } from "../runCase.ts";
import { ProgramLines } from "./ProgramLines.ts";
import { PythonLines } from "./PythonLines.ts";
import { readRecording, writeRecording } from "./recordings.ts";
import type { Player, Row, Suite } from "./Suite.ts";

const PROGRAMS = fileURLToPath(new URL("../programs", import.meta.url));

interface FunctionRow extends Row {
  readonly file: string;
  readonly function: string;
}

/** One row for each function without parameters of each program. */
const rows = readdirSync(PROGRAMS)
  .filter((file) => file.endsWith(".py"))
  .toSorted()
  .flatMap((file): FunctionRow[] => {
    const text = readFileSync(join(PROGRAMS, file), "utf8");
    const [, section = file] = /"""([^"]*?)\.?"""/.exec(text) ?? [];
    return Array.from(text.matchAll(/^def (\w+)\(\):/gm), ([, name = ""]) => {
      return { section, key: `${file}: ${name}`, file, function: name };
    });
  });

/** Python programs, which CPython runs, and Node their translations. */
export const programSuite: Suite = {
  name: "programs",
  rows,
  recorded: readRecording("programs"),
  async runtime() {
    const { folder, diagnosed } = await translatePrograms();
    const made = await player((env) => {
      const node = new ProgramLines(env);
      return {
        ask: (row, cwd) =>
          node.ask({ path: join(folder, row.file.replace(".py", ".ts")), folder: cwd, function: row.function }),
        close: () => node.close(),
      };
    });
    return {
      ...made,
      diagnosed: (row) => diagnosed(row as FunctionRow),
      async close() {
        await made.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
  async python(python) {
    return player((env) => {
      const lines = new PythonLines(python, "programs.py", env);
      return {
        ask: (row, cwd) => lines.ask({ path: join(PROGRAMS, row.file), folder: cwd, function: row.function }),
        close: () => lines.close(),
      };
    });
  },
  record: (outcomes) => writeRecording("programs", outcomes),
};

interface Runner {
  ask(row: FunctionRow, folder: string): Promise<object>;
  close(): Promise<void>;
}

async function player(start: (env: Readonly<Record<string, string>>) => Runner): Promise<Player> {
  const listeners = await startListeners();
  const runner = start(portsOf(listeners));
  const folder = mkdtempSync(join(tmpdir(), "http-programs-"));
  return {
    play: (row) => observe(listeners, () => runner.ask(row as FunctionRow, folder), true),
    async close() {
      await runner.close();
      await listeners.close();
    },
  };
}

/** `PORT`, `OTHER`, `REFUSED` …: the listeners' ports, as the programs ask for them. */
function portsOf({ ports }: Listeners): Record<string, string> {
  return Object.fromEntries(Array.from(ports, ([name, port]) => [name.toUpperCase(), String(port)]));
}

interface Translation {
  readonly folder: string;
  /** Codes of what the translator reports in a function. Hazards are the original's. */
  diagnosed(row: FunctionRow): string[];
}

/** Translates each program by itself. */
async function translatePrograms(): Promise<Translation> {
  const folder = fileURLToPath(new URL(`../../../../.tmp/http-programs-${process.pid}`, import.meta.url));
  const files = readdirSync(PROGRAMS).filter((file) => file.endsWith(".py"));
  const outputs: { readonly path: string; readonly text: string }[] = [];
  const used: string[] = [];
  const reports = new Map<string, readonly Diagnostic[]>();
  for (const file of files) {
    const output = file.replace(".py", ".ts");
    const input = { path: file, module: file.slice(0, -3), output, bytes: readFileSync(join(PROGRAMS, file)) };
    const [translated] = await translateFiles([input]);
    if (translated === undefined || translated.status === "failed") throw new Error(`${file} is not translated`);
    used.push(...Object.values(translated.runtime).flat());
    outputs.push({ path: output, text: translated.text });
    reports.set(file, translated.diagnostics);
  }
  outputs.push(...runtimeOutputs(used).map(({ path, text }) => ({ path: `runtime/${path}`, text })));
  outputs.push(...(await missingScaffold(folder, true)).files.map(({ name, text }) => ({ path: name, text })));
  for (const { path, text } of outputs) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const diagnosed = ({ file, function: name }: FunctionRow): string[] => {
    const [first, last] = linesOf(file, name);
    return (reports.get(file) ?? [])
      .filter(({ category, range: { start } }) => category !== "hazard" && start.line >= first && start.line <= last)
      .map(({ code }) => code);
  };
  return { folder, diagnosed };
}

/** First and last line of a function, counted from 1. */
function linesOf(file: string, name: string): [first: number, last: number] {
  const lines = readFileSync(join(PROGRAMS, file), "utf8").split("\n");
  const first = lines.indexOf(`def ${name}():`) + 1;
  const length = lines.slice(first).findIndex((line) => /^\S/.test(line));
  return [first, length < 0 ? lines.length : first + length];
}
