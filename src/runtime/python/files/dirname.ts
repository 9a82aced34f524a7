/** `os.path.dirname(path)`: what is before the last slash, without slashes at its end unless it has nothing else. */
export function dirname(path: string): string {
  const head = path.slice(0, path.lastIndexOf("/") + 1);
  return /^\/*$/.test(head) ? head : head.replace(/\/+$/, "");
}
