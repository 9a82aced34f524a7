/** What every object or Error has in JavaScript: a program's own attribute of such a name has another one here. */
const taken: ReadonlySet<string> = new Set([
  "constructor",
  "message",
  "stack",
  "cause",
  "toString",
  "valueOf",
  "hasOwnProperty",
]);

/** Under which name an object holds the attribute that Python calls `name`: all those that are asked for by a text keep theirs. */
export const attributeKey = (name: string): string => (taken.has(name) ? `${name}_` : name);

/** Python's name of what an object holds. */
export const attributeName = (key: string): string =>
  key.endsWith("_") && taken.has(key.slice(0, -1)) ? key.slice(0, -1) : key;
