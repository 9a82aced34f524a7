import process from "node:process";
import { encodeText } from "../text/encodeText.ts";
import { replaced } from "./replaced.ts";
import { softSpace } from "./softSpace.ts";

/** `sys.stdout.write(text)`: the very bytes that the text stands for. What follows begins without a space. */
export function writeStdout(text: string): void {
  const { stdout } = replaced;
  if (stdout) stdout.write(text);
  else {
    softSpace.pending = false;
    process.stdout.write(encodeText(text));
  }
}
