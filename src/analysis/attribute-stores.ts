import type { Program, ProgramModule } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import { targetParts, targetsOf } from "../python/targets.ts";
import { walk } from "../python/walk.ts";
import { flowNode } from "./integer-flow.ts";

/** Who stores in attributes, by their names: what is read of one module alone is all that there is only where nobody else does. */
export class AttributeStores {
  private readonly owners = new Map<string, Set<string>>();
  /** Attributes are stored under names that are computed, or by way of `__dict__`. */
  private isOpen = false;
  /** `setattr` where it is called with a name that is written out. */
  private readonly named = new Set<py.Name>();

  constructor(program: Program) {
    for (const module of program.modules) walk(module.tree, (node) => this.visit(module, node));
  }

  /** Only the methods of one class store in attributes of that name, each in its own object's. */
  isOwn(attribute: string): boolean {
    const owners = this.owners.get(attribute);
    return !this.isOpen && owners?.size === 1 && !owners.has(ELSEWHERE);
  }

  /** No statement stores in an attribute of that name: a module's variable of that name is its own. */
  isUnstored(attribute: string): boolean {
    return !this.isOpen && !this.owners.has(attribute);
  }

  private visit(module: ProgramModule, node: py.Node): void {
    for (const target of targetsOf(node).flatMap(targetParts))
      if (target.kind === "Attribute") this.note(target.attr, ownerOf(module, target));
    if (node.kind === "ClassDef") {
      for (const statement of node.body.body)
        for (const target of targetsOf(statement).flatMap(targetParts))
          if (target.kind === "Name") this.note(target.id, ELSEWHERE);
    } else if (node.kind === "Call" && node.func.kind === "Name" && node.func.id === "setattr") {
      const [, name] = node.args;
      if (name?.kind === "Str") {
        this.note(name.value, ELSEWHERE);
        this.named.add(node.func);
      }
    } else if (node.kind === "Name")
      this.isOpen ||= (node.id === "setattr" && !this.named.has(node)) || node.id === "vars";
    else if (node.kind === "Attribute") this.isOpen ||= node.attr === "__dict__" || node.attr === "__setattr__";
  }

  private note(attribute: string, owner: string): void {
    const owners = this.owners.get(attribute);
    if (owners) owners.add(owner);
    else this.owners.set(attribute, new Set([owner]));
  }
}

/** Any store but that of a method in its own object. */
const ELSEWHERE = "elsewhere";

function ownerOf(module: ProgramModule, target: py.Attribute): string {
  const node = flowNode(module, target);
  return typeof node === "string" ? `${module.input.module} ${node}` : ELSEWHERE;
}
