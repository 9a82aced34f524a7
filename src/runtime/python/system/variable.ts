import { canonicalKey } from "../containers/canonicalKey.ts";

/** `os.environ.get(key)` of a key of any type: what is no text is not there, and a list or dict cannot be asked for. */
export function variable(key: unknown): string | undefined {
  canonicalKey(key);
  return typeof key === "string" ? process.env[key] : undefined;
}
