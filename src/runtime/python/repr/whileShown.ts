const shown = new Set<object>();

/** What `show` writes of a container; where the container is among its own items, `mark`: `[...]`, `{...}`. */
export function whileShown(container: object, mark: string, show: () => string): string {
  if (shown.has(container)) return mark;
  shown.add(container);
  try {
    return show();
  } finally {
    shown.delete(container);
  }
}
