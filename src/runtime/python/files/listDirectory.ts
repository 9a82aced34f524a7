import { opendirSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { systemCall } from "./systemCall.ts";

/** `os.listdir(path)`: the names in a directory, in the system's own order (which readdirSync would sort). */
export function listDirectory(path: string): string[] {
  const directory = systemCall(path, () => opendirSync(path), OSError);
  const names: string[] = [];
  for (let entry = directory.readSync(); entry !== null; entry = directory.readSync()) names.push(entry.name);
  directory.closeSync();
  return names;
}
