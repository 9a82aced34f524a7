import { statSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { systemCall } from "./systemCall.ts";

/** `os.path.getsize(path)`, in bytes. */
export function fileSize(path: string): number {
  return systemCall(path, () => statSync(path).size, OSError);
}
