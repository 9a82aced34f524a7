import type picocolors from "picocolors";

/** The terminal colours to use, or functions that leave text as it is. */
export type Colors = ReturnType<typeof picocolors.createColors>;
