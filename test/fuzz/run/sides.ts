import { spawn } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { Python } from "../../../src/verify/find-python.ts";
import type { Sides } from "../judge.ts";
import { WorkerLine } from "./WorkerLine.ts";

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** A process for CPython and one for Node, which live until `end` is called. */
export function openSides(python: Python): Sides & { end(): void } {
  const py = new WorkerLine(() =>
    spawn(python.executable, [here("python_worker.py")], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, PYTHONIOENCODING: "utf-8", PYTHONDONTWRITEBYTECODE: "1" },
    }),
  );
  const node = new WorkerLine(() =>
    spawn(
      process.execPath,
      ["--no-warnings", "--experimental-vm-modules", "--import", import.meta.resolve("tsx"), here("node-worker.ts")],
      {
        stdio: ["pipe", "pipe", "inherit"],
      },
    ),
  );
  return {
    python: (programs) => py.run(programs),
    node: (modules) => node.run(modules),
    end() {
      py.end();
      node.end();
    },
  };
}
