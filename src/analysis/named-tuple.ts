import { KEYWORDS } from "../python/scan/reserved-words.ts";
import type { ProgramModule } from "../program/program.ts";
import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { type Type } from "./types.ts";
import { Cell, type Clock } from "./cells.ts";

let nextId = 0;

/** A class that `collections.namedtuple` makes. */
export class NamedTupleClass {
  readonly id = nextId++;
  /** What it calls itself. */
  readonly name: string;
  readonly fields: readonly string[];
  /** What its objects hold, field by field. */
  readonly cells: readonly Cell[];
  readonly module: ProgramModule;
  /** The variable of the module that holds it. */
  readonly symbol: PySymbol;

  constructor(name: string, fields: readonly string[], module: ProgramModule, symbol: PySymbol, clock: Clock) {
    this.name = name;
    this.fields = fields;
    this.module = module;
    this.symbol = symbol;
    const cells = fields.map(() => new Cell(clock));
    this.cells = cells;
    this.instance = {
      k: "tuple",
      of: this,
      get items() {
        return cells.map((cell) => cell.type);
      },
    };
  }

  /** The type of its objects. One of them may hold others: what its items are is what the fields have by then. */
  readonly instance: Type & { k: "tuple" };

  /** The type of a field of its objects; null for what is none. */
  fieldOf(name: string): Type | null {
    return this.cells[this.fields.indexOf(name)]?.type ?? null;
  }
}

/** Words that Python does not take as a field's name. */
const keywords: ReadonlySet<string> = new Set([...KEYWORDS, "exec", "print", "None"]);

/** Name and fields that a call of `namedtuple` gives in so many words, as Python takes them; null for any other call. */
export function namedTupleCall(node: py.Call): { readonly name: string; readonly fields: readonly string[] } | null {
  const [first, second, ...others] = node.args;
  if (first?.kind !== "Str" || !second || others.length > 0 || node.keywords.length > 0) return null;
  if (node.starargs || node.kwargs) return null;
  const fields = fieldNames(second);
  const isName = (word: string): boolean => /^[A-Za-z_]\w*$/.test(word) && !keywords.has(word);
  if (!fields || !isName(first.value) || new Set(fields).size !== fields.length) return null;
  return fields.every((field) => isName(field) && !field.startsWith("_")) ? { name: first.value, fields } : null;
}

function fieldNames(node: py.Expression): readonly string[] | null {
  if (node.kind === "Str") return node.value.replaceAll(",", " ").split(/\s+/).filter(Boolean);
  if (node.kind !== "List" && node.kind !== "Tuple") return null;
  const names = node.elts.map((e) => (e.kind === "Str" ? e.value : null));
  return names.every((name) => name !== null) ? names : null;
}

/** Why the class does not take the arguments of a call, in the words of its `__new__`; null where it does, or their number is not known. */
export function misfitOf(of: NamedTupleClass, node: py.Call): string | null {
  if (node.starargs || node.kwargs) return null;
  const most = of.fields.length + 1;
  const wrongNumber = (given: number): string =>
    `__new__() takes exactly ${most} argument${most === 1 ? "" : "s"} (${given} given)`;
  if (node.args.length >= most) return wrongNumber(node.args.length + 1 + node.keywords.length);
  const filled = new Set(of.fields.slice(0, node.args.length));
  for (const { name } of node.keywords) {
    if (!of.fields.includes(name)) return `__new__() got an unexpected keyword argument '${name}'`;
    if (filled.has(name)) return `__new__() got multiple values for keyword argument '${name}'`;
    filled.add(name);
  }
  return filled.size === of.fields.length ? null : wrongNumber(filled.size + 1);
}

/** The arguments of a call of the class, by field; null where they do not fit, or their number is not known. */
export function fieldArguments(of: NamedTupleClass, node: py.Call): readonly py.Expression[] | null {
  if (node.starargs || node.kwargs || node.args.length > of.fields.length) return null;
  const given: (py.Expression | undefined)[] = of.fields.map((_, i) => node.args[i]);
  for (const { name, value } of node.keywords) {
    const at = of.fields.indexOf(name);
    if (at < 0 || given[at]) return null;
    given[at] = value;
  }
  return given.every((arg) => arg !== undefined) ? given : null;
}
