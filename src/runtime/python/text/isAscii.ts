/** Whether all characters are ASCII, so that characters and bytes are the same. */
export function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- ASCII has them
  return !/[^\x00-\x7f]/.test(text);
}
