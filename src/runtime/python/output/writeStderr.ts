import process from "node:process";
import { encodeText } from "../text/encodeText.ts";
import { replaced } from "./replaced.ts";

/** `sys.stderr.write(text)`: the very bytes that the text stands for. */
export function writeStderr(text: string): void {
  if (replaced.stderr) replaced.stderr.write(text);
  else process.stderr.write(encodeText(text));
}
