import { ValueError } from "../exceptions/ValueError.ts";
import type { FileAccess } from "./FileAccess.ts";

/** What a mode of `open` or `os.fdopen` says; a ValueError for one that Python has not. */
export function accessOf(mode: string): FileAccess {
  if (!/^[rwaU]/.test(mode)) {
    throw new ValueError(
      mode === "" ? "empty mode string" : `mode string must begin with one of 'r', 'w', 'a' or 'U', not '${mode}'`,
    );
  }
  const update = mode.includes("+");
  const reads = mode.startsWith("r") || mode.startsWith("U");
  return {
    readable: update || reads,
    writable: update || !reads,
    appends: mode.startsWith("a"),
    binary: mode.includes("b"),
    universalNewlines: mode.includes("U"),
  };
}
