import { PyFile } from "./PyFile.ts";

/** `sys.stdin`. */
export const stdin: PyFile = new PyFile(0, "<stdin>", {
  readable: true,
  writable: false,
  appends: false,
  binary: false,
  universalNewlines: false,
});
