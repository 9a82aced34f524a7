/** What the values of a program are. */
export interface Kind {
  /** The values, as a list in Python. */
  readonly values: string;
  /** What the program has to do before. */
  readonly before?: string;
}

const json = (text: string): Kind => ({ before: "import json\n", values: `json.loads('${text}')` });

const instances = (head: string): Kind => ({
  before: `class Thing${head}:\n    def __init__(self, k):\n        self.k = k\n\n\n`,
  values: '[Thing(1), Thing("a")]',
});

/** The kinds of values that the battery's expressions are tried with, by name. What is beyond ASCII is apart, since it breaks assumptions. */
export const kinds: Readonly<Record<string, Kind>> = {
  str: { values: '["a", "", "12"]' },
  bytes: { values: '["caf\\xc3\\xa9", "a"]' },
  unicode: { values: '[u"a", u"", u"12"]' },
  "unicode-beyond-ascii": { values: '[u"\\xe9b"]' },
  "str-or-unicode": { values: '["a", u"b"]' },
  "str-or-none": { values: '["a", None, "12"]' },
  "unicode-or-none": { values: '[u"a", None]' },
  "str-or-int": { values: '["a", 1]' },
  int: { values: "[3, 0, -2]" },
  "int-or-none": { values: "[3, None, 0]" },
  "int-or-bool": { values: "[3, True, 0, -2]" },
  float: { values: "[2.0, 2.5, -0.0, 1e20]" },
  long: { values: "[2 ** 70, 5L]" },
  list: { values: '[["a", "b"], []]' },
  "list-or-none": { values: "[[1], [], None]" },
  tuple: { values: "[(1, 2), (3, 4)]" },
  dict: { values: '[{"k": 1}, {}]' },
  "dict-or-none": { values: '[{"k": 1}, {}, None]' },
  set: { values: "[set([1]), set()]" },
  "old-instance": instances(""),
  "new-instance": instances("(object)"),
  "json-text": json('["a", "", "12"]'),
  "json-int": json("[3, 0, -2]"),
  "json-float": json("[2.5, 0.25]"),
  "json-null": json("[null]"),
  "json-list": json('[["a", 1], []]'),
  "json-object": json('[{"k": 1}, {}]'),
  "json-bool": json("[true, false]"),
};
