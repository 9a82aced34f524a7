import { EOFError } from "../exceptions/EOFError.ts";
import { writeStdout } from "../output/writeStdout.ts";
import { stdin } from "./stdin.ts";

/** `raw_input(prompt)`: a line of stdin without its end. */
export function rawInput(prompt = ""): string {
  if (prompt !== "") writeStdout(prompt);
  const line = stdin.readline();
  if (line === "") throw new EOFError("EOF when reading a line");
  return line.replace(/\n$/, "");
}
