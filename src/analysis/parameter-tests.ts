import type { PySymbol } from "../program/scope.ts";
import { builtInsWith } from "../library/built-in-attributes.ts";
import type { Clock } from "./cells.ts";
import { members, union } from "./join.ts";
import { instanceOf, surelyIs } from "./narrow.ts";
import { mayBeOfKind, pythonKind } from "./python-kinds.ts";
import { bool, dictOf, float, int, listOf, none, sequenceOf, setOf, type Type, unknown } from "./types.ts";

/** What a program asks of the type of a parameter: `isinstance(x, list)`, `type(x) == dict`, `hasattr(x, 'read')`, `callable(x)`. */
export type AskedOfParameter = { readonly classes: readonly Type[] } | { readonly attribute: string } | "callable";

/**
 * The tests of the type of each parameter. A test tells that values come that pass it and values that do not: a type which decides it,
 * suggested by another use, would be too narrow a guess.
 */
export class ParameterTests {
  private readonly asked = new Map<PySymbol, Map<string, AskedOfParameter>>();
  /** The parameters that each is handed on to, whose tests are tests of it. */
  private readonly handedTo = new Map<PySymbol, Set<PySymbol>>();

  note(symbol: PySymbol, asked: AskedOfParameter): void {
    const known = this.asked.get(symbol) ?? new Map<string, AskedOfParameter>();
    known.set(keyOf(asked), asked);
    this.asked.set(symbol, known);
  }

  handOn(from: PySymbol, to: PySymbol): void {
    const known = this.handedTo.get(from);
    if (known) known.add(to);
    else this.handedTo.set(from, new Set([to]));
  }

  /** A suggested type and what the tests ask for beside it; of no type that is known where they would still be decided. */
  widened(symbol: PySymbol, type: Type, clock: Clock): Type {
    const asked = [...this.reachedFrom(symbol)].flatMap((at) => [...(this.asked.get(at)?.values() ?? [])]);
    const wider = asked.reduce((t, a) => union([t, ...askedFor(a, t, clock)]), type);
    return asked.some((a) => decides(wider, a)) ? union([wider, unknown]) : wider;
  }

  /** A parameter, and those that it is handed on to. */
  reachedFrom(symbol: PySymbol): ReadonlySet<PySymbol> {
    const reached = new Set([symbol]);
    for (const at of reached) for (const to of this.handedTo.get(at) ?? []) reached.add(to);
    return reached;
  }
}

const keyOf = (asked: AskedOfParameter): string =>
  asked === "callable"
    ? asked
    : "attribute" in asked
      ? `.${asked.attribute}`
      : asked.classes.map((c) => (c.k === "class" ? `class${c.cls.id}` : c.k === "libclass" ? c.name : c.k)).join();

/** The types of values that pass a test, where none of the type does. */
function askedFor(asked: AskedOfParameter, type: Type, clock: Clock): readonly Type[] {
  if (asked === "callable" || "attribute" in asked) return [];
  return asked.classes
    .filter((cls) => !members(type).some((m) => surelyIs(m, cls)))
    .flatMap((cls): readonly Type[] => {
      if (cls.k === "class") return [{ k: "instance", cls: cls.cls }];
      if (cls.k !== "libclass") return [];
      if (!cls.name.startsWith("builtins.")) return [instanceOf(cls)];
      return sample(cls.name.slice("builtins.".length), clock);
    });
}

/** A value of a built-in class; none for a text, which is told from another kind of text by nothing but Python. */
function sample(name: string, clock: Clock): readonly Type[] {
  switch (name) {
    case "NoneType":
      return [none];
    case "bool":
      return [bool];
    case "int":
    case "long":
      return [int];
    case "float":
      return [float];
    case "list":
      return [listOf(clock, unknown)];
    case "tuple":
      return [sequenceOf(clock, unknown)];
    case "dict":
      return [dictOf(clock, unknown, unknown)];
    case "set":
    case "frozenset":
      return [setOf(clock, unknown)];
    default:
      return [];
  }
}

/** Whether all values of the type pass a test, or none does. Which kind of text a text is, is told by no test here: that stays a guess. */
function decides(type: Type, asked: AskedOfParameter): boolean {
  const all = members(type);
  if (all.some((m) => m.k === "unknown")) return false;
  if (asked === "callable") return !all.some(isCalled) || all.every(isCalled);
  if ("attribute" in asked) {
    const having = builtInsWith(asked.attribute);
    const passing = all.filter((m) => m.k !== "instance" && having.has(pythonKind(m) ?? m.k));
    return all.every((m) => m.k !== "instance") && (passing.length === 0 || passing.length === all.length);
  }
  const { classes } = asked;
  if (classes.some((c) => c.k !== "libclass" || !c.name.startsWith("builtins."))) return false;
  const passes = (m: Type): boolean => classes.some((cls) => surelyIs(m, cls));
  const isOfTexts = classes.every((c) => c.k === "libclass" && ["builtins.str", "builtins.unicode"].includes(c.name));
  if (isOfTexts && classes.length === 1 && all.every(isText)) return false;
  return all.every(passes) || !all.some((m) => passes(m) || classes.some((c) => mayBeOne(m, c)));
}

const mayBeOne = (type: Type, cls: Type): boolean =>
  cls.k === "libclass" && mayBeOfKind(type, cls.name.slice("builtins.".length));

const isText = (type: Type): boolean => type.k === "str" || type.k === "unicode" || type.k === "bytes";

const isCalled = (type: Type): boolean => ["func", "class", "libclass", "libfn", "method", "instance"].includes(type.k);
