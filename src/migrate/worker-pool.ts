import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { FileTranslation, SourceInput } from "../translation.ts";
import type { Translator } from "./translator.ts";

/** What a translation thread is sent, and what it answers. */
export interface WorkerRequest {
  readonly inputs: readonly SourceInput[];
  readonly options: Parameters<Translator>[1];
}
export type WorkerReply =
  | { readonly results: readonly FileTranslation[] }
  | { readonly error: { readonly name: string; readonly message: string } };

export interface WorkerPool {
  readonly translator: Translator;
  close(): Promise<void>;
}

/** `.ts` when Node runs the sources, `.js` when it runs the build. */
const translateWorker = new URL(`./translate-worker${extname(import.meta.url)}`, import.meta.url);

/**
 * A translator that runs calls in threads, at most `size` at a time; a thread that dies fails its own call only.
 *
 * @param script the worker: it answers each WorkerRequest with one WorkerReply.
 */
export function workerPool(size: number, script = translateWorker): WorkerPool {
  const idle: Worker[] = [];
  const running = new Set<Worker>();
  const waiting: (() => void)[] = [];
  let free = size;
  let closed = false;

  const translator: Translator = async (inputs, options) => {
    if (free === 0) await new Promise<void>((resume) => waiting.push(resume));
    else free--;
    try {
      if (closed) throw new Error("the run was stopped");
      const worker = idle.pop() ?? new Worker(script);
      running.add(worker);
      const reply = await ask(worker, { inputs, options }).finally(() => running.delete(worker));
      idle.push(worker);
      if ("results" in reply) return reply.results;
      // Under its own name, so that the report does not depend on where the translator ran.
      throw Object.assign(new Error(reply.error.message), { name: reply.error.name });
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
  return {
    translator,
    async close() {
      closed = true;
      await Promise.all([...idle, ...running].map((worker) => worker.terminate()));
    },
  };
}

/** The worker's answer; rejects if it dies instead. */
function ask(worker: Worker, request: WorkerRequest): Promise<WorkerReply> {
  return new Promise((resolve, reject) => {
    const answered = (reply: WorkerReply) => {
      stopListening();
      resolve(reply);
    };
    const failed = (error: Error) => {
      stopListening();
      void worker.terminate();
      reject(error);
    };
    const ended = (code: number) => failed(new Error(`the translation thread ended with code ${code}`));
    const stopListening = () => worker.off("message", answered).off("error", failed).off("exit", ended);
    worker.on("message", answered).on("error", failed).on("exit", ended);
    worker.postMessage(request);
  });
}
