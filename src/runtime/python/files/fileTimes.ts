import { stat } from "./stat.ts";

/** `os.path.getmtime(path)`: seconds since 1970. */
export function modificationTime(path: string): number {
  return stat(path).st_mtime;
}

/** `os.path.getatime(path)`. */
export function accessTime(path: string): number {
  return stat(path).st_atime;
}

/** `os.path.getctime(path)`: when the file's entry changed. */
export function changeTime(path: string): number {
  return stat(path).st_ctime;
}
