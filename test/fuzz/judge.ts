import { translateFiles } from "../../src/translate-files.ts";
import type { FileTranslation } from "../../src/translation.ts";
import type { Answer, Outcome } from "./run/outcome.ts";

/** What became of a program on its way. */
export type Verdict =
  | { readonly kind: "equal"; readonly codes: readonly string[]; readonly error: string | null }
  /** Untranslated in part, and said so. */
  | { readonly kind: "reported"; readonly reasons: readonly string[] }
  /** Ended with an error of the runtime that says what it cannot do. */
  | { readonly kind: "stopped"; readonly reason: string }
  /** Not what Python does, where an assumption is reported that the program does not keep. */
  | { readonly kind: "assumed"; readonly codes: readonly string[]; readonly difference: Difference }
  | { readonly kind: "different"; readonly difference: Difference }
  /** The translator itself failed. */
  | { readonly kind: "crashed"; readonly reason: string };

export interface Difference {
  readonly python: Answer;
  readonly node: Answer;
}

export interface Judged {
  readonly program: string;
  /** The TypeScript; null where there is none. */
  readonly text: string | null;
  /** Names that it imports from the runtime. */
  readonly runtime: readonly string[];
  readonly verdict: Verdict;
}

/** Both sides: each runs a list of programs, in order. */
export interface Sides {
  python(programs: readonly string[]): Promise<readonly Answer[]>;
  node(modules: readonly string[]): Promise<readonly Answer[]>;
}

/** Text beyond ASCII, as the generator writes it. */
const BEYOND_ASCII = /\\x[89a-f]|\\[uU]|unichr|[^\0-\x7f]/;

/** A number that a double does not hold. */
const BEYOND_DOUBLE = /\d{16}/;

interface Case {
  readonly program: string;
  /** What is reported of it. */
  readonly messages: readonly string[];
  readonly python: Outcome;
  readonly node: Outcome;
}

const isBeyondAscii = ({ program }: Case): boolean => BEYOND_ASCII.test(program);

/**
 * Whether a program breaks an assumption, by the code that reports it: only then it may do something else than Python. Assumptions that
 * are not here are kept by all programs that are generated, so that they excuse nothing.
 */
const BREAKS: Readonly<Record<string, (seen: Case) => boolean>> = {
  A0102: ({ python }) => BEYOND_DOUBLE.test(python.stdout),
  A0103: ({ messages, python, node }) =>
    withoutKinds(told(python)) === withoutKinds(told(node)) ||
    // Keys that are texts of values have another order where their text is another.
    (messages.some((message) => message.startsWith("repr() of")) &&
      sameCharacters(withoutKinds(told(python)), withoutKinds(told(node)))) ||
    // A text of another length is padded by another number of blanks.
    (messages.some((message) => message.startsWith("format() of")) &&
      withoutBlanks(withoutKinds(told(python))) === withoutBlanks(withoutKinds(told(node)))) ||
    // The program goes another way where it asks for the type.
    messages.some((message) => message.startsWith("the type of what may be an int or a float")),
  A0105: isBeyondAscii,
  A0106: isBeyondAscii,
  A0107: isBeyondAscii,
  A0109: isBeyondAscii,
  A0110: ({ python, node }) => sameCharacters(withoutKinds(told(python)), withoutKinds(told(node))),
  A0111: isBeyondAscii,
  A0112: isBeyondAscii,
  A0113: ({ python, node }) => withoutLastDigits(told(python)) === withoutLastDigits(told(node)),
  A0130: ({ python, node }) =>
    (python.error?.includes("unhashable") === true && node.stdout.startsWith(python.stdout)) ||
    // Caught: up to there both have printed the same.
    (/unhashable (type|instance)/.test(python.stdout) &&
      node.stdout.startsWith(/^(?:.*\n)*?(?=.*unhashable)/.exec(python.stdout)?.[0] ?? "\0")),
  // Python raises a TypeError for what a special method gives, and has printed the same up to there.
  A0135: ({ python, node }) => python.error?.startsWith("TypeError") === true && node.stdout.startsWith(python.stdout),
  // What is printed before an error, or by a value while it is shown, at another place, and the blank that it leaves.
  A0115: ({ python, node }) =>
    python.error === node.error &&
    python.status === node.status &&
    (endsEachLine(withoutKinds(python.stdout), withoutKinds(node.stdout)) ||
      sameCharacters(withoutBlanks(withoutKinds(python.stdout)), withoutBlanks(withoutKinds(node.stdout)))),
};

const withoutBlanks = (text: string): string => text.replaceAll(" ", "");

/** All that is seen of a run. */
const told = ({ stdout, error, status }: Outcome): string => `${stdout}\n${error ?? ""}\n${status}`;

/** Each line is the end of one of the other text, in order: what is before it there was printed first, up to whole lines of it. */
function endsEachLine(whole: string, ends: string): boolean {
  const [full, given] = [whole, ends].map((text) => text.split("\n")) as [string[], string[]];
  let at = 0;
  return given.every((line) => {
    while (at < full.length && !full[at]?.endsWith(line)) at++;
    return at++ < full.length;
  });
}

/** Objects show their address in CPython, another one in each run, which is not compared. */
const withoutAddresses = (text: string): string =>
  text.replace(
    /<(?:__main__\.|_csv\.|httplib\.)?(\w+) (?:object|instance)(?: at 0x[0-9a-f]+)?>/g,
    (_, name: string) => `<${name === "CsvReader" ? "reader" : name}>`,
  );

/** Numbers that differ in their last digit alike. */
const withoutLastDigits = (text: string): string =>
  text.replace(/\d+\.\d{10,}/g, (number) => Number(number).toPrecision(14));

