import { reprUnicode } from "./reprUnicode.ts";

/** `repr` of text that is unicode, or a `str` where Python has put nothing into it: what is empty is taken for that. */
export const reprUnicodeText = (text: string): string => (text === "" ? "''" : reprUnicode(text));
