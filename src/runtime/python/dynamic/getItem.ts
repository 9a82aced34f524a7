import type { ForAny } from "../ForAny.ts";
import type { Untold } from "../Untold.ts";
import type { Json } from "../json/Json.ts";
import type { RecordDict } from "../containers/RecordDict.ts";
import { Dict } from "../containers/Dict.ts";
import { KeyError } from "../exceptions/KeyError.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { characterAt } from "../text/characterAt.ts";
import { specialMethod } from "../objects/specialMethod.ts";
import { decodeText } from "../text/decodeText.ts";
import { itemAt } from "../text/itemAt.ts";
import { cannot } from "./cannot.ts";
import { exactInteger } from "../numbers/exactInteger.ts";
import { isIndex } from "./isIndex.ts";
import { typeName } from "./typeName.ts";

type TextType = "str" | "unicode" | "tuple";

/**
 * `container[key]` of a dict (KeyError), list, unicode text or `str` (IndexError, negative from the end); a TypeError for anything else. An
 * array is a list unless it is said to be a tuple. A text is gone into by characters, and as a key it is `str`, unless both are said to be
 * "str" or "unicode".
 */
export function getItem<C>(container: C, key: unknown, ...kind: ForAny<C, [kind?: TextType]>): Untold;
export function getItem<T extends object, K extends keyof T & string>(container: RecordDict<T>, key: K): T[K];
export function getItem<T extends object, K extends keyof T & string>(
  container: RecordDict<T>,
  key: K,
  keyText: "unicode",
): T[K];
export function getItem<V = Untold>(container: ReadonlyMap<unknown, V>, key: unknown): V;
export function getItem<V = Untold>(container: ReadonlyMap<unknown, V>, key: unknown, keyText: "unicode"): V;
export function getItem<T = Untold>(container: readonly T[], index: number): T;
export function getItem(container: string, index: number): string;
export function getItem(container: Json, key: Json): Json;
export function getItem(container: Json, key: Json, textType: "unicode"): Json;
export function getItem(container: unknown, key: unknown, kind?: TextType): unknown;
export function getItem(container: unknown, key: unknown, kind?: TextType): unknown {
  const own = specialMethod(container, "__getitem__");
  if (own !== null) return own(key);
  if (container instanceof Map) {
    const value: unknown = container.get(key);
    if (value !== undefined) return value;
    const keyText = kind === "unicode" ? kind : undefined;
    if (container instanceof Dict) return container.missing(key, keyText);
    throw KeyError.ofLookup(key, keyText);
  }
  if (container instanceof Uint8Array) return getItem(decodeText(container), key, "str");
  const isText = typeof container === "string";
  if (!isText && !Array.isArray(container)) {
    const lacks =
      container instanceof Set && isIndex(key) ? "does not support indexing" : "has no attribute '__getitem__'";
    throw cannot(container, "[…]", (type) => `'${type}' object ${lacks}`);
  }
  if (typeof key === "boolean") return getItem(container, Number(key), kind);
  if (typeof key === "bigint") return getItem(container, exactInteger(key), kind);
  if (typeof key !== "number" || !Number.isSafeInteger(key)) {
    if (isText && kind !== "str") throw new PyTypeError("string indices must be integers");
    const name = typeName(key, kind === "unicode" ? kind : "str");
    throw new PyTypeError(
      `${isText ? "string" : kind === "tuple" ? "tuple" : "list"} indices must be integers, not ${name}`,
    );
  }
  if (!isText) return itemAt(container as readonly unknown[], key, kind === "tuple" ? "tuple" : "list");
  return kind === "str" ? itemAt(container, key) : characterAt(container, key);
}
