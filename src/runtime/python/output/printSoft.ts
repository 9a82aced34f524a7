import process from "node:process";
import { softSpace } from "./softSpace.ts";
import { writeStdout } from "./writeStdout.ts";

/** `print a, b,` with a comma at the end: the next `print` goes on in the line, after a space. The items are given as their `str`. */
export function printSoft(...items: readonly string[]): void {
  for (const item of items) {
    writeStdout(softSpace.pending ? ` ${item}` : item);
    // A line end or a tab needs no space after it; a space does.
    softSpace.pending = !/[\t-\r]$/.test(item);
  }
}

// Python ends a line that was left open, when the program ends.
process.on("exit", () => {
  if (softSpace.pending) process.stdout.write("\n");
});
