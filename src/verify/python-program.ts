import type { Python } from "./find-python.ts";
import type { Program } from "./run-program.ts";

/** A Python script as a program; `script` is its absolute path. Leaves no `.pyc` beside the sources. */
export function pythonProgram(python: Python, script: string): Program {
  return { command: python.executable, args: [script], script, env: { PYTHONDONTWRITEBYTECODE: "1" } };
}
