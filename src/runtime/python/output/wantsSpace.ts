/** Whether `print` puts a space after an item: text that ends in a line end or a tab needs none; one that ends in a space does. */
export const wantsSpace = (item: unknown): boolean => typeof item !== "string" || !/[\t-\r]$/.test(item);
