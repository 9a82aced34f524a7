import { OSError } from "../exceptions/OSError.ts";

/** How far each file that is open by its number has been read or written, in bytes: Node does not tell. */
const offsets = new Map<number, number>();

/** A file is open by that number from here on. */
export function opened(descriptor: number): number {
  offsets.set(descriptor, 0);
  return descriptor;
}

/** How far it is; an OSError for a number that is closed, which Node may have given to another file since. */
export function offsetOf(descriptor: number): number {
  const offset = offsets.get(descriptor);
  if (offset === undefined) throw new OSError(9, "Bad file descriptor");
  return offset;
}

export function advance(descriptor: number, bytes: number): void {
  offsets.set(descriptor, offsetOf(descriptor) + bytes);
}

export function closed(descriptor: number): void {
  offsets.delete(descriptor);
}
