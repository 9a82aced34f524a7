import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Interface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Python } from "../../../../src/verify/find-python.ts";

/** A Python program of `recorded/` that answers each line of JSON with another. */
export class PythonLines {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(python: Python, name: string, env: Readonly<Record<string, string>> = {}) {
    const script = fileURLToPath(new URL(`../recorded/${name}`, import.meta.url));
    const { PATH, HOME } = process.env;
    this.#child = spawn(python.executable, ["-B", script], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { PATH, HOME, TZ: "UTC", LC_ALL: "C.UTF-8", ...env },
    });
    const lines: Interface = createInterface({ input: this.#child.stdout! });
    this.#lines = lines[Symbol.asyncIterator]();
  }

  async ask(question: unknown): Promise<object> {
    this.#child.stdin!.write(`${JSON.stringify(question)}\n`);
    const { value, done } = await this.#lines.next();
    if (done === true) throw new Error(`Python ended at ${JSON.stringify(question)}`);
    return JSON.parse(value) as object;
  }

  async close(): Promise<void> {
    this.#child.stdin!.end();
    if (this.#child.exitCode === null) await once(this.#child, "exit");
  }
}
