import type { ProgramModule } from "../program/program.ts";
import type { Occurrence } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import type { Facts } from "./facts.ts";
import { type Type } from "./types.ts";
import { Cell, type Clock } from "./cells.ts";
import { has } from "./kinds.ts";
import { members } from "./join.ts";

/** What a library function is given, and gives, where it is called as the value of a variable, of a table, of a parameter. */
export interface HeldCall {
  readonly args: readonly Cell[];
  readonly result: Cell;
  /** Called with keywords or `*args`, or with different numbers of arguments. */
  isOdd: boolean;
}

/** The calls of library functions and classes that are held as values, by function. */
export class HeldCalls {
  private readonly calls = new Map<string, HeldCall>();
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Notes a call; `args` are null where they are not plain positional ones. */
  note(callee: Type, args: readonly Type[] | null, result: Type): void {
    const name = heldName(callee);
    if (name === null) return;
    let call = this.calls.get(name);
    if (!call) {
      const cells = (args ?? []).map(() => new Cell(this.clock));
      this.calls.set(name, (call = { args: cells, result: new Cell(this.clock), isOdd: false }));
      this.clock.ticks++;
    }
    if (args?.length !== call.args.length) call.isOdd = true;
    args?.forEach((type, i) => call.args[i]?.grow(type));
    call.result.grow(result);
  }

  /** Null where it is never called so, or not in one way. */
  of(callee: Type): HeldCall | null {
    const call = this.calls.get(heldName(callee) ?? "");
    return call && !call.isOdd ? call : null;
  }
}

/** The name of a library function or class, or of a method of a built-in type that is taken of the type: `str.upper`. */
function heldName(type: Type): string | null {
  if (type.k === "libfn" || type.k === "libclass") return type.name;
  if (type.k !== "method" || type.receiver.k !== "libclass") return null;
  return `${type.receiver.name}.${type.name}`;
}

/**
 * Modules and library functions are no values of the translation. What a variable holds that is given one of several, or one out of a table,
 * is; a name that an import or an assignment from another name gives is just another word for it.
 */
export function isEntity(type: Type, writes: readonly Occurrence[] | null = null): boolean {
  const all = members(type);
  if (all.length === 0 || !all.every((m) => m.k === "module" || m.k === "libfn" || m.k === "libclass")) return false;
  if (all.some((m) => m.k === "module" && !m.local) || writes?.some(isImport)) return true;
  return all.length === 1 && (writes === null || writes.every(isAnotherName));
}

const isImport = ({ node }: Occurrence): boolean => "asname" in node;

function isAnotherName({ place }: Occurrence): boolean {
  const statement = place.block.body[place.index];
  return statement?.kind === "Assign" && (statement.value.kind === "Name" || statement.value.kind === "Attribute");
}

/** The callee is a library function by its own name, or a name that always stands for it: not the value of anything. */
export function isNamedDirectly(func: py.Expression, facts: Facts, module: ProgramModule): boolean {
  if (func.kind === "Name") {
    const symbol = module.bindings.symbols.get(func);
    if (!symbol) return true;
    return !symbol.isParameter && !symbol.scope.isComprehension && facts.isEntity(symbol);
  }
  if (func.kind !== "Attribute") return false;
  const receiver = facts.typeOf(func.value);
  if (!has(receiver, "instance", "class", "module")) return true;
  if (receiver.k !== "module") return false;
  return !receiver.local || isEntity(facts.typeOf(func));
}
