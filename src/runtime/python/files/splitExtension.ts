/** `os.path.splitext(path)`: the ending begins with the last dot of the last part; dots that the part begins with are none. */
export function splitExtension(path: string): [root: string, extension: string] {
  const [, root = path, extension = ""] = /^((?:.*\/)?\.*[^/.][^/]*?)(\.[^/.]*)$/s.exec(path) ?? [];
  return [root, extension];
}
