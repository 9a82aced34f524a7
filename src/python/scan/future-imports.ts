const KNOWN: ReadonlySet<string> = new Set(
  "nested_scopes generators division absolute_import with_statement print_function unicode_literals".split(" "),
);
const PYTHON3_ONLY: ReadonlySet<string> = new Set("generator_stop annotations barry_as_FLUFL".split(" "));

const IMPORT = /^from(?:\s|\\\n)+__future__(?:\s|\\\n)+import\b\s*\(?([^)]*)/;

/** What CPython 2.7 says of an import from `__future__`: null where nothing is wrong. */
export interface FutureImport {
  readonly problem: string | null;
  /** A name of Python 3's `__future__`. */
  readonly python3: string | null;
}

/** The imports from `__future__`, which only a docstring and others of their kind may precede. */
export class FutureImports {
  readonly names = new Set<string>();
  #docstringMayFollow = true;
  #late = false;

  /** Any other statement. `docstring` where it is a string alone, at the top level. */
  statement(docstring: boolean): void {
    if (!docstring || !this.#docstringMayFollow) this.#late = true;
    this.#docstringMayFollow = false;
  }

  /** The text of an import statement; null if it imports from elsewhere. `simple` unless it stands inside another statement. */
  read(text: string, simple: boolean): FutureImport[] | null {
    const names = IMPORT.exec(text)?.[1];
    if (names === undefined) return null;
    this.#docstringMayFollow = false;
    const found: FutureImport[] = [];
    if (!simple || this.#late)
      found.push({ problem: "imports from __future__ must come first in a file", python3: null });
    for (const each of names.replace(/#.*|\\\n/g, " ").split(",")) {
      const name = each.trim().split(/\s/)[0]!;
      if (name === "") continue;
      this.names.add(name);
      if (PYTHON3_ONLY.has(name)) found.push({ problem: null, python3: name });
      else if (!KNOWN.has(name)) found.push({ problem: `there is no '${name}' in __future__`, python3: null });
    }
    return found;
  }
}
