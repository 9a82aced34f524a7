import { wantsSpace } from "./wantsSpace.ts";

/** The items of a `print` in one line: a blank between, but none after text that ends in a line end or a tab. */
export function printed(...items: readonly unknown[]): string {
  return items.map((item, i) => (i < items.length - 1 && wantsSpace(item) ? `${item} ` : `${item}`)).join("");
}
