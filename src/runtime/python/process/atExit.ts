import process from "node:process";
import { SystemExit } from "../exceptions/SystemExit.ts";
import { formatTraceback } from "../logging/formatTraceback.ts";
import { writeStderr } from "../output/writeStderr.ts";
import { exitStatus } from "./exitStatus.ts";

const functions: (() => unknown)[] = [];

/**
 * `atexit.register(f)`: what is registered last runs first, once the program and its threads have ended. What one raises is told on
 * standard error, and the others run all the same; `sys.exit()` in one sets the status.
 */
export function atExit<F extends () => unknown>(run: F): F {
  if (functions.length === 0) process.on("exit", runAll);
  functions.push(run);
  return run;
}

function runAll(): void {
  const raised: unknown[] = [];
  for (let run = functions.pop(); run; run = functions.pop()) {
    try {
      run();
    } catch (error) {
      raised.push(error);
      if (!(error instanceof SystemExit)) writeStderr(`Error in atexit._run_exitfuncs:\n${formatTraceback(error)}\n`);
    }
  }
  const last = raised.at(-1);
  if (last === undefined) return;
  if (last instanceof SystemExit) process.exitCode = exitStatus(last.code).status;
  else writeStderr(`Error in sys.exitfunc:\n${formatTraceback(last)}\n`);
}
