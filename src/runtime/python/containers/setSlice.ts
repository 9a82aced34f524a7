/** `list[start:stop] = items`, and with no items `del list[start:stop]`. Null is a bound that is left out. */
export function setSlice<T>(list: T[], start: number | null, stop: number | null, items: Iterable<T>): void {
  const clamp = (position: number): number =>
    Math.min(Math.max(position < 0 ? position + list.length : position, 0), list.length);
  const from = start === null ? 0 : clamp(start);
  const to = Math.max(from, stop === null ? list.length : clamp(stop));
  const added = [...items];
  const after = list.slice(to);
  // One by one: as the arguments of one call, a great many would be too many.
  list.length = from;
  for (const item of added) list.push(item);
  for (const item of after) list.push(item);
}
