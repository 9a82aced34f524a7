/** What `require` makes of a value that is not None, for an argument that may be None: `unlessNone(getItem(job, "sep"), requireText)`. */
export const unlessNone = <T>(x: unknown, require: (x: unknown) => T): T | null => (x === null ? null : require(x));
