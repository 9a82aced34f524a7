import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import type { Writable } from "node:stream";
import type { Answer, Job, Outcome } from "./outcome.ts";

/** Milliseconds without an answer after which a worker is ended: the program that it runs has no end. */
const PATIENCE = 20_000;

interface Worker {
  readonly process: ChildProcess;
  /** Told each line, and null when the process has ended. */
  listener: ((line: string | null) => void) | null;
}

/** How a worker is connected: its jobs are not its standard input, which its programs may read, and find empty. */
export const WORKER_STDIO = ["ignore", "pipe", "inherit", "pipe"] as const;

const jobsOf = (process: ChildProcess): Writable => process.stdio[3] as Writable;

/** Hands programs to a process that takes a line of JSON for each and answers with another, in their order; starts it anew if it ends. */
export class WorkerLine {
  readonly #start: () => ChildProcess;
  #worker: Worker | null = null;

  constructor(start: () => ChildProcess) {
    this.#start = start;
  }

  /** Runs all, one after the other. */
  async run(texts: readonly string[]): Promise<Answer[]> {
    const answers: Answer[] = [];
    while (answers.length < texts.length) {
      const rest = texts.slice(answers.length).map((text, id) => ({ id, text }));
      const got = await this.#runSome(rest);
      answers.push(...got);
      if (got.length < rest.length) answers.push({ lost: "the program did not end, or ended the process" });
    }
    return answers;
  }

  end(): void {
    this.#worker?.process.kill("SIGKILL");
    this.#worker = null;
  }

  /** The answers up to the first job that has none. */
  #runSome(jobs: readonly Job[]): Promise<Outcome[]> {
    const worker = (this.#worker ??= this.#open());
    const answers: Outcome[] = [];
    return new Promise((resolve) => {
      const finish = (): void => {
        clearTimeout(timer);
        worker.listener = null;
        if (answers.length < jobs.length) this.end();
        resolve(answers);
      };
      let timer = setTimeout(finish, PATIENCE);
      worker.listener = (line) => {
        if (line === null) return finish();
        clearTimeout(timer);
        timer = setTimeout(finish, PATIENCE);
        const { stdout, error, status } = JSON.parse(line) as Outcome;
        answers.push({ stdout, error, status });
        if (answers.length === jobs.length) finish();
      };
      if (jobs.length === 0) finish();
      jobsOf(worker.process).write(jobs.map((job) => `${JSON.stringify(job)}\n`).join(""));
    });
  }

  #open(): Worker {
    const process = this.#start();
    const worker: Worker = { process, listener: null };
    createInterface({ input: process.stdout! }).on("line", (line) => worker.listener?.(line));
    process.on("exit", () => worker.listener?.(null));
    jobsOf(process).on("error", () => {});
    return worker;
  }
}
