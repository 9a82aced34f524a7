import { qualifiedNameOf } from "./classText.ts";

/** `cls.__name__` of an exception class: what Python calls it, which may be no name for a class here. */
export function exceptionName(cls: Parameters<typeof qualifiedNameOf>[0]): string {
  return qualifiedNameOf(cls).replace(/^.*\./, "");
}
