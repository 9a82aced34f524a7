import type { BigIntStats } from "node:fs";

/** What `os.stat` gives. Times are seconds since 1970. */
export class StatResult {
  readonly st_mode: number;
  readonly st_ino: number;
  readonly st_dev: number;
  readonly st_nlink: number;
  readonly st_uid: number;
  readonly st_gid: number;
  readonly st_size: number;
  readonly st_atime: number;
  readonly st_mtime: number;
  readonly st_ctime: number;

  constructor(stats: BigIntStats) {
    this.st_mode = Number(stats.mode);
    this.st_ino = Number(stats.ino);
    this.st_dev = Number(stats.dev);
    this.st_nlink = Number(stats.nlink);
    this.st_uid = Number(stats.uid);
    this.st_gid = Number(stats.gid);
    this.st_size = Number(stats.size);
    this.st_atime = seconds(stats.atimeNs);
    this.st_mtime = seconds(stats.mtimeNs);
    this.st_ctime = seconds(stats.ctimeNs);
  }
}

/** As CPython computes it, so that the same file gives the same float. */
function seconds(nanoseconds: bigint): number {
  const whole = nanoseconds / 1_000_000_000n;
  return Number(whole) + 1e-9 * Number(nanoseconds - whole * 1_000_000_000n);
}
