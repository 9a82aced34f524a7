import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** `os.path.join(first, …)`: a part that begins with a slash drops those before it. Nothing is simplified. */
export function joinPath(...parts: readonly string[]): string {
  if (parts.length === 0) throw new PyTypeError("join() takes at least 1 argument (0 given)");
  return parts.reduce((path, part) => {
    if (part.startsWith("/")) return part;
    return path === "" || path.endsWith("/") ? path + part : `${path}/${part}`;
  });
}
