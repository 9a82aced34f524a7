import { expect, test } from "vitest";
import { translate } from "../../src/index.ts";

// CPython 2.7 orders a NaN by its address: no answer is right, so that the comparison has to stop.
test.for([
  ["x, 0", true],
  ["1, x", true],
  ["(x, 1), (0, 1)", true],
  ["[0], [x]", true],
  ["{'a': x}, {'a': 2.5}", true],
  ["1, 2", false],
  ["'a', str(x)", false],
  ["(1, 'a'), (1, 'b')", false],
] as const)("cmp(%s)", async ([given, mayBeNaN]) => {
  const { code } = await translate(`import sys\nx = float(sys.argv[1])\nprint cmp(${given})\n`, {
    path: "order.py",
  });
  expect(code).toMatch(mayBeNaN ? /\bcompareAll\(/ : /\bcompare\(/);
});
