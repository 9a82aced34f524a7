import type { Json } from "../json/Json.ts";

/**
 * What an operator gives: a value of JSON where its operands are such, or `any`, which overloads would make `unknown` of.
 */
export type Operated<A, B = null> = [A, B] extends [Json, Json] ? Json : unknown;
