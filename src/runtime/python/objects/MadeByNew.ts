import { UntranslatedError } from "../exceptions/UntranslatedError.ts";

/**
 * The base of a class with a `__new__` of its own: the object that its constructor makes ready is the one that `__new__` gives, a new one
 * or one that is there. Python calls no `__init__`, or another one, for an object of another class.
 */
export class MadeByNew {
  constructor(...given: readonly unknown[]) {
    const cls = new.target as unknown as { __new__(...given: readonly unknown[]): object | null | undefined };
    const made = cls.__new__(...given);
    if (made?.constructor !== new.target) throw new UntranslatedError("U0109", "a __new__ that gives another object");
    return made;
  }
}
