/** The part of jscodeshift that the transforms use; the package has no types of its own. Nodes are those of its `ts` parser. */
export interface Api {
  readonly jscodeshift: {
    (source: string): Collection;
    readonly Identifier: object;
  };
}

export interface Collection {
  find(type: object): Collection;
  paths(): Path[];
  toSource(): string;
}

/** A node in its place. */
export interface Path {
  readonly node: Node;
  readonly parent: Path | null;
  /** Takes the node out of the tree. */
  prune(): void;
}

/** A node of any type, with the fields that the transforms look at. */
export interface Node {
  readonly type: string;
  name?: string;
  readonly kind?: string;
  readonly value?: unknown;
  readonly computed?: boolean;
  readonly shorthand?: boolean;
  readonly id?: Node | null;
  readonly key?: Node;
  readonly callee?: Node;
  readonly object?: Node;
  readonly property?: Node;
  readonly source?: Node | null;
  readonly arguments?: readonly Node[];
  readonly elements?: readonly (Node | null)[];
  readonly specifiers?: readonly Node[];
  readonly params?: readonly Node[];
  readonly typeAnnotation?: Node | null;
  readonly typeParameters?: Node | null;
}
