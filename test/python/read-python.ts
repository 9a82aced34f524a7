import type { Module, SyntaxProblem } from "../../src/python/ast.ts";
import { decodeSource } from "../../src/python/decode-source.ts";
import { parseModule } from "../../src/python/parse-module.ts";
import type { Source } from "../../src/python/source.ts";
import type { PythonParser } from "../../src/python/syntax-tree.ts";

export interface Read {
  readonly source: Source;
  readonly module: Module;
  readonly problems: readonly SyntaxProblem[];
}

/** Decodes and parses a text, as the bytes of a UTF-8 file. */
export function readPython(text: string, parser: PythonParser): Read {
  const source = decodeSource("test.py", new TextEncoder().encode(text));
  if ("reason" in source) throw new Error(source.reason);
  return { source, ...parseModule(source, parser) };
}
