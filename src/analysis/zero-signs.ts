import type { Program } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import { children, walk } from "../python/walk.ts";
import type { Facts } from "./facts.ts";
import { isBuiltinName } from "./iterations.ts";
import { conversionsOf } from "./percent-format.ts";
import { type Type } from "./types.ts";
import { has, isInteger } from "./kinds.ts";
import { members } from "./join.ts";

/** Built-ins that show, count or look up an int: the sign of a zero changes nothing. */
const SHOWING = new Set("range xrange str unicode repr chr unichr hex oct bin isinstance bool".split(" "));

/** Built-ins that hand ints on as they are: no floats come of them. */
const PASSING = new Set(
  "len list tuple set frozenset dict sorted reversed min max sum abs int long enumerate zip map filter type id hash".split(
    " ",
  ),
);

interface ZeroSigns {
  /** Somewhere a float is made of an int, where the sign would be seen. */
  readonly shown: boolean;
  /** Expressions whose value goes where the sign of a zero is not seen. */
  readonly harmless: ReadonlySet<py.Node>;
}

const found = new WeakMap<Facts, ZeroSigns>();

/**
 * Whether -0 for 0 could be told in the program's further course. JavaScript's product of 0 and -1, and its `-x` of 0, is -0, which no
 * int of Python is: a float made of it has the sign.
 */
export function showsZeroSign(program: Program, facts: Facts, node: py.Node): boolean {
  let signs = found.get(facts);
  if (!signs) found.set(facts, (signs = find(program, facts)));
  return signs.shown && !signs.harmless.has(node);
}

function find(program: Program, facts: Facts): ZeroSigns {
  const harmless = new Set<py.Node>();
  let shown = false;
  for (const { tree } of program.modules)
    walk(tree, (node) => {
      shown ||= makesFloat(node, facts);
      for (const part of harmlessParts(node, facts)) harmless.add(part);
    });
  return { shown, harmless };
}

const mayBeInt = (type: Type): boolean => has(type, "int", "bool", "long", "unknown", "json");

function makesFloat(node: py.Node, facts: Facts): boolean {
  switch (node.kind) {
    case "BinOp":
      if (node.op === "%" && has(facts.typeOf(node.left), "str", "unicode")) return !showsWhole(node);
      return mixes(facts.typeOf(node.left), facts.typeOf(node.right), facts.typeOf(node));
    case "AugAssign":
      return mixes(facts.typeOf(node.target), facts.typeOf(node.value), facts.resultOf(node));
    case "Call":
      return callMakesFloat(node, facts);
    default:
      return false;
  }
}

const mixes = (left: Type, right: Type, result: Type): boolean =>
  (mayBeInt(left) || mayBeInt(right)) && has(result, "float");

/** A literal template whose places are none for floats. */
const showsWhole = ({ op, left }: py.BinOp): boolean =>
  op === "%" &&
  left.kind === "Str" &&
  (conversionsOf(left.value)?.every(({ kind }) => !/[eEfFgG]/.test(kind)) ?? false);

function callMakesFloat(node: py.Call, facts: Facts): boolean {
  const { func } = node;
  if (func.kind === "Attribute" && func.attr === "format" && func.value.kind === "Str")
    return /[eEfFgGn%]\}/.test(func.value.value);
  const callees = members(facts.typeOf(func));
  const every = (...kinds: readonly Type["k"][]): boolean =>
    callees.length > 0 && callees.every(({ k }) => kinds.includes(k));
  if (every("func", "class", "instance")) return false;
  const given = [...node.args, ...node.keywords.map(({ value }) => value)];
  if (!given.some((arg) => holdsInt(facts.typeOf(arg)))) return false;
  const isWhole = func.kind === "Name" && (SHOWING.has(func.id) || PASSING.has(func.id)) && isBuiltinName(facts, func);
  return has(facts.typeOf(node), "float") || !(isWhole || every("method"));
}

const holdsInt = (type: Type): boolean =>
  members(type).some((m) =>
    "elem" in m ? mayBeInt(m.elem.type) : m.k === "tuple" ? m.items.some(mayBeInt) : mayBeInt(m),
  );

/** The parts of a node of which a zero's sign does not matter. */
function harmlessParts(node: py.Node, facts: Facts): readonly py.Node[] {
  switch (node.kind) {
    case "Print":
      return node.values;
    case "Compare":
      return [node.left, ...node.comparators];
    case "Subscript":
      return children(node).filter((part) => part !== node.value);
    case "Call":
      return node.func.kind === "Name" && SHOWING.has(node.func.id) && isBuiltinName(facts, node.func) ? node.args : [];
    case "BinOp":
      return harmlessOperands(node, facts);
    default:
      return [];
  }
}

function harmlessOperands(node: py.BinOp, facts: Facts): readonly py.Node[] {
  const { op, left, right } = node;
  if (showsWhole(node)) return right.kind === "Tuple" ? right.elts : [right];
  if (!isInteger(facts.typeOf(left)) || !isInteger(facts.typeOf(right))) return [];
  // 0 + -0 is 0, and so is 0 - -0.
  if (op === "+") return isSigned(right) ? [] : [left];
  if (op === "-") return isSigned(left) ? [] : [right];
  // By a literal it is JavaScript's own division, which keeps the sign.
  if (op === "//" || op === "/") return [right];
  return ["%", "<<", ">>", "&", "|", "^"].includes(op) ? [left, right] : [];
}

/** What could be -0 itself. */
const isSigned = (e: py.Expression): boolean =>
  (e.kind === "BinOp" && ["*", "/", "//"].includes(e.op)) || e.kind === "UnaryOp";
