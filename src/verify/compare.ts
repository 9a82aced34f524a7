import type { Content, Observation, ObservedRequest } from "./observation.ts";

/** One thing that two observations disagree on. */
export interface Difference {
  readonly aspect: "requests" | "stdout" | "stderr" | "exception" | "exit" | "files" | "gaps";
  /** Which one of several, e.g. `request 2, header accept`. */
  readonly where: string;
  readonly expected: string;
  readonly actual: string;
}

/**
 * Headers that `fetch` adds by itself and that cannot be taken away. Each is set aside only in a request in which Python
 * sent none of that name: what a script sets is compared. The order and the casing of names are not compared at all.
 */
export const SET_ASIDE: readonly string[] = ["accept", "accept-language", "sec-fetch-mode"];

/** Added by `fetch`, in the same way, to requests that carry `If-None-Match` and its kin. */
export const SET_ASIDE_WHEN_CONDITIONAL: readonly string[] = ["pragma", "cache-control"];

/** Two gaps agree when they differ by no more than this many milliseconds and this share of the expected one. */
export const GAP_TOLERANCE = { milliseconds: 80, share: 0.25 } as const;

/** What `actual` does otherwise than `expected`; an empty list means that the two behave the same. */
export function compare(expected: Observation, actual: Observation): Difference[] {
  const differences: Difference[] = [];
  const check = (aspect: Difference["aspect"], where: string, wanted: unknown, got: unknown) => {
    if (show(wanted) !== show(got)) differences.push({ aspect, where, expected: show(wanted), actual: show(got) });
  };
  const count = Math.max(expected.requests.length, actual.requests.length);
  for (let i = 0; i < count; i++) compareRequest(expected.requests[i], actual.requests[i], `request ${i + 1}`, check);
  check("stdout", "standard output", expected.stdout, actual.stdout);
  check("stderr", "standard error", expected.stderr, actual.stderr);
  if (!sameException(expected.exception, actual.exception)) {
    check("exception", "uncaught exception", expected.exception, actual.exception);
  }
  check("exit", "exit status", expected.exit, actual.exit);
  for (const path of new Set([...Object.keys(expected.files), ...Object.keys(actual.files)])) {
    check("files", path, showFile(expected.files[path]), showFile(actual.files[path]));
  }
  // With requests missing, gaps are between other requests: no news.
  if (expected.requests.length === actual.requests.length) differences.push(...compareGaps(expected.gaps, actual.gaps));
  return differences;
}

type Check = (aspect: Difference["aspect"], where: string, wanted: unknown, got: unknown) => void;

function compareRequest(
  wanted: ObservedRequest | undefined,
  got: ObservedRequest | undefined,
  where: string,
  check: Check,
) {
  if (wanted === undefined || got === undefined) {
    check("requests", where, wanted && `${wanted.method} ${wanted.target}`, got && `${got.method} ${got.target}`);
    return;
  }
  check("requests", where, `${wanted.method} ${wanted.target}`, `${got.method} ${got.target}`);
  check("requests", `${where}, body`, wanted.body, got.body);
  const conditional = Object.keys(wanted.headers).some((name) => name.startsWith("if-"));
  const aside = conditional ? [...SET_ASIDE, ...SET_ASIDE_WHEN_CONDITIONAL] : SET_ASIDE;
  for (const name of new Set([...Object.keys(wanted.headers), ...Object.keys(got.headers)])) {
    if (!(name in wanted.headers) && aside.includes(name)) continue;
    check("requests", `${where}, header ${name}`, wanted.headers[name], got.headers[name]);
  }
}

/** Python qualifies a script's own classes by their module (`__main__.ApiError`), which a translation has no name for. */
function sameException(wanted: string | null, got: string | null): boolean {
  if (wanted === null || got === null || wanted === got) return wanted === got;
  const [wantedClass = "", gotClass = ""] = [wanted, got].map((line) => line.split(":", 1)[0] ?? "");
  const message = (line: string, className: string) => line.slice(className.length);
  return wantedClass.endsWith(`.${gotClass}`) && message(wanted, wantedClass) === message(got, gotClass);
}

function compareGaps(expected: readonly number[], actual: readonly number[]): Difference[] {
  return expected.flatMap((wanted, i) => {
    const got = actual[i] ?? 0;
    if (Math.abs(got - wanted) <= GAP_TOLERANCE.milliseconds + GAP_TOLERANCE.share * wanted) return [];
    const [shownWanted, shownGot] = [wanted, got].map((gap) => `${Math.round(gap)} ms`);
    return [
      { aspect: "gaps", where: `before request ${i + 2}`, expected: `${shownWanted}`, actual: `${shownGot}` } as const,
    ];
  });
}

function showFile(content: Content | null | undefined): string {
  if (content === undefined) return "left as it was";
  return content === null ? "removed" : `written: ${show(content)}`;
}

function show(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  return typeof value === "string" ? value : JSON.stringify(value);
}
