const LINE_FEED = 10;
const RETURN = 13;

/** Makes `\r\n` and `\r` to `\n` in place, and gives the new length. `afterReturn`: the bytes follow a `\r`, whose `\n` may come first. */
export function translateNewlines(bytes: Uint8Array, afterReturn: boolean): number {
  let length = 0;
  let last = afterReturn ? RETURN : 0;
  for (const byte of bytes) {
    const skipped = byte === LINE_FEED && last === RETURN;
    last = byte;
    if (!skipped) bytes[length++] = byte === RETURN ? LINE_FEED : byte;
  }
  return length;
}
