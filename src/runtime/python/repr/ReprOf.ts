/** Gives the `repr` of a value whose type is known when translating. Those of containers are composed: `reprList(reprInt)`. */
export type ReprOf<T> = (value: T) => string;
