import process from "node:process";
import { encodeText } from "../text/encodeText.ts";

let isDone = false;

/**
 * From here on `console.log` and the two streams write the very bytes of a text that is not UTF-8, as `print` does, where Node by itself
 * writes U+FFFD for each of them. Called when the first such text comes to be: a program without one has Node's streams as they are.
 */
export function writeVeryBytes(): void {
  if (isDone) return;
  isDone = true;
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (...args: readonly unknown[]) => boolean;
    stream.write = (chunk: unknown, ...rest: readonly unknown[]) =>
      write(typeof chunk === "string" ? encodeText(chunk) : chunk, ...rest);
  }
}
