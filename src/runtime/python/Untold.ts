/**
 * What is found in a value that an untranslated place would have made: it fits everything, as that value does. TypeScript would
 * take it for `unknown`.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- nobody knows its type
export type Untold = any;
