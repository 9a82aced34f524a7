import { byteLength } from "../text/byteLength.ts";
import { characterLength } from "../text/characterLength.ts";
import type { FormatSpec } from "./FormatSpec.ts";

/** Fills a text to the width of a specification, which may say where the text stands. */
export function placeText(
  text: string,
  spec: FormatSpec,
  align: "<" | ">",
  textType: "str" | "unicode" = "str",
): string {
  const missing = Math.max(spec.width - (textType === "unicode" ? characterLength(text) : byteLength(text)), 0);
  const side = spec.align ?? align;
  const before = side === "<" ? 0 : side === "^" ? Math.floor(missing / 2) : missing;
  return spec.fill.repeat(before) + text + spec.fill.repeat(missing - before);
}
