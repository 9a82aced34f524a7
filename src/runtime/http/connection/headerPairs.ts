import type { HeaderSource } from "../responseHeaders.ts";
import { headerDict } from "./headerDict.ts";

/** `response.getheaders()`: names in lower case with their values, in the order of Python's dict. */
export function headerPairs(source: HeaderSource): [name: string, value: string][] {
  return [...headerDict(source)];
}
