import { Dict } from "./Dict.ts";

/** A dict itself, and no defaultdict, say: what CPython makes room for all at once. */
export const isPlainDict = (x: unknown): x is Dict<unknown, unknown> => x instanceof Dict && x.constructor === Dict;
