import type { CatalogueEntry } from "../diagnostics/catalogue.ts";
import { categories } from "../diagnostics/categories.ts";

/** The catalogue as a Markdown page: one section a category, one heading a code, in order of code. */
export function diagnosticsPage(catalogue: Readonly<Record<string, CatalogueEntry>>): string {
  const codes = Object.keys(catalogue).sort();
  const sections = Object.entries(categories).flatMap(([letter, { category, meaning }]) => {
    const own = codes.filter((code) => code.startsWith(letter));
    if (own.length === 0) return [];
    return [
      `## ${letter}: ${category}`,
      `${capital(meaning)}.`,
      ...own.flatMap((code) => entry(code, catalogue[code]!)),
    ];
  });
  return `${[
    "# Diagnostics",
    "Generated from `src/diagnostics/catalogue.ts` by `npm run build:docs`. The same text as `urllib2-to-fetch explain CODE`.",
    ...sections,
  ].join("\n\n")}\n`;
}

function entry(code: string, { title, meaning, remedy }: CatalogueEntry): string[] {
  return [`### ${code} ${title}`, meaning, `**What to do:** ${remedy}`];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
