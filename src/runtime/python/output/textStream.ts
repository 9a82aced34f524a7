import process from "node:process";
import { encodeText } from "../text/encodeText.ts";
import { blanks } from "./blanks.ts";
import { replaced } from "./replaced.ts";
import { softSpace } from "./softSpace.ts";
import { writeStderr } from "./writeStderr.ts";
import { writeStdout } from "./writeStdout.ts";

/** What text is written to: a file, a stream in memory, or a standard stream. */
export interface TextStream {
  write(text: string): void;
  writelines(lines: Iterable<string>): void;
  flush(): void;
}

/** A stream to write Python's text to: Node's own standard streams do not take all of it. */
export function textStream(stream: TextStream | NodeJS.WriteStream): TextStream {
  if (stream === process.stdout) return standard("stdout", writeStdout);
  return stream === process.stderr ? standard("stderr", writeStderr) : (stream as TextStream);
}

function standard(name: "stdout" | "stderr", writeCurrent: (text: string) => void): TextStream {
  const write = (text: string): void => {
    if (replaced[name] === null && replaced.stdout === null) return writeCurrent(text);
    blanks.set(process[name], false);
    if (replaced.stdout?.stream === process[name]) softSpace.pending = false;
    process[name].write(encodeText(text));
  };
  return {
    write,
    writelines(lines) {
      for (const line of lines) write(line);
    },
    flush() {},
  };
}
