import { plainKinds } from "./plain-kinds.ts";
import { isSpecial } from "./special-names.ts";
import type { ClassInfo } from "./entities.ts";
import { type Kind, type Type } from "./types.ts";
import { members } from "./join.ts";

/** Kinds whose values the runtime tells apart by themselves, and of which it does what Python does. */
const kinds: ReadonlySet<Kind> = new Set<Kind>(["unknown", "json", ...plainKinds]);

/** What a value is may be left to the runtime. Objects have no operators then: the runtime throws for one. */
export const isDynamic = (type: Type): boolean =>
  type.k !== "never" &&
  members(type).every((m) => kinds.has(m.k) || isFunction(m) || (m.k === "instance" && !hasOperators(m.cls)));

/** A function by itself; one bound to an object is of another type in Python. */
const isFunction = (type: Type): boolean => type.k === "func" && type.self === null && type.wraps === null;

/** A class with special methods beyond those that every operation knows. */
const hasOperators = (cls: ClassInfo): boolean =>
  cls.lineage.some((c) =>
    [...c.methods].some(
      ([name, { fn }]) =>
        isSpecial(name) && !plain.has(name) && (cls.part === null || fn.async || !ofContainers.has(name)),
    ),
  );

/** What the runtime asks a container's class for before it looks into the container. */
const ofContainers: ReadonlySet<string> = new Set(
  "__getitem__ __setitem__ __delitem__ __contains__ __iter__ __len__ __nonzero__ __eq__ __ne__ __missing__".split(" "),
);

const plain: ReadonlySet<string> = new Set(["__init__", "__str__", "__repr__", "__call__"]);
