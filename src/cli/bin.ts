#!/usr/bin/env node
import { main } from "./main.ts";

const interrupted = new AbortController();
process.on("SIGINT", () => {
  // The first Ctrl-C lets the file being written appear whole; the second does not wait.
  if (interrupted.signal.aborted) process.exit(130);
  interrupted.abort();
});
// A reader that has seen enough, such as `head`, is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
    signal: interrupted.signal,
  });
} catch (error) {
  process.stderr.write(`internal error: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 3;
}
