import { opendirSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { fromByteString } from "../text/fromByteString.ts";
import { systemCall } from "./systemCall.ts";

/** `os.listdir(path)`: in the order in which the system has the names, which `readdir` of Node would sort. */
export function listDirectory(path: string): string[] {
  return systemCall(
    path,
    () => {
      const directory = opendirSync(path, { encoding: "latin1" });
      const names: string[] = [];
      try {
        for (let entry = directory.readSync(); entry !== null; entry = directory.readSync()) {
          names.push(fromByteString(entry.name));
        }
      } finally {
        directory.closeSync();
      }
      return names;
    },
    OSError,
  );
}
