import { fsyncSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import type { PyFile } from "../files/PyFile.ts";
import { systemCall } from "../files/systemCall.ts";
import { offsetOf } from "./offsets.ts";

/** `os.fsync(f.fileno())`, `os.fsync(fd)`. */
export function syncFile(file: PyFile | number): void {
  const descriptor = typeof file === "number" ? file : file.fileno();
  if (typeof file === "number") offsetOf(file);
  systemCall(null, () => fsyncSync(descriptor), OSError);
}
