import { accessOf } from "../files/accessOf.ts";
import { PyFile } from "../files/PyFile.ts";
import { closed, offsetOf } from "./offsets.ts";

/** `os.fdopen(fd, mode)`: the file, which closes the number with itself. */
export function fileOfDescriptor(descriptor: number, mode = "r"): PyFile {
  const access = accessOf(mode);
  return new DescriptorFile(descriptor, "<fdopen>", access, offsetOf(descriptor));
}

class DescriptorFile extends PyFile {
  override close(): void {
    if (!this.closed) closed(this.fileno());
    super.close();
  }
}
