import process from "node:process";

let count = 0;

/** `mimetools.choose_boundary()`: another text at each call, of this process and the time. */
export function chooseBoundary(): string {
  count++;
  return `127.0.0.1.${process.getuid?.() ?? 1}.${process.pid}.${(Date.now() / 1000).toFixed(3)}.${count}`;
}
