import type { BaseException } from "./BaseException.ts";

/** `e.__class__.__name__`: the class under Python's own name, `error` for `socket.error`. */
export function className(exception: BaseException): string {
  const { qualifiedName } = exception;
  return qualifiedName.slice(qualifiedName.lastIndexOf(".") + 1);
}
