import type { Edits } from "./scan/edits.ts";
import type { Scan } from "./scan/scan.ts";

/** A stretch of text, of whole logical lines, that is left out of the skeleton: one name stands in its place. */
export interface Region {
  readonly start: number;
  readonly end: number;
}

/**
 * The text as the grammar gets it: as long as the original, so that every offset holds in both, and pure ASCII, so that offsets count
 * the same in every binding. Comments and continuations are blank; print statements are `yield`, exec statements `del`, backticks
 * parentheses and string literals plain strings, all told apart again by their offsets.
 *
 * Edits and regions are sorted by start; regions do not overlap. `from` and `to` limit it to a part of the text.
 */
export function skeletonOf(text: string, edits: Edits, regions: readonly Region[], from = 0, to = text.length): string {
  return rewritten(text, edits, regions, from, to, {
    plain: ascii,
    edit: replacement,
    leftOut: (length) => "x".repeat(length),
  });
}

/**
 * The same text from `from` to `to`, but for lengths: with nothing in it that only keeps its place, and of runs of literals the first
 * alone, the grammar has less to read. For files whose tokens the scanner knows, and without regions to leave out.
 */
export function compactSkeletonOf(text: string, { edits, literalRuns }: Scan, from: number, to: number): string {
  return rewritten(text, edits, literalRuns, from, to, {
    plain: (piece) => piece,
    edit: (_, index) => compactReplacement(edits, index, text),
    leftOut: () => "",
  });
}

/** What becomes of the parts of a text. */
interface Style {
  plain(piece: string): string;
  edit(edits: Edits, index: number): string;
  leftOut(length: number): string;
}

/** So many pieces are joined at a time, that those of a long file need not all be kept. */
const PIECES = 1000;

function rewritten(
  text: string,
  edits: Edits,
  regions: readonly Region[],
  from: number,
  to: number,
  style: Style,
): string {
  const chunks: string[] = [];
  let pieces: string[] = [];
  let at = from;
  let next = edits.firstAt(from);
  const copyTo = (end: number): void => {
    if (end > at) pieces.push(style.plain(text.slice(at, end)));
    at = Math.max(at, end);
    if (pieces.length < PIECES) return;
    chunks.push(pieces.join(""));
    pieces = [];
  };
  const applyEditsTo = (end: number): void => {
    for (; next < edits.count && edits.start(next) < end; next++) {
      if (edits.start(next) < at) continue;
      copyTo(edits.start(next));
      pieces.push(style.edit(edits, next));
      at = edits.end(next);
    }
    copyTo(end);
  };
  for (const region of regions) {
    if (region.start >= to) break;
    if (region.end <= from) continue;
    applyEditsTo(region.start);
    pieces.push(style.leftOut(region.end - region.start));
    at = region.end;
    next = edits.firstAt(at);
  }
  applyEditsTo(to);
  return chunks.join("") + pieces.join("");
}

function compactReplacement(edits: Edits, index: number, text: string): string {
  const rewrite = edits.rewrite(index);
  switch (rewrite) {
    case "blank":
    case "chevron":
      return " ";
    case "name":
      return "x";
    case "string":
      // What follows would run together with it; what precedes it only where this is not the line's first token.
      return /\w/.test(text[edits.start(index) - 1] ?? "") ? " x " : "x ";
    case "print":
      return "yield";
    case "exec":
      return "del";
    case "in":
      return ",";
    case "indent":
      return indentation(0, edits.column(index));
    default:
      return rewrite;
  }
}

// What is not ASCII here stands in an f-string: identifiers and plain strings have edits.
function ascii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, "x");
}

function replacement(edits: Edits, index: number): string {
  const length = edits.end(index) - edits.start(index);
  const rewrite = edits.rewrite(index);
  switch (rewrite) {
    case "blank":
    case "chevron":
      return " ".repeat(length);
    case "name":
      return "x".repeat(length);
    case "string":
      return length === 1 ? "0" : `'${" ".repeat(length - 2)}'`;
    case "print":
      return "yield";
    case "exec":
      return "del ";
    case "in":
      return " ,";
    case "indent":
      return indentation(length, edits.column(index));
    case "...":
      return rewrite.padEnd(length);
    default:
      return rewrite;
  }
}

/** `column` in at least `length` characters, as the grammar counts (a tab is 8, a form feed goes back to 0). */
function indentation(length: number, column: number): string {
  const white = "\t".repeat(Math.floor(column / 8)) + " ".repeat(column % 8);
  return "\f".repeat(Math.max(0, length - white.length)) + white;
}
