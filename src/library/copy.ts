import type { ClassInfo } from "../analysis/entities.ts";
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

/** Whether all that a value is made of can be copied without asking its class; `seen` with types and classes that are looked at already. */
function isPlain(c: CallEmit, type: Type, seen = new Set<object>()): boolean {
  if (seen.has(type)) return true;
  seen.add(type);
  return members(type).every((m) => {
    if (m.k === "list") return isPlain(c, m.elem.type, seen);
    if (m.k === "set") return isPlain(c, m.elem.type, seen) && !hasObjects(m.elem.type);
    if (m.k === "dict")
      return isPlain(c, m.key.type, seen) && isPlain(c, m.value.type, seen) && !hasObjects(m.key.type);
    if (m.k === "tuple" && m.of) return false;
    if (m.k === "tuple") return m.items.every((item) => isPlain(c, item, seen));
    if (m.k === "instance") return c.classesOf(m.cls).every((cls) => isPlainClass(c, cls, seen));
    // A method is bound to the copy of its object.
    if (m.k === "func") return m.self === null;
    return m.k === "json" || unchanging.has(m.k);
  });
}

/** Keys and items of sets are found by their hash, which of a copy is another. */
const hasObjects = (type: Type): boolean =>
  members(type).some((m) => m.k === "instance" || (m.k === "tuple" && m.items.some(hasObjects)));

/** All that objects of a class hold can be copied. */
function isPlainClass(c: CallEmit, cls: ClassInfo, seen: Set<object>): boolean {
  if (seen.has(cls)) return true;
  seen.add(cls);
  return (
    isCopiedByAttributes(cls) &&
    cls.lineage.every(
      (one) =>
        one.stored.every(({ value }) => isPlain(c, value.type, seen)) &&
        [...one.attributes].every(
          ([name, { type }]) =>
            (one.classAttributes.has(name) && !one.storedInObjects.has(name)) || isPlain(c, type, seen),
        ),
    )
  );
}

/** Methods by which a class has a say in copies of its objects, or is asked for one. */
const hooks =
  "__copy__ __deepcopy__ __getstate__ __setstate__ __reduce__ __reduce_ex__ __getinitargs__ __getnewargs__ __getattr__ __new__".split(
    " ",
  );

/** A copy of an object of the class is another object with its attributes. */
const isCopiedByAttributes = (cls: ClassInfo): boolean =>
  cls.libraryBase === null && cls.part === null && !cls.isOpaque && hooks.every((name) => !cls.has(name));

function shallow(c: CallEmit): Emitted {
  const type = c.type("x");
  if (members(type).every((m) => unchanging.has(m.k) || m.k === "tuple")) return c.ts("x");
  if (type.k === "list") return array([spread(c.ts("x"))]);
  if (type.k === "dict" || type.k === "set") return method(c.ts("x"), "copy");
  if (members(type).every((m) => m.k === "instance" && c.classesOf(m.cls).every(isCopiedByAttributes)))
    return call(c.runtime("python", "copyObject"), [c.ts("x")]);
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
        if (type.k === "never" || !isPlain(c, type)) return "deepcopy() of an object: its class may have a say in it";
        return members(type).every((m) => unchanging.has(m.k))
          ? c.ts("x")
          : call(c.runtime("python", "deepCopy"), [c.ts("x")]);
      },
      { asksClass: true },
    ),
    ...refusedAll("Error error PyStringMap dispatch_table name t", "a part of the module that nobody is meant to use"),
  },
};
