import process from "node:process";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";

/** `stream.close()` of what may be a file, a stream in memory, or a standard stream, which stays open here. */
export function closeStream(stream: { close(): unknown } | NodeJS.WriteStream): void {
  if (stream === process.stdout || stream === process.stderr)
    throw new UntranslatedError("U0103", "closing a standard stream");
  if ("close" in stream) stream.close();
}
