/** Python 2.7's keywords, but for `print` and `exec`, which the scanner treats one by one. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  (
    "and as assert break class continue def del elif else except finally for from global if import in is lambda not or pass " +
    "raise return try while with yield"
  ).split(" "),
);

/** Words the grammar reserves (or gives a meaning) that are ordinary names in Python 2.7. */
export const GRAMMAR_ONLY_WORDS: ReadonlySet<string> = new Set(
  "True False None async await nonlocal match case type".split(" "),
);

/** Every word that is not an ordinary name to both Python 2.7 and the grammar. */
export const SPECIAL_WORDS: ReadonlySet<string> = new Set([...KEYWORDS, ...GRAMMAR_ONLY_WORDS, "print", "exec"]);

/** Keywords that begin a statement and cannot stand inside brackets: where one begins a line, an open bracket was forgotten. */
export const STATEMENT_ONLY_KEYWORDS: ReadonlySet<string> = new Set(
  "assert break class continue def del except finally global import pass raise return try while with".split(" "),
);

/** Clauses that continue a compound statement. */
export const CLAUSE_KEYWORDS: ReadonlySet<string> = new Set(["elif", "else", "except", "finally"]);

/** Keywords whose logical line has a colon that ends its header. */
export const HEADER_KEYWORDS: ReadonlySet<string> = new Set(
  "if elif else for while try except finally with def class".split(" "),
);
