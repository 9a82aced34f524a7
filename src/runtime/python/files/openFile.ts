import { fstatSync, openSync } from "node:fs";
import { IOError } from "../exceptions/IOError.ts";
import { reprUnicode } from "../repr/reprUnicode.ts";
import { accessOf } from "./accessOf.ts";
import { PyFile } from "./PyFile.ts";
import { systemCall } from "./systemCall.ts";

/**
 * `open(path, mode)`. A directory, and what is not there, is an IOError with `errno`, `strerror` and `filename`, which it shows as what
 * the path is in Python.
 */
export function openFile(path: string, mode = "r", pathType: "str" | "unicode" = "str"): PyFile {
  try {
    return opened(path, mode);
  } catch (error) {
    if (error instanceof IOError && pathType === "unicode") error.showFilename = reprUnicode;
    throw error;
  }
}

function opened(path: string, mode: string): PyFile {
  const access = accessOf(mode);
  const kind = mode.startsWith("U") ? "r" : mode.charAt(0);
  const descriptor = systemCall(path, () => openSync(path, mode.includes("+") ? `${kind}+` : kind));
  if (fstatSync(descriptor).isDirectory()) throw new IOError(21, "Is a directory", path);
  return new PyFile(descriptor, path, access);
}
