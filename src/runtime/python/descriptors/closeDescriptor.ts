import { closeSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { systemCall } from "../files/systemCall.ts";
import { closed, offsetOf } from "./offsets.ts";

/** `os.close(fd)`. */
export function closeDescriptor(descriptor: number): void {
  offsetOf(descriptor);
  closed(descriptor);
  systemCall(null, () => closeSync(descriptor), OSError);
}
