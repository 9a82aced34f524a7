/** Whether the next thing printed to stdout begins with a space: a `print` that ended in a comma leaves it so. */
export const softSpace = { pending: false };
