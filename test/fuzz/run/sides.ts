import { spawn } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { Python } from "../../../src/verify/find-python.ts";
import type { Answer } from "./outcome.ts";
import { WORKER_STDIO, WorkerLine } from "./WorkerLine.ts";

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Variables of the environment that the programs of a worker find. */
type Variables = Readonly<Record<string, string>>;

/** A process of CPython that runs programs until `end` is called. */
export const openPython = (python: Python, variables: Variables = {}): WorkerLine =>
  new WorkerLine(() =>
    spawn(python.executable, [here("python_worker.py")], {
      stdio: [...WORKER_STDIO],
      env: { ...process.env, PYTHONIOENCODING: "utf-8", PYTHONDONTWRITEBYTECODE: "1", ...variables },
    }),
  );

/** A process of Node that runs emitted modules until `end` is called. */
export const openNode = (variables: Variables = {}): WorkerLine =>
  new WorkerLine(() =>
    spawn(
      process.execPath,
      ["--no-warnings", "--experimental-vm-modules", "--import", import.meta.resolve("tsx"), here("node-worker.ts")],
      { stdio: [...WORKER_STDIO], env: { ...process.env, ...variables } },
    ),
  );

/** Each module in a process of Node of its own. */
export async function runApart(modules: readonly string[]): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const module of modules) {
    const node = openNode();
    answers.push(...(await node.run([module])));
    node.end();
  }
  return answers;
}
