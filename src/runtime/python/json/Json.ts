import type { Dict } from "../containers/Dict.ts";
import type { Float } from "../numbers/Float.ts";

/** What JSON is in Python: a whole float is a `Float`, an int beyond 2^53 a bigint, an object a dict. */
export type Json = null | boolean | number | bigint | Float | string | Json[] | Dict<string, Json>;
