import type { Type, Kind } from "./types.ts";
import { members, union } from "./join.ts";

/** The alternatives that pass a test. */
export function filter(type: Type, keep: (member: Type) => boolean): Type {
  return union(members(type).filter(keep));
}

export const has = (type: Type, ...kinds: readonly Kind[]): boolean => members(type).some((m) => kinds.includes(m.k));
/** True when the type is not empty and every alternative is of one of the kinds. */
export const only = (type: Type, ...kinds: readonly Kind[]): boolean =>
  type.k !== "never" && members(type).every((m) => kinds.includes(m.k));
export const without = (type: Type, ...kinds: readonly Kind[]): Type => filter(type, (m) => !kinds.includes(m.k));

/** Text, whatever its flavour; a body counts when it is used as text. */
export const isText = (type: Type): boolean =>
  type.k !== "never" &&
  members(type).every((m) => m.k === "unicode" || (m.k === "str" && (m.body === null || m.body.isText)));
/** A `str` that stays bytes: `Uint8Array` in TypeScript. */
export const isBytes = (type: Type): boolean =>
  type.k !== "never" &&
  members(type).every((m) => m.k === "bytes" || (m.k === "str" && m.body !== null && !m.body.isText));
export const isNumber = (type: Type): boolean => only(type, "int", "float", "bool");
export const isLong = (type: Type): boolean => has(type, "long") && only(type, "int", "long", "bool");
export const isInteger = (type: Type): boolean => only(type, "int", "bool");
export const isAscii = (type: Type): boolean => type.k === "str" && type.ascii;

/** Marks every body in a type as text: an operation on it needs characters. */
export function asText(type: Type): Type {
  for (const m of members(type)) if (m.k === "str") m.body?.useAsText();
  return type;
}

/** Bodies that are taken as the bytes they are. */
export function asData(type: Type): void {
  for (const m of members(type)) if (m.k === "str") m.body?.useAsData();
}

/** Bodies that an argument of any type is or, for `len`, that are counted. */
export function asAny(type: Type, isCounted: boolean): void {
  for (const m of members(type))
    if (m.k === "str") {
      if (isCounted) m.body?.useAsCounted();
      else m.body?.useAsAny();
    }
}

/** All bodies in a value, however deep, are used as text. */
export function asTextThroughout(type: Type, seen = new Set<Type>()): void {
  if (seen.has(type)) return;
  seen.add(asText(type));
  for (const m of members(type)) {
    if ("elem" in m) asTextThroughout(m.elem.type, seen);
    if (m.k === "tuple") for (const item of m.items) asTextThroughout(item, seen);
    if (m.k !== "dict") continue;
    const values = m.record ? m.record.fields.map(([, held]) => held) : [m.value.type];
    for (const held of [m.key.type, ...values]) asTextThroughout(held, seen);
  }
}
