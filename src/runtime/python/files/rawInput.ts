import { EOFError } from "../exceptions/EOFError.ts";
import { softSpace } from "../output/softSpace.ts";
import { writeStdout } from "../output/writeStdout.ts";
import { stdin } from "./stdin.ts";

/** `raw_input(prompt)`: a line of stdin without its end. */
export function rawInput(prompt = ""): string {
  // What a `print` left pending is written as the blank that it is.
  const shown = (softSpace.pending ? " " : "") + prompt;
  if (shown !== "") writeStdout(shown);
  const line = stdin.readline();
  if (line === "") throw new EOFError("EOF when reading a line");
  return line.replace(/\n$/, "");
}
