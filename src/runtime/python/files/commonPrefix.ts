/** `os.path.commonprefix(list)`: the characters that all begin with. */
export function commonPrefix(texts: readonly string[]): string {
  const [first = "", ...others] = texts;
  let length = first.length;
  for (const other of others) {
    let shared = 0;
    while (shared < length && first[shared] === other[shared]) shared++;
    length = shared;
  }
  return first.slice(0, length);
}
