/** What a number and a string literal count as to what follows them. */
export const NUMBER = "0";
export const STRING = "''";
