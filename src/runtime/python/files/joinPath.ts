/** `os.path.join(first, …)`: a part that begins with a slash drops those before it. Nothing is simplified. */
export function joinPath(first: string, ...rest: readonly string[]): string {
  return rest.reduce((path, part) => {
    if (part.startsWith("/")) return part;
    return path === "" || path.endsWith("/") ? path + part : `${path}/${part}`;
  }, first);
}
