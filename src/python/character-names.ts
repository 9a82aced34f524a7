import { digits, ideographs, names, words } from "./unicode-names.ts";

const IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-";
const SYLLABLE = "HANGUL SYLLABLE ";
const FIRST_SYLLABLE = 0xac00;
const LEADS = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ");
const VOWELS = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ");
const TAILS = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ");

let table: ReadonlyMap<string, number> | null = null;

/**
 * The character that `\N{name}` means in CPython 2.7 (`unicodedata.lookup`, Unicode 5.2), or null. Case matters only in the names that
 * are computed, of Hangul syllables and CJK ideographs.
 */
export function characterNamed(name: string): string | null {
  const code = ideograph(name) ?? syllable(name) ?? (table ??= readTable()).get(name.toUpperCase());
  return code === undefined ? null : String.fromCodePoint(code);
}

function ideograph(name: string): number | undefined {
  if (!name.startsWith(IDEOGRAPH)) return undefined;
  const hex = name.slice(IDEOGRAPH.length);
  const code = /^[0-9A-F]{4,5}$/.test(hex) ? parseInt(hex, 16) : -1;
  return ideographs.some(([first, last]) => first <= code && code <= last) ? code : undefined;
}

/** A lead consonant, a vowel and a tail consonant, each the longest that fits. */
function syllable(name: string): number | undefined {
  if (!name.startsWith(SYLLABLE)) return undefined;
  let rest = name.slice(SYLLABLE.length);
  let index = 0;
  for (const parts of [LEADS, VOWELS, TAILS]) {
    let best = -1;
    for (const [at, part] of parts.entries()) {
      if (rest.startsWith(part) && (best < 0 || part.length > parts[best]!.length)) best = at;
    }
    if (best < 0) return undefined;
    rest = rest.slice(parts[best]!.length);
    index = index * parts.length + best;
  }
  return rest === "" ? FIRST_SYLLABLE + index : undefined;
}

/** Undoes what record-unicode-names.py wrote. */
function readTable(): ReadonlyMap<string, number> {
  const word = words.split(" ");
  const base = digits.length;
  const short = base - 3;
  const result = new Map<string, number>();
  let code = -1;
  for (const line of names.split("\n")) {
    const space = line.indexOf(" ");
    code += space === 0 ? 1 : parseInt(line.slice(0, space), 16);
    const name: string[] = [];
    for (let at = space + 1; at < line.length;) {
      const first = digits.indexOf(line[at]!);
      if (first < short) {
        name.push(word[first]!);
        at++;
      } else {
        const low = digits.indexOf(line[at + 1]!) * base + digits.indexOf(line[at + 2]!);
        name.push(word[short + (first - short) * base * base + low]!);
        at += 3;
      }
    }
    result.set(name.join(" "), code);
  }
  return result;
}
