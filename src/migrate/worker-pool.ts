import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { FileTranslation, SourceInput } from "../translation.ts";
import type { Translator } from "./translator.ts";

/** What a translation thread is sent, and what it answers. */
export interface WorkerRequest {
  readonly inputs: readonly SourceInput[];
  readonly options: Parameters<Translator>[1];
}
export type WorkerReply = { readonly results: readonly FileTranslation[] } | { readonly error: string };

export interface WorkerPool {
  readonly translator: Translator;
  close(): Promise<void>;
}

/** A translator that runs calls in threads, at most `size` at a time; a thread that dies fails its own call only. */
export function workerPool(size: number): WorkerPool {
  const idle: Worker[] = [];
  const running = new Set<Worker>();
  const waiting: (() => void)[] = [];
  let free = size;

  const translator: Translator = async (inputs, options) => {
    if (free === 0) await new Promise<void>((resume) => waiting.push(resume));
    else free--;
    try {
      const worker = idle.pop() ?? startWorker();
      running.add(worker);
      const results = await ask(worker, { inputs, options });
      running.delete(worker);
      idle.push(worker);
      return results;
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
  return {
    translator,
    async close() {
      await Promise.all([...idle, ...running].map((worker) => worker.terminate()));
    },
  };
}

function startWorker(): Worker {
  // `.ts` when Node runs the sources, `.js` when it runs the build.
  return new Worker(new URL(`./translate-worker${extname(import.meta.url)}`, import.meta.url));
}

function ask(worker: Worker, request: WorkerRequest): Promise<readonly FileTranslation[]> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      worker.removeAllListeners();
      finish();
    };
    worker.once("message", (reply: WorkerReply) => {
      if ("results" in reply) settle(() => resolve(reply.results));
      else fail(new Error(reply.error));
    });
    const fail = (error: Error) =>
      settle(() => {
        void worker.terminate();
        reject(error);
      });
    worker.once("error", fail);
    worker.once("exit", (code) => fail(new Error(`the translation thread ended with code ${code}`)));
    worker.postMessage(request);
  });
}
