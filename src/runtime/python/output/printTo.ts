import { blanks } from "./blanks.ts";
import { printLine } from "./printLine.ts";
import { printSoft } from "./printSoft.ts";
import { standardStream } from "./replaceStream.ts";
import { type TextStream, textStream } from "./textStream.ts";
import { wantsSpace } from "./wantsSpace.ts";

/** `print >>stream, …` with a comma at its end, where `sys.stdout` is given other streams: it may be that one. */
export function printSoftTo(stream: TextStream | NodeJS.WriteStream, ...items: readonly unknown[]): void {
  if (stream === standardStream("stdout")) return printSoft(...items);
  const to = textStream(stream);
  for (const item of items) {
    to.write(`${blanks.get(stream) ? " " : ""}${item}`);
    blanks.set(stream, wantsSpace(item));
  }
}

/** The same without the comma. */
export function printLineTo(stream: TextStream | NodeJS.WriteStream, ...items: readonly unknown[]): void {
  if (stream === standardStream("stdout")) return printLine(...items);
  printSoftTo(stream, ...items);
  textStream(stream).write("\n");
  blanks.set(stream, false);
}
