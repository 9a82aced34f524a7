import { writeSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { systemCall } from "../files/systemCall.ts";
import { encodeText } from "../text/encodeText.ts";
import { advance, offsetOf } from "./offsets.ts";

/** `os.write(fd, text)`: how many bytes the system took. */
export function writeDescriptor(descriptor: number, text: string): number {
  offsetOf(descriptor);
  const done = systemCall(null, () => writeSync(descriptor, encodeText(text)), OSError);
  advance(descriptor, done);
  return done;
}
