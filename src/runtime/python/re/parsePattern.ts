import { type ParsedPattern, patternFlags } from "./PatternNode.ts";
import { PatternParser } from "./PatternParser.ts";

/** Reads a pattern under Python's flags. Throws ReError for what Python does not take, UnsupportedPattern for a conditional group. */
export function parsePattern(pattern: string, flags = 0, textType: "str" | "unicode" = "str"): ParsedPattern {
  const parsed = new PatternParser(pattern, flags, textType).parse();
  // `(?x)` counts for the whole pattern, also for what stands before it.
  const verbose = (parsed.flags & ~flags & patternFlags.X) !== 0;
  return verbose ? new PatternParser(pattern, parsed.flags, textType).parse() : parsed;
}
