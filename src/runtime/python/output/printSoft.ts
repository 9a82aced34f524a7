import process from "node:process";
import { replaced } from "./replaced.ts";
import { softSpace } from "./softSpace.ts";
import { wantsSpace } from "./wantsSpace.ts";
import { writeStdout } from "./writeStdout.ts";

/**
 * `print a, b,` with a comma at the end: the next `print` goes on in the line, after a space. The items are texts, and what has its text
 * as Python's.
 */
export function printSoft(...items: readonly unknown[]): void {
  for (const item of items) {
    const space = softSpace.pending ? " " : "";
    if (typeof item === "string") writeStdout(space + item);
    else {
      // An object that raises, or prints, when it is asked for its text has the space before it all the same.
      if (space !== "") writeStdout(space);
      softSpace.pending = false;
      writeStdout(String(item));
    }
    softSpace.pending = wantsSpace(item);
  }
}

// Python ends a line that was left open, when the program ends.
process.on("exit", () => {
  if (softSpace.pending) (replaced.stdout ?? process.stdout).write("\n");
});
