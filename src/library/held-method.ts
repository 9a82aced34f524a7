import { union } from "../analysis/join.ts";
import { none, type Type, unknown } from "../analysis/types.ts";
import { library } from "./index.ts";
import { impliedType, type LibraryParameter, parseSignature } from "./signature.ts";

/** The parameters of a library method that is handed on as a value: its required ones, with the types they stand for. */
export function heldParameters(
  method: Type & { k: "method" },
): readonly { readonly name: string; readonly type: Type }[] | null {
  const entry = library.memberEntry(method.receiver, method.name);
  if (entry?.kind !== "function" || (entry.async && !entry.native)) return null;
  return parseSignature(entry.params)
    .filter((p) => !p.optional && !p.variadic)
    .map((p) => ({ name: p.name, type: p.accepts.length > 0 ? acceptedType(p) : elementOf(method.receiver) }));
}

const acceptedType = (p: LibraryParameter): Type =>
  p.accepts.includes("none") ? union([impliedType(p), none]) : impliedType(p);

const elementOf = (receiver: Type): Type => ("elem" in receiver ? receiver.elem.type : unknown);
