/** A name with what its prefix stands for; null for no namespace. */
export interface XmlName {
  /** As it is written: `dc:title`. */
  readonly written: string;
  readonly prefix: string | null;
  readonly local: string;
  readonly uri: string | null;
}

export interface XmlAttribute {
  readonly name: XmlName;
  readonly value: string;
}

/** `<!DOCTYPE name PUBLIC "…" "…" […]>` */
export interface XmlDoctype {
  readonly name: string;
  readonly publicId: string | null;
  readonly systemId: string | null;
  readonly internalSubset: string | null;
}

/** What a document is made of, in its order. */
export interface XmlEvents {
  start(name: XmlName, attributes: readonly XmlAttribute[]): void;
  end(): void;
  /** A piece of text; a stretch of it may come in several. */
  text(data: string): void;
  comment(data: string): void;
  instruction(target: string, data: string): void;
  doctype(doctype: XmlDoctype): void;
  cdata(starts: boolean): void;
  /** A reference to an entity that a document type elsewhere may declare, or why the document cannot be read. */
  skipped(name: string): string | null;
}
