import type { ProgramModule } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import type { Facts } from "./facts.ts";
import type { Program } from "../program/program.ts";
import { has, only, without } from "./kinds.ts";
import { isThere } from "./sure-there.ts";
import type { Type } from "./types.ts";

/**
 * Reads of an attribute that may be None, where it is known not to be: `self.due` behind `if not self.due: return`. Each is taken for one
 * until a round of the inference, with the types of all that runs on the way, shows that it is not: what is left holds by induction over
 * the steps of a run, since a claim rests on what runs before it.
 */
export class SureReads {
  private readonly program: Program;
  private readonly facts: Facts;
  private readonly claimed = new Map<py.Attribute, ProgramModule>();
  private readonly refuted = new Set<py.Attribute>();

  constructor(program: Program, facts: Facts) {
    this.program = program;
    this.facts = facts;
  }

  /** The attribute is stored in as well: TypeScript has one type for both. */
  exclude(node: py.Expression): void {
    if (node.kind === "Attribute") this.refuted.add(node);
  }

  /** The type of the attribute where it is read. */
  narrow(node: py.Attribute, type: Type, module: ProgramModule): Type {
    if (node.value.kind !== "Name" || !has(type, "none") || only(type, "none") || this.refuted.has(node)) return type;
    this.claimed.set(node, module);
    return without(type, "none");
  }

  /** Looks at what the round has claimed; true if something of it was wrong. */
  refute(): boolean {
    const { program, facts } = this;
    let found = false;
    for (const [node, module] of this.claimed) {
      if (isThere({ program, facts, module, typeOf: (e) => facts.typeOf(e) }, node)) continue;
      this.refuted.add(node);
      found = true;
    }
    facts.sure.clear();
    for (const node of this.claimed.keys()) if (!this.refuted.has(node)) facts.sure.add(node);
    this.claimed.clear();
    return found;
  }
}
