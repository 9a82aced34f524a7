import type { Tape } from "../tape.ts";
import { literal } from "./literals.ts";
import { anywhere, productions } from "./productions.ts";
import { Scope } from "./scope.ts";
import { bool, dictOf, float, int, listOf, setOf, str, tupleOf, type Type, unicode } from "./types.ts";

/** Writes an expression of a type; `null` where there is none in this scope. */
export type Production<T extends Type = Type> = (g: Generator, type: T) => string | null;

const DEEPEST = 3;

/** Makes Python text out of the choices on a tape. */
export class Generator {
  readonly tape: Tape;
  scope = new Scope();
  #depth = 0;
  /** What a loop goes over is short, and blocks nest a little only: a program ends soon. */
  blockDepth = 0;

  constructor(tape: Tape, scope: Scope) {
    this.tape = tape;
    this.scope = scope;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.tape.below(items.length)]!;
  }

  /** True `times` out of `outOf`; false on an empty tape. */
  chance(times: number, outOf: number): boolean {
    return this.tape.below(outOf) >= outOf - times;
  }

  number(low: number, high: number): number {
    return low + this.tape.below(high - low + 1);
  }

  several<T>(low: number, high: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.number(low, high) }, (_, index) => make(index));
  }

  fresh(): string {
    return this.scope.fresh((count) => this.tape.below(count));
  }

  /** An expression of the type. It binds as closely as an operand. */
  expr(type: Type): string {
    if (this.#depth >= DEEPEST || this.tape.isEmpty) return this.atom(type);
    this.#depth++;
    try {
      for (let tries = 0; tries < 3; tries++) {
        const own = productions[type.k] as readonly Production[];
        const made = this.pick([this.simple, ...own, ...own, ...anywhere])(this, type);
        if (made !== null) return made;
      }
      return this.atom(type);
    } finally {
      this.#depth--;
    }
  }

  /** A literal or a variable. */
  atom(type: Type): string {
    return this.simple(this, type);
  }

  readonly simple = (_: Generator, type: Type): string => {
    const names = this.scope.variables(type);
    return names.length > 0 && this.chance(2, 3) ? this.pick(names) : literal(this, type);
  };

  /** A type of values that print alike in each run. */
  type(depth = 2): Type {
    const made = this.number(0, depth > 0 ? 11 : 5);
    switch (made) {
      case 0:
      case 1:
        return int;
      case 2:
        return str;
      case 3:
        return float;
      case 4:
        return bool;
      case 5:
        return unicode;
      case 6:
      case 7:
        return listOf(this.type(depth - 1));
      case 8:
        return tupleOf(...this.several(2, 3, () => this.type(depth - 1)));
      case 9:
        return setOf(this.keyType());
      default:
        return dictOf(this.keyType(), this.type(depth - 1));
    }
  }

  keyType(): Type {
    return this.pick([str, int, str, tupleOf(int, str)]);
  }

  /** Text with a block's names kept inside. */
  inside<T>(inLoop: boolean, make: () => T): T {
    const outer = this.scope;
    this.scope = new Scope(outer, inLoop || outer.inLoop);
    this.blockDepth++;
    try {
      return make();
    } finally {
      this.scope = outer;
      this.blockDepth--;
    }
  }
}
