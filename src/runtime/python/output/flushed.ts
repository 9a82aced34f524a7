import process from "node:process";

/** Resolves once everything written to stdout and stderr has reached the system. `process.exit` would drop what a pipe had no room for. */
export async function flushed(): Promise<void> {
  await Promise.all([drained(process.stdout), drained(process.stderr)]);
}

function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.writableLength === 0) resolve();
    else stream.write("", () => resolve());
  });
}
