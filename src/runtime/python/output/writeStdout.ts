import process from "node:process";
import { encodeText } from "../text/encodeText.ts";
import { softSpace } from "./softSpace.ts";

/** `sys.stdout.write(text)`: the very bytes that the text stands for. */
export function writeStdout(text: string): void {
  softSpace.pending = false;
  process.stdout.write(encodeText(text));
}
