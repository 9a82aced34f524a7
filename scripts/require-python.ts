import process from "node:process";
import { findPython, type Python } from "../src/verify/find-python.ts";

/** The CPython 2.7 that a script needs; without one it ends, with status 2. */
export async function requirePython(): Promise<Python> {
  const python = await findPython();
  if (python !== null) return python;
  console.error("No CPython 2.7 found: looked at PYTHON27, python2.7 on the PATH, and pyenv's versions.");
  process.exit(2);
}
