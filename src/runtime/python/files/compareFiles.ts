import { readFileSync } from "node:fs";
import { stat } from "./stat.ts";
import { systemCall } from "./systemCall.ts";

const FORMAT = 0o170000;
const REGULAR = 0o100000;

/** `filecmp.cmp(a, b, shallow)`: two files hold the same, or, unless it is to look, have the same size and time. */
export function compareFiles(a: string, b: string, shallow = true): boolean {
  const [one, other] = [stat(a), stat(b)];
  if ([one, other].some(({ st_mode }) => (st_mode & FORMAT) !== REGULAR) || one.st_size !== other.st_size) return false;
  if (shallow && one.st_mtime === other.st_mtime) return true;
  const [left, right] = [a, b].map((path) => systemCall(path, () => readFileSync(path)));
  return left !== undefined && right !== undefined && left.equals(right);
}
