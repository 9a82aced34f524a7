import type { ReadableBody } from "./ReadableBody.ts";

/** The readers of the bodies that are read piece by piece, so that `readText` goes on where they are. */
export const bodyReaders = new WeakMap<ReadableBody, { read(): Promise<Uint8Array> }>();
