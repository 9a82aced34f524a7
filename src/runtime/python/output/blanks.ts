/** Streams that a `print` which ended in a comma has left with a blank to come, but for the one that `sys.stdout` is. */
export const blanks = new WeakMap<object, boolean>();
