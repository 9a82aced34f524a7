import { openSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { systemCall } from "../files/systemCall.ts";
import { opened } from "./offsets.ts";

/** `os.open(path, flags, mode)`: the number of an open file. */
export const openDescriptor = (path: string, flags: number, mode = 0o777): number =>
  opened(systemCall(path, () => openSync(path, flags, mode), OSError));