/** An int and a whole float, str and unicode, a list and a tuple shown alike, and objects of one class. */
const withoutKinds = (text: string): string =>
  withoutAddresses(text)
    .replace(/(\d)\.0(?!\d)/g, "$1")
    .replace(/-0(?![\d.])/g, "0")
    .replace(/\bu(?=\\*['"])/g, "")
    .replace(/(?:\\+x[89a-f][0-9a-f]|\\+u[0-9a-f]{4}|\\+U[0-9a-f]{8})+/g, "?")
    // What an error calls the kinds.
    .replace(
      /float (?:modulo|division by zero|floor division by zero|divmod\(\))/g,
      "integer division or modulo by zero",
    )
    .replace(/'(?:float|long)'/g, "'int'")
    .replace(/'unicode'/g, "'str'")
    .replace(/\b(indices must be integers)(?:, not \w+)?/g, "$1")
    .replace(
      /coercing to Unicode: need string or buffer, (\w+) found|'in <string>' requires string as left operand, not (\w+)|expected a string or other character buffer object/g,
      "cannot concatenate",
    )
    .replace(/cannot concatenate 'str' and '\w+' objects/g, "cannot concatenate")
    .replace(/\b(not|buffer,|string,|Unicode,) "?(?:float|long)\b/g, "$1 int")
    .replace(/'tuple'/g, "'list'")
    .replace(/\bnot unicode\b/g, "not str")
    .replace(/\b(not|to|concatenate|buffer,|string,|Unicode,) ("?)tuple\b/g, "$1 $2list")
    .replace(/\btuple (?=indices)/g, "list ")
    .replace(/\(/g, "[")
    .replace(/,?\)/g, "]");

/** The same, in any order. */
const sameCharacters = (a: string, b: string): boolean => [...a].toSorted().join("") === [...b].toSorted().join("");

/** Translates the programs, runs those that are translated on both sides, and compares. */
export async function judge(programs: readonly string[], sides: Sides): Promise<Judged[]> {
  const translations: Translated[] = [];
  for (const program of programs) translations.push(await translated(program));
  const complete = programs.flatMap((program, i) => {
    const { file } = translations[i]!;
    return file?.status === "complete" ? [{ i, program, text: file.text }] : [];
  });
  const [python, node] = await Promise.all([
    sides.python(complete.map(({ program }) => program)),
    sides.node(complete.map(({ text }) => text)),
  ]);
  const answers = new Map(complete.map(({ i }, at) => [i, { python: python[at]!, node: node[at]! }]));
  return programs.map((program, i) => {
    const { file, crash } = translations[i]!;
    if (file === null || file.status === "failed")
      return { program, text: null, runtime: [], verdict: { kind: "crashed", reason: crash ?? "" } };
    const runtime = Object.values(file.runtime).flat();
    return { program, text: file.text, runtime, verdict: verdictOf(program, file, answers.get(i) ?? null) };
  });
}

/** Calls without an end: Python counts to 1000, Node has no more stack. */
const isEndless = (python: Answer, reason: string): boolean =>
  reason.startsWith("JavaScript's RangeError: Maximum call stack") &&
  "error" in python &&
  python.error?.startsWith("RuntimeError: maximum recursion depth") === true;

interface Translated {
  readonly file: FileTranslation | null;
  /** Why there is none. */
  readonly crash: string | null;
}

async function translated(program: string): Promise<Translated> {
  const bytes = new TextEncoder().encode(program);
  try {
    const [file] = await translateFiles([{ path: "program.py", module: "program", output: "program.ts", bytes }]);
    if (file?.status === "failed") return { file, crash: file.reason };
    return { file: file ?? null, crash: null };
  } catch (error) {
    return { file: null, crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function verdictOf(
  program: string,
  file: Exclude<FileTranslation, { status: "failed" }>,
  difference: Difference | null,
): Verdict {
  const codes = [...new Set(file.diagnostics.map(({ code }) => code))].sort();
  if (difference === null) {
    const reasons = file.diagnostics.filter(({ category }) => category === "untranslated");
    return { kind: "reported", reasons: reasons.map(({ code, message }) => `${code} ${message}`) };
  }
  const { python, node } = difference;
  const same =
    !("lost" in python) &&
    !("lost" in node) &&
    withoutAddresses(python.stdout) === withoutAddresses(node.stdout) &&
    python.status === node.status;
  if (same && python.error === node.error) return { kind: "equal", codes, error: python.error };
  if (!("lost" in python) && python.error?.startsWith("__main__.TookTooLong") === true)
    return { kind: "stopped", reason: "CPython took too long" };
  const reason = "lost" in node ? null : node.error;
  // What was printed before is Python's, unless an assumption is not kept; the end of a program ends its line.
  const begins =
    "lost" in python ||
    "lost" in node ||
    python.stdout.startsWith(node.stdout.replace(/\n$/, "")) ||
    // On the way out a `finally` prints.
    /^ *finally:/m.test(program);
  if (
    reason !== null &&
    (/^JavaScript's (UntranslatedError|PrecisionError)/.test(reason) || isEndless(python, reason)) &&
    (begins || codes.some((code) => code in BREAKS))
  )
    return { kind: "stopped", reason };
  const messages = file.diagnostics.map(({ message }) => message);
  const excuses =
    "lost" in python || "lost" in node
      ? []
      : codes.filter((code) => BREAKS[code]?.({ program, messages, python, node }) === true);
  return excuses.length > 0 ? { kind: "assumed", codes: excuses, difference } : { kind: "different", difference };
}
