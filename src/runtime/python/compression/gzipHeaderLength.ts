/** How long the header of a member of gzipped data is; no longer than what there is of it. */
export function gzipHeaderLength(data: Uint8Array): number {
  const flags = data[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (data[at] ?? 0) + 256 * (data[at + 1] ?? 0);
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const end = data.indexOf(0, at);
    at = end < 0 ? data.length : end + 1;
  }
  return Math.min(flags & 2 ? at + 2 : at, data.length);
}
