import process from "node:process";
import { encodeText } from "../text/encodeText.ts";

/** `sys.stderr.write(text)`: the very bytes that the text stands for. */
export function writeStderr(text: string): void {
  process.stderr.write(encodeText(text));
}
