import { partly } from "./built-in-part.ts";
import { contents } from "./comparable.ts";
import { members } from "./join.ts";
import { isSpecial } from "./special-names.ts";
import type { Type } from "./types.ts";
import type * as py from "../python/ast.ts";
import type { Reading } from "./reading.ts";

/** A special method of the program answers: an object is compared, counted, tested, shown, indexed or given to the library, alone or in a container. */
export function asksObject(context: Reading, node: py.Node): boolean {
  const answers = (e: py.Expression | null): boolean => e !== null && hasAnswers(context.typeOf(e));
  const holdsAnswers = (e: py.Expression | null): boolean => e !== null && holdsObject(context.typeOf(e));
  switch (node.kind) {
    case "BinOp":
      return holdsAnswers(node.left) || holdsAnswers(node.right);
    case "Compare":
      return [node.left, ...node.comparators].some(holdsAnswers);
    case "UnaryOp":
      return answers(node.operand);
    case "BoolOp":
      return node.values.some(answers);
    case "If":
    case "While":
    case "Assert":
    case "IfExp":
      return answers(node.test);
    case "Subscript":
      return answers(node.value) || (node.slice.type === "index" && holdsAnswers(node.slice.value));
    case "AugAssign":
      return holdsAnswers(node.value) || answers(node.target);
    case "Print":
      return node.values.some(holdsAnswers);
    case "Dict":
      return node.items.some(({ key }) => holdsAnswers(key));
    case "Set":
      return node.elts.some(holdsAnswers);
    case "Call":
      return [...node.args, ...node.keywords.map(({ value }) => value)].some(holdsAnswers);
    case "Repr":
      return holdsAnswers(node.value);
    default:
      return false;
  }
}

/** An object of a class with special methods, or what may be one. */
const hasAnswers = (type: Type): boolean =>
  members(type).some(
    (m) =>
      m.k === "unknown" ||
      (m.k === "instance" &&
        m.cls.lineage.some((cls) => [...cls.methods.keys()].some((name) => isSpecial(name) && name !== "__init__"))),
  );

const DEEPEST = 4;

const holdsObject = (type: Type, depth = DEEPEST): boolean =>
  hasAnswers(type) ||
  (depth > 0 && members(partly(type)).some((m) => contents(m).some((held) => holdsObject(held, depth - 1))));
