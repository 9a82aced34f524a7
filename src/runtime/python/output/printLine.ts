import { printSoft } from "./printSoft.ts";
import { softSpace } from "./softSpace.ts";
import { writeStdout } from "./writeStdout.ts";

/** `print a, b` in a program that also has `print` with a comma at the end. The items are texts, and what has its text as Python's. */
export function printLine(...items: readonly unknown[]): void {
  printSoft(...items);
  writeStdout("\n");
  softSpace.pending = false;
}
