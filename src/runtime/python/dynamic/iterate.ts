import type { ForAny } from "../ForAny.ts";
import type { Untold } from "../Untold.ts";
import type { Json } from "../json/Json.ts";
import { decodeText } from "../text/decodeText.ts";
import { encodeText } from "../text/encodeText.ts";
import { isAscii } from "../text/isAscii.ts";
import { cannot } from "./cannot.ts";
import { iterateObject } from "../objects/iterateObject.ts";

type TextType = "str" | "unicode";

/** What `for item in x` goes through: a dict's keys, a text's characters, the bytes of a `str`, what an object's class says, the items of anything else. */
export function iterate<C>(x: C, ...textType: ForAny<C, [textType?: TextType]>): Iterable<Untold>;
export function iterate(x: string | null, textType?: TextType): Iterable<string>;
export function iterate<T>(x: readonly T[] | null, textType?: TextType): Iterable<T>;
export function iterate<T>(x: readonly T[] | string, textType?: TextType): Iterable<T | string>;
export function iterate<T = Untold>(x: { __iter__(): Iterable<T> }): Iterable<T>;
export function iterate<T>(x: { __iter__(): { next(): T } }): Iterable<T>;
export function iterate<T>(x: { __getitem__(index: number): T }): Iterable<T>;
export function iterate(x: Json, textType?: TextType): Iterable<Json>;
export function iterate(x: unknown, textType?: TextType): Iterable<unknown>;
export function iterate(x: unknown, textType: TextType = "unicode"): Iterable<unknown> {
  if (typeof x === "string") return textType === "unicode" || isAscii(x) ? x : iterate(encodeText(x));
  if (x instanceof Uint8Array) return Array.from(x, (byte) => decodeText(Uint8Array.of(byte)));
  if (x instanceof Map && !("__iter__" in x)) return x.keys();
  if (isIterable(x) && !("__iter__" in x)) return x;
  const own = iterateObject(x);
  if (own !== null) return own;
  throw cannot(x, "iteration", (type) => `'${type}' object is not iterable`);
}

function isIterable(x: unknown): x is Iterable<unknown> {
  return typeof x === "object" && x !== null && Symbol.iterator in x;
}
