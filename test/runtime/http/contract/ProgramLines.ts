import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** What marks the end of what a program wrote, and begins the line that tells how it ended. */
export const MARK = "\u0000";

/** A Node that runs functions of translated programs, one after the other. */
export class ProgramLines {
  readonly #child: ChildProcess;
  #written = "";
  #wake: () => void = () => {};

  constructor(env: Readonly<Record<string, string>>) {
    const script = fileURLToPath(new URL("runPrograms.ts", import.meta.url));
    const { PATH, HOME } = process.env;
    this.#child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), script], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { PATH, HOME, TZ: "UTC", LC_ALL: "C.UTF-8", NODE_NO_WARNINGS: "1", ...env },
    });
    this.#child.stdout!.on("data", (bytes: Buffer) => {
      this.#written += bytes.toString("latin1");
      this.#wake();
    });
    this.#child.on("exit", () => this.#wake());
  }

  async ask(question: object): Promise<object> {
    this.#written = "";
    this.#child.stdin!.write(`${JSON.stringify(question)}\n`);
    const ending = new RegExp(`${MARK}(.*)\\n$`);
    for (;;) {
      const [end, raised] = ending.exec(this.#written) ?? [];
      if (end !== undefined) {
        const lines = this.#written.slice(0, -end.length).split("\n");
        return { lines, raised: JSON.parse(raised ?? "null") as unknown };
      }
      if (this.#child.exitCode !== null) throw new Error(`Node ended at ${JSON.stringify(question)}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async close(): Promise<void> {
    this.#child.stdin!.end();
    if (this.#child.exitCode === null) await once(this.#child, "exit");
  }
}
