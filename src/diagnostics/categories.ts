import type { Category } from "./diagnostic.ts";

/** What a category is called and what it means for the reader, by the first letter of its codes. */
export const categories: Readonly<Record<string, { readonly category: Category; readonly meaning: string }>> = {
  U: { category: "untranslated", meaning: "left out, marked in the code, and throws when it is reached" },
  A: { category: "assumption", meaning: "the translation is exact as long as this holds" },
  H: { category: "hazard", meaning: "something wrong in the original, which the translation keeps" },
};
