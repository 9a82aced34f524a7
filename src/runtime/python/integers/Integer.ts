/** Python's `int` or `long`: a number while that holds it exactly, else a bigint. A small bigint is a `long` to Python. */
export type Integer = number | bigint;
