import { members } from "./join.ts";
import type { Type } from "./types.ts";

/** The attribute is made by a method. */
export const isProperty = (type: Type, name: string): boolean =>
  members(type).some(
    (m) => m.k === "instance" && (m.cls.findProperty(name) !== null || m.cls.findMethod("__getattr__") !== null),
  );
