import { builtinNamed } from "../program/builtin-name.ts";
import type { Bindings } from "../program/bind.ts";
import type * as py from "../python/ast.ts";
import type { Type } from "./types.ts";
import { versionTest } from "./version-test.ts";

/** `while True`, `if 0`: the truth of a literal test. */
export function constantTruth(test: py.Expression, bindings: Bindings): boolean | null {
  const name = builtinNamed(bindings, test);
  if (name === "True") return true;
  if (name === "False" || name === "None") return false;
  if (test.kind === "Num" && test.number.type !== "imag") return Number(test.number.value) !== 0;
  return null;
}

/** What two literals compare as: `if 1 == 2:`. */
function constantComparison(test: py.Expression): boolean | null {
  if (test.kind !== "Compare" || test.ops.length !== 1) return null;
  const [left, right] = [test.left, test.comparators[0]].map((e) =>
    e?.kind === "Num" && e.number.type === "int" ? Number(e.number.value) : null,
  );
  if (left == null || right == null) return null;
  if (test.ops[0] === "==") return left === right;
  return test.ops[0] === "!=" ? left !== right : null;
}

/** What a test gives that can give one thing alone in 2.7: of literals, or of the version; null where something else decides. */
export function decidedTest(
  test: py.Expression,
  bindings: Bindings,
  typeOf: (e: py.Expression) => Type,
): boolean | null {
  if (test.kind === "UnaryOp" && test.op === "not") {
    const inner = decidedTest(test.operand, bindings, typeOf);
    return inner === null ? null : !inner;
  }
  if (test.kind === "BoolOp") {
    const decides = test.op === "or";
    for (const value of test.values) {
      const part = decidedTest(value, bindings, typeOf);
      if (part === null || part === decides) return part;
    }
    return !decides;
  }
  return constantTruth(test, bindings) ?? constantComparison(test) ?? versionTest(test, typeOf);
}
