import { utimesSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { systemCall } from "./systemCall.ts";

/** `os.utime(path, (accessed, modified))`, in seconds since 1970; of None, now. */
export function setFileTimes(path: string, times: readonly [accessed: number, modified: number] | null): void {
  const now = Date.now() / 1000;
  const [accessed, modified] = times ?? [now, now];
  systemCall(path, () => utimesSync(path, accessed, modified), OSError);
}
