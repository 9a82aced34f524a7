import { IndexError } from "../exceptions/IndexError.ts";
import type { StatResult } from "./StatResult.ts";

/** `os.stat(path)[index]`: ten whole numbers, the times among them cut. */
export function statItem(status: StatResult, index: number): number {
  const { st_mode, st_ino, st_dev, st_nlink, st_uid, st_gid, st_size, st_atime, st_mtime, st_ctime } = status;
  const times = [st_atime, st_mtime, st_ctime].map(Math.trunc);
  const item = [st_mode, st_ino, st_dev, st_nlink, st_uid, st_gid, st_size, ...times].at(index);
  if (item === undefined) throw new IndexError("tuple index out of range");
  return item;
}
