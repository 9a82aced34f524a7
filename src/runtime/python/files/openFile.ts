import { fstatSync, openSync } from "node:fs";
import { IOError } from "../exceptions/IOError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { reprUnicode } from "../repr/reprUnicode.ts";
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
  if (!/^[rwaU]/.test(mode)) {
    throw new ValueError(
      mode === "" ? "empty mode string" : `mode string must begin with one of 'r', 'w', 'a' or 'U', not '${mode}'`,
    );
  }
  const update = mode.includes("+");
  const kind = mode.startsWith("U") ? "r" : mode.charAt(0);
  const descriptor = systemCall(path, () => openSync(path, update ? `${kind}+` : kind));
  if (fstatSync(descriptor).isDirectory()) throw new IOError(21, "Is a directory", path);
  return new PyFile(descriptor, path, {
    readable: update || kind === "r",
    writable: update || kind !== "r",
    appends: kind === "a",
    binary: mode.includes("b"),
    universalNewlines: mode.includes("U"),
  });
}
