import type { Colors } from "../report/colors.ts";
import { closest } from "./closest.ts";

/** What the catalogue says of a code. */
export interface Explanation {
  readonly title: string;
  readonly meaning: string;
  readonly remedy: string;
  readonly example?: string;
}

const categories: Readonly<Record<string, string>> = {
  U: "untranslated: left out, marked in the code, throws when reached",
  A: "assumption: the translation is exact as long as this holds",
  H: "hazard: something wrong in the original that the translation keeps",
};

/** A code's page, or `undefined` if there is no such code. */
export function explain(
  code: string,
  catalogue: Readonly<Record<string, Explanation>>,
  colors: Colors,
): string | undefined {
  const known = Object.keys(catalogue).find((key) => key.toUpperCase() === code.toUpperCase());
  if (known === undefined) return undefined;
  const { title, meaning, remedy, example } = catalogue[known]!;
  return [
    `${colors.bold(`${known}  ${title}`)}`,
    colors.dim(categories[known[0]!] ?? ""),
    "",
    meaning,
    "",
    `${colors.bold("What to do")}  ${remedy}`,
    ...(example === undefined
      ? []
      : [
          "",
          colors.bold("Example"),
          ...example
            .trimEnd()
            .split("\n")
            .map((line) => `  ${line}`),
        ]),
    "",
  ].join("\n");
}

/** The line for a code that is not in the catalogue. */
export function unknownCode(code: string, catalogue: Readonly<Record<string, Explanation>>): string {
  const near = closest(code, Object.keys(catalogue));
  const hint =
    near.length === 0
      ? `codes are like ${Object.keys(catalogue).slice(0, 3).join(", ")}`
      : `did you mean ${near.join(", ")}?`;
  return `error: no such code '${code}'; ${hint}\n`;
}
