import process from "node:process";
import { PyFile } from "../files/PyFile.ts";
import { replaced } from "./replaced.ts";
import { softSpace } from "./softSpace.ts";
import { type TextStream, textStream } from "./textStream.ts";
import { blanks } from "./blanks.ts";

/** What `sys.stdout` or `sys.stderr` is. */
export const standardStream = (name: "stdout" | "stderr"): object => replaced[name]?.stream ?? process[name];

/** `sys.stdout = stream`: what is printed goes there, until it is given another. */
export function replaceStream(name: "stdout" | "stderr", stream: TextStream | NodeJS.WriteStream): void {
  if (name === "stdout") {
    blanks.set(standardStream(name), softSpace.pending);
    softSpace.pending = blanks.get(stream) ?? false;
  }
  const writer = textStream(stream);
  if (name === "stdout") softSpace.file = stream instanceof PyFile ? stream : null;
  replaced[name] = stream === process[name] ? null : { stream, write: (text) => writer.write(text) };
}
