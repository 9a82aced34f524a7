import { readSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { systemCall } from "../files/systemCall.ts";
import { decodeText } from "../text/decodeText.ts";
import { advance, offsetOf } from "./offsets.ts";

/** `os.read(fd, size)`: at most that many bytes, as text; empty at the end. */
export function readDescriptor(descriptor: number, size: number): string {
  if (size < 0) throw new OSError(22, "Invalid argument");
  offsetOf(descriptor);
  const bytes = new Uint8Array(size);
  const done = systemCall(null, () => readSync(descriptor, bytes), OSError);
  advance(descriptor, done);
  return decodeText(bytes.subarray(0, done));
}
