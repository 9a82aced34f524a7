/** `os.path.basename(path)`: what follows the last slash; empty if nothing does. */
export function basename(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
