import type * as py from "../python/ast.ts";

/** The text that a key is written as; null where it is made, or is one that a JavaScript object would not keep in its place. */
export const constantKey = (node: py.Expression | null): string | null =>
  node?.kind === "Str" && /^[\x20-\x7e]+$/.test(node.value) && !/^(\d+|__proto__)$/.test(node.value)
    ? node.value
    : null;

/** A dict literal of such keys, each once. */
export function namesKeys(node: py.Dict): boolean {
  const names = node.items.map(({ key }) => constantKey(key));
  return names.every((name) => name !== null) && new Set(names).size === names.length;
}
