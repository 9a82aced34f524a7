import process from "node:process";
import { softSpace } from "./softSpace.ts";
import { wantsSpace } from "./wantsSpace.ts";
import { writeStdout } from "./writeStdout.ts";

/**
 * `print a, b,` with a comma at the end: the next `print` goes on in the line, after a space. The items are texts, and what has its text
 * as Python's.
 */
export function printSoft(...items: readonly unknown[]): void {
  for (const item of items) {
    const text = String(item);
    writeStdout(softSpace.pending ? ` ${text}` : text);
    softSpace.pending = wantsSpace(item);
  }
}

// Python ends a line that was left open, when the program ends.
process.on("exit", () => {
  if (softSpace.pending) process.stdout.write("\n");
});
