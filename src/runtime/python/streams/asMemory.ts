import { AttributeError } from "../exceptions/AttributeError.ts";
import { StringIO } from "./StringIO.ts";

/** The stream in memory that a standard stream may stand for: of another, which is a file, Python raises AttributeError. */
export function asMemory(stream: unknown, attribute: string): StringIO {
  if (stream instanceof StringIO) return stream;
  throw new AttributeError(`'file' object has no attribute '${attribute}'`);
}
