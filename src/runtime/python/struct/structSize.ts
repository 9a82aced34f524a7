import { readLayout } from "./readLayout.ts";

/** `struct.calcsize(format)`. */
export const structSize = (format: string): number => readLayout(format).size;
