import { categories } from "../diagnostics/categories.ts";
import type { CatalogueEntry } from "../diagnostics/catalogue.ts";
import type { Colors } from "../report/colors.ts";
import { closest } from "./closest.ts";

/** A code's page, or `undefined` if there is no such code. */
export function explain(
  code: string,
  catalogue: Readonly<Record<string, CatalogueEntry>>,
  colors: Colors,
): string | undefined {
  const known = Object.keys(catalogue).find((key) => key.toUpperCase() === code.toUpperCase());
  if (known === undefined) return undefined;
  const { title, meaning, remedy } = catalogue[known]!;
  const { category, meaning: categoryMeaning } = categories[known.charAt(0)]!;
  return [
    `${colors.bold(`${known}  ${title}`)}`,
    colors.dim(`${category}: ${categoryMeaning}`),
    "",
    meaning,
    "",
    `${colors.bold("What to do")}  ${remedy}`,
    "",
  ].join("\n");
}

/** The line for a code that is not in the catalogue. */
export function unknownCode(code: string, catalogue: Readonly<Record<string, CatalogueEntry>>): string {
  const near = closest(code, Object.keys(catalogue));
  const hint =
    near.length === 0
      ? `codes are like ${Object.keys(catalogue).slice(0, 3).join(", ")}`
      : `did you mean ${near.join(", ")}?`;
  return `error: no such code '${code}'; ${hint}\n`;
}
