import { createRequire } from "node:module";
import type Parser from "tree-sitter";
import type { PythonParser } from "./syntax-tree.ts";

/** Loads the compiled binding, an optional dependency. Throws what loading it throws. A file of its own: a browser bundle omits it. */
export function openNativeParser(): PythonParser {
  const require = createRequire(import.meta.url);
  const Binding: typeof Parser = require("tree-sitter");
  const parser = new Binding();
  parser.setLanguage(require("tree-sitter-python"));
  return {
    name: "native",
    parse(text) {
      const tree = parser.parse(text);
      // The binding frees a tree when it is collected.
      return { hasError: tree.rootNode.hasError, walk: () => tree.walk(), free: () => undefined };
    },
  };
}
