import { bindMethod } from "../functions/takes.ts";

/** The `__init__` of a new object that is a method of it, and what it takes: `boundInit(new C(), "initC")`. */
export const boundInit = <K extends string, F extends (...args: never[]) => unknown>(made: Record<K, F>, name: K): F =>
  bindMethod(made, made[name]);
