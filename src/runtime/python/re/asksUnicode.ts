import { patternFlags } from "./PatternNode.ts";

/** Whether `\w` and the others follow Unicode's tables; re.L, which in the C locale means ASCII, outdoes re.U. */
export const asksUnicode = (flags: number): boolean => (flags & patternFlags.U) !== 0 && (flags & patternFlags.L) === 0;
