import process from "node:process";
import type { Program } from "./run-program.ts";

/**
 * A TypeScript file as a program for the Node that runs us; `script` is its absolute path.
 *
 * @param loader URL of a module to load first where Node does not run TypeScript by itself, e.g. tsx's.
 */
export function typescriptProgram(script: string, loader: string | null): Program {
  const args = loader === null ? [script] : ["--import", loader, script];
  return { command: process.execPath, args, script, env: { NODE_NO_WARNINGS: "1" } };
}
