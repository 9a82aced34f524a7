import { createRequire } from "node:module";
import { Language, Parser, type TreeCursor } from "web-tree-sitter";
import type { PythonParser } from "./syntax-tree.ts";

/** Loads WebAssembly tree-sitter and the grammar that the grammar package carries. Rejects with what loading them throws. */
export async function openWasmParser(): Promise<PythonParser> {
  await Parser.init();
  const grammar = createRequire(import.meta.url).resolve("tree-sitter-python/tree-sitter-python.wasm");
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return {
    name: "wasm",
    rest: () => Promise.resolve(),
    parse(text) {
      const tree = parser.parse(text);
      if (tree === null) throw new Error("web-tree-sitter gave no tree");
      const cursors: TreeCursor[] = [];
      return {
        hasError: tree.rootNode.hasError,
        walk() {
          const cursor = tree.walk();
          cursors.push(cursor);
          return cursor;
        },
        free() {
          for (const cursor of cursors) cursor.delete();
          tree.delete();
        },
      };
    },
  };
}
