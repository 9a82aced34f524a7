/**
 * Whether the next thing printed to stdout begins with a space: a `print` that ended in a comma leaves it so, until something is written to
 * the file. `file` is the one that the program has put in the place of stdout.
 */
export const softSpace: { pending: boolean; file: object | null } = { pending: false, file: null };
