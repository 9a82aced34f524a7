import process from "node:process";
import { writeStderr } from "./writeStderr.ts";
import { writeStdout } from "./writeStdout.ts";

/** What text is written to: a file, a stream in memory, or a standard stream. */
interface TextStream {
  write(text: string): void;
  writelines(lines: Iterable<string>): void;
  flush(): void;
}

/** A stream to write Python's text to: Node's own standard streams do not take all of it. */
export function textStream(stream: TextStream | NodeJS.WriteStream): TextStream {
  if (stream === process.stdout) return standard(writeStdout);
  return stream === process.stderr ? standard(writeStderr) : (stream as TextStream);
}

const standard = (write: (text: string) => void): TextStream => ({
  write,
  writelines(lines) {
    for (const line of lines) write(line);
  },
  flush() {},
});
