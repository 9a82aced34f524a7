import process from "node:process";
import type { Program } from "./run-program.ts";

/**
 * A TypeScript file as a program; `script` is its absolute path.
 *
 * @param loader URL of a module to load first where Node does not run TypeScript by itself, e.g. tsx's.
 * @param node the Node to use; default the one that runs us.
 */
export function typescriptProgram(script: string, loader: string | null, node = process.execPath): Program {
  const args = loader === null ? [script] : ["--import", loader, script];
  return { command: node, args, script, env: { NODE_NO_WARNINGS: "1" } };
}
