import process from "node:process";
import { SystemExit } from "../exceptions/SystemExit.ts";
import { flushed } from "../output/flushed.ts";
import { encodeText } from "../text/encodeText.ts";
import { exitStatus } from "./exitStatus.ts";

/**
 * `sys.exit(code)`: raises SystemExit. Uncaught it ends the process, with status 0 for None, the number's low 8 bits, or 1
 * after writing anything else to stderr.
 */
export function exit(code: unknown = null): never {
  throw new SystemExit(...(code === null ? [] : [code]));
}

// Node tells its monitors of an error before it looks for handlers, so that one is added for SystemExit only, and every
// other error keeps Node's own report.
process.on("uncaughtExceptionMonitor", (error) => {
  if (!(error instanceof SystemExit)) return;
  process.once("uncaughtException", () => void end(error));
});

async function end(error: SystemExit): Promise<void> {
  const { status, message } = exitStatus(error.code);
  process.exitCode = status;
  if (message !== null) process.stderr.write(encodeText(`${message}\n`));
  await flushed();
  process.exit(status);
}
