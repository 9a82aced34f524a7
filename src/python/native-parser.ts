import { createRequire } from "node:module";
import type { PythonParser, SyntaxCursor } from "./syntax-tree.ts";

/** What is used of the binding. Its own types are not there where an optional dependency could not be installed. */
interface Binding {
  setLanguage(language: unknown): void;
  parse(text: string): { readonly rootNode: { readonly hasError: boolean; walk(): SyntaxCursor } };
}

/** Loads the compiled binding, an optional dependency. Throws what loading it throws. A file of its own: a browser bundle omits it. */
export function openNativeParser(): PythonParser {
  const require = createRequire(import.meta.url);
  const Parser: new () => Binding = require("tree-sitter");
  const parser = new Parser();
  parser.setLanguage(require("tree-sitter-python"));
  return {
    name: "native",
    parse(text) {
      // Each reading of it makes a node.
      const root = parser.parse(text).rootNode;
      // The binding frees a tree when it is collected.
      return { hasError: root.hasError, walk: () => root.walk(), free: () => undefined };
    },
    // Finalizers run between turns of the event loop.
    rest: () => new Promise((resolve) => setImmediate(resolve)),
  };
}
