import { ValueError } from "../exceptions/ValueError.ts";
import { repr } from "../repr/repr.ts";
import { expandtabs } from "./expandtabs.ts";
import { fromByteString } from "./fromByteString.ts";
import { toByteString } from "./toByteString.ts";

/** What goes before the first line and before the others; it counts towards their width. */
export interface WrapOptions {
  readonly initialIndent?: string;
  readonly subsequentIndent?: string;
  /** Whether a word that is longer than a line is cut; true by default. */
  readonly breakLongWords?: boolean;
  /** Whether a line may end after a hyphen of a word; true by default. */
  readonly breakOnHyphens?: boolean;
}

/** Where a line may end: after white space, after the hyphen of a compound word, around a dash. As textwrap's `wordsep_re`. */
const separator = /([\t-\r ]+|[^\t-\r \w]*\w+[A-Za-z_]-(?=\w+[A-Za-z_])|(?<=[\w!"'&.,?])-{2,}(?=\w))/;

/** As its `wordsep_simple_re`. */
const spaces = /([\t-\r ]+)/;

/** `textwrap.wrap(text, width)` of a `str`: lines of at most `width` bytes. Longer words are cut. */
export function wrapText(text: string, width = 70, options: WrapOptions = {}): string[] {
  if (width <= 0) throw new ValueError(`invalid width ${repr(width)} (must be > 0)`);
  const munged = toByteString(expandtabs(text).replace(/[\t-\r]/g, " "));
  const chunks = munged.split(options.breakOnHyphens === false ? spaces : separator).filter((chunk) => chunk !== "");
  const lines: string[] = [];
  while (chunks.length > 0) {
    const indent = toByteString((lines.length > 0 ? options.subsequentIndent : options.initialIndent) ?? "");
    if (lines.length > 0 && isBlank(chunks[0])) chunks.shift();
    const line = takeLine(chunks, width - indent.length, options.breakLongWords ?? true);
    if (line.length > 0) lines.push(fromByteString(indent + line.join("")));
  }
  return lines;
}

/** Takes the chunks of one line off the front. */
function takeLine(chunks: string[], width: number, breaks: boolean): string[] {
  const line: string[] = [];
  let length = 0;
  while (chunks.length > 0 && length + (chunks[0] ?? "").length <= width) {
    const chunk = chunks.shift() ?? "";
    line.push(chunk);
    length += chunk.length;
  }
  const [next] = chunks;
  if (next !== undefined && next.length > width && !breaks) {
    if (line.length === 0) line.push(chunks.shift() ?? "");
  } else if (next !== undefined && next.length > width) {
    const cut = width < 1 ? 1 : width - length;
    line.push(next.slice(0, cut));
    chunks[0] = next.slice(cut);
  }
  if (isBlank(line.at(-1))) line.pop();
  return line;
}

const isBlank = (chunk: string | undefined): boolean => chunk !== undefined && /^[\t-\r ]*$/.test(chunk);
