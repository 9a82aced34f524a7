import { byteLength } from "../text/byteLength.ts";
import type { FormatSpec } from "./FormatSpec.ts";

/** Fills a text to the width of a specification, which may say where the text stands. */
export function placeText(text: string, spec: FormatSpec, align: "<" | ">"): string {
  const missing = Math.max(spec.width - byteLength(text), 0);
  const side = spec.align ?? align;
  const before = side === "<" ? 0 : side === "^" ? Math.floor(missing / 2) : missing;
  return spec.fill.repeat(before) + text + spec.fill.repeat(missing - before);
}
