import { openFile } from "../files/openFile.ts";
import { LogHandler } from "./LogHandler.ts";

/** `logging.FileHandler(path, mode)`. */
export function fileHandler(path: string, mode = "a"): LogHandler {
  const file = openFile(path, mode);
  return new LogHandler((text) => file.write(text));
}
