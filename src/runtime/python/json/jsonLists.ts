/** The lists that were read from JSON: as arrays among keys are tuples, these have to be told from them, since no list can be a key. */
export const jsonLists = new WeakSet<object>();
