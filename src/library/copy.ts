import { type Type } from "../analysis/types.ts";
import { array, call, method, spread } from "../emit/build.ts";
import { type CallEmit, type Emitted, fn, type LibraryModule } from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { members } from "../analysis/join.ts";

const unchanging = new Set([
  "none",
  "bool",
  "int",
  "long",
  "float",
  "str",
  "unicode",
  "bytes",
  "func",
  "class",
  "libclass",
  "libfn",
  "module",
]);

/** Whether all that a value is made of can be copied without asking its class. */
function isPlain(type: Type, seen = new Set<Type>()): boolean {
  if (seen.has(type)) return true;
  seen.add(type);
  return members(type).every((m) => {
    if (m.k === "list" || m.k === "set") return isPlain(m.elem.type, seen);
    if (m.k === "dict") return isPlain(m.key.type, seen) && isPlain(m.value.type, seen);
    if (m.k === "tuple" && m.of) return false;
    if (m.k === "tuple") return m.items.every((item) => isPlain(item, seen));
    return m.k === "json" || unchanging.has(m.k);
  });
}

function shallow(c: CallEmit): Emitted {
  const type = c.type("x");
  if (members(type).every((m) => unchanging.has(m.k) || m.k === "tuple")) return c.ts("x");
  if (type.k === "list") return array([spread(c.ts("x"))]);
  if (type.k === "dict" || type.k === "set") return method(c.ts("x"), "copy");
  return "copy() of an object: its class may have a say in it";
}

export const copy: LibraryModule = {
  name: "copy",
  members: {
    copy: fn("x", (c) => c.type("x"), shallow, { asksClass: true }),
    deepcopy: fn(
      "x",
      (c) => c.type("x"),
      (c): Emitted => {
        const type = c.type("x");
        if (type.k === "never" || !isPlain(type)) return "deepcopy() of an object: its class may have a say in it";
        return members(type).every((m) => unchanging.has(m.k))
          ? c.ts("x")
          : call(c.runtime("python", "deepCopy"), [c.ts("x")]);
      },
      { asksClass: true },
    ),
    ...refusedAll("Error error PyStringMap dispatch_table name t", "a part of the module that nobody is meant to use"),
  },
};
