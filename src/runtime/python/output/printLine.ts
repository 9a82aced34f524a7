import { printSoft } from "./printSoft.ts";
import { writeStdout } from "./writeStdout.ts";

/** `print a, b` in a program that also has `print` with a comma at the end. The items are given as their `str`. */
export function printLine(...items: readonly string[]): void {
  printSoft(...items);
  writeStdout("\n");
}
