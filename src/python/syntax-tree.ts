/**
 * What both tree-sitter bindings offer alike, and all that the front end reads of them. Offsets are UTF-16 units in both (measured with
 * non-ASCII and non-BMP text); numeric type ids are the grammar's own and equal in both.
 */
export interface SyntaxCursor {
  readonly nodeType: string;
  readonly nodeTypeId: number;
  readonly nodeIsNamed: boolean;
  readonly nodeIsMissing: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
}

export interface SyntaxTree {
  readonly hasError: boolean;
  walk(): SyntaxCursor;
  /** Gives the memory back where the binding needs to be told. The tree and its cursors are gone afterwards. */
  free(): void;
}

/** tree-sitter with the Python grammar, native or WebAssembly. */
export interface PythonParser {
  readonly name: "native" | "wasm";
  parse(text: string): SyntaxTree;
  /** Time for the binding to give the memory of dropped trees back; to be awaited now and then where many files are parsed. */
  rest(): Promise<void>;
}
