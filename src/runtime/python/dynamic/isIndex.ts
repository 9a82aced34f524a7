/** Whether a key is an int, as which a sequence takes it; for other keys some messages are worded otherwise. */
export function isIndex(key: unknown): boolean {
  return typeof key === "boolean" || typeof key === "bigint" || Number.isSafeInteger(key);
}
