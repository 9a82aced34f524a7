import { availableParallelism } from "node:os";
import { type RuntimeFile, runtimeFiles } from "../runtime-manifest.ts";
import type { Translator } from "./translator.ts";

/** The parts of a run that tests replace. */
export interface Engine {
  /** A translator for so many files; `jobs` is the user's wish, `undefined` to let the number of files decide. */
  open(
    files: number,
    jobs: number | undefined,
  ): Promise<{ translator: Translator; jobs: number; close(): Promise<void> }>;
  readonly runtimeFiles: readonly RuntimeFile[];
}

/** Below this many files, starting threads costs more than it saves. */
const filesWorthThreads = 200;

/** The real engine: in this thread for a small run or `--jobs 1`, else in worker threads. */
export const engine: Engine = {
  async open(files, wanted) {
    const jobs = wanted ?? (files < filesWorthThreads ? 1 : availableParallelism());
    if (jobs === 1) {
      const { translateFiles } = await import("../translate-files.ts");
      return { translator: translateFiles, jobs, close: async () => {} };
    }
    const { workerPool } = await import("./worker-pool.ts");
    return { ...workerPool(jobs), jobs };
  },
  runtimeFiles,
};
