import { binaryType } from "../analysis/operators.ts";
import { bool, never, sequenceOf, type Type, unknown } from "../analysis/types.ts";
import { call, not } from "../emit/build.ts";
import type { BinaryOperator, CompareOperator } from "../python/ast.ts";
import { type Emitted, fn, type FunctionEntry, type LibraryModule } from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { has, isInteger, isNumber } from "../analysis/kinds.ts";

/** What `itemgetter(1)` gives: a function of the library, to be handed on as a key. */
const getter: Type = { k: "method", receiver: never, name: "operator.itemgetter()" };

/** The same of several keys: a tuple. */
const severalGetter: Type = { k: "method", receiver: never, name: "operator.itemgetters()" };

const operators: readonly (readonly [string, BinaryOperator])[] = [
  ["add", "+"],
  ["concat", "+"],
  ["sub", "-"],
  ["mul", "*"],
  ["div", "/"],
  ["floordiv", "//"],
  ["mod", "%"],
  ["pow", "**"],
  ["and_", "&"],
  ["or_", "|"],
  ["xor", "^"],
  ["lshift", "<<"],
  ["rshift", ">>"],
];

const comparisons: readonly (readonly [string, CompareOperator])[] = [
  ["eq", "=="],
  ["ne", "!="],
  ["lt", "<"],
  ["le", "<="],
  ["gt", ">"],
  ["ge", ">="],
  ["is_", "is"],
  ["is_not", "is not"],
];

/** `operator.add(a, b)`: what `a + b` is. */
const binaryOperator = (op: BinaryOperator): FunctionEntry =>
  fn(
    "a, b",
    (c) => binaryType(c.clock, op, c.type("a"), c.type("b"), false),
    (c): Emitted =>
      has(c.type("a"), "instance") || has(c.type("b"), "instance")
        ? "an operator of objects: write the operator itself"
        : c.operation(op, "a", "b"),
  );

const comparison = (op: CompareOperator): FunctionEntry => fn("a, b", bool, (c) => c.operation(op, "a", "b"));

export const operator: LibraryModule = {
  name: "operator",
  members: {
    itemgetter: fn(
      "item, *items",
      (c) => (c.rest("items").length > 0 ? severalGetter : getter),
      (c) =>
        c.rest("items").length > 0
          ? call(c.runtime("python", "itemsGetter"), [c.ts("item"), ...c.restTs("items")])
          : call(c.runtime("python", "itemGetter"), [c.ts("item")]),
    ),
    "itemgetters()": fn(
      "obj",
      (c) => sequenceOf(c.clock, unknown),
      () => "what itemgetter() gave is called: index the object itself",
    ),
    "itemgetter()": fn("obj", unknown, () => "what itemgetter() gave is called: index the object itself"),
    ...refusedAll("attrgetter methodcaller", "write a lambda"),
    ...Object.fromEntries(operators.map(([name, op]) => [name, binaryOperator(op)])),
    ...Object.fromEntries(comparisons.map(([name, op]) => [name, comparison(op)])),
    truediv: fn(
      "a, b",
      (c) => binaryType(c.clock, "/", c.type("a"), c.type("b"), true),
      (c): Emitted =>
        isNumber(c.type("a")) && isNumber(c.type("b"))
          ? call(
              c.runtime(
                "python",
                isInteger(c.type("a")) && isInteger(c.type("b")) ? "trueDivideIntegers" : "trueDivide",
              ),
              [c.ts("a"), c.ts("b")],
            )
          : "a division of what is not known to be numbers: write the operator itself",
    ),
    not_: fn("a", bool, (c) => not(c.truthOf(c.ts("a"), c.type("a")))),
    truth: fn("a", bool, (c) => c.truthOf(c.ts("a"), c.type("a"))),
    contains: fn("a, b", bool, (c) => c.operation("in", "b", "a")),
    ...refusedAll(
      "abs countOf delitem delslice getitem getslice iadd iand iconcat idiv ifloordiv ilshift imod imul " +
        "index indexOf inv invert ior ipow irepeat irshift isub itruediv ixor neg pos repeat " +
        "sequenceIncludes setitem setslice",
      "write the operator itself, in a lambda where a function is wanted",
    ),
    ...refusedAll(
      "isCallable isMappingType isNumberType isSequenceType",
      "what kind of object it is: use isinstance()",
    ),
  },
};
