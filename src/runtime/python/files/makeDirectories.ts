import { existsSync, mkdirSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { dirname } from "./dirname.ts";
import { makeDirectory } from "./makeDirectory.ts";
import { systemCall } from "./systemCall.ts";

/** `os.makedirs(path)`: with the directories that it is in. That it is there already is an OSError. */
export function makeDirectories(path: string): void {
  const parent = dirname(path.replace(/(?!^)\/+$/, ""));
  if (parent !== "" && !existsSync(parent)) systemCall(parent, () => mkdirSync(parent, { recursive: true }), OSError);
  makeDirectory(path);
}
