import type { Generator } from "./generator.ts";
import { type StatementMaker, suite } from "./statements.ts";
import { bool, dictOf, int, listOf, setOf, str, tupleOf, type Type } from "./types.ts";

const conditional: StatementMaker = (g) => {
  const lines = [`if ${g.expr(g.pick([bool, g.type(1)]))}:`, ...suite(g)];
  if (g.chance(1, 3)) lines.push(`elif ${g.expr(bool)}:`, ...suite(g));
  if (g.chance(1, 2)) lines.push("else:", ...suite(g));
  return lines;
};

/** What a loop goes over, and its targets. */
function header(g: Generator): { readonly head: string; readonly names: readonly (readonly [string, Type])[] } {
  const type = g.type(1);
  const iterable = (): string => g.expr(listOf(type));
  const name = g.fresh();
  switch (g.number(0, 6)) {
    case 0:
      return { head: `for ${name} in ${g.pick(["range", "xrange"])}(${g.number(0, 4)}):`, names: [[name, int]] };
    case 1:
      return { head: `for ${name} in ${iterable()}:`, names: [[name, type]] };
    case 2:
      return { head: `for ${name} in ${g.expr(str)}[:4]:`, names: [[name, str]] };
    case 3: {
      const index = g.fresh();
      return {
        head: `for ${index}, ${name} in enumerate(${iterable()}):`,
        names: [
          [index, int],
          [name, type],
        ],
      };
    }
    case 4: {
      const value = g.fresh();
      const dict = g.expr(dictOf(g.pick([str, int]), type));
      const sorted = g.chance(1, 2) ? ["sorted(", ")"] : ["", ""];
      return {
        head: `for ${name}, ${value} in ${sorted[0]}${dict}.${g.pick(["items", "iteritems"])}()${sorted[1]}:`,
        names: [[value, type]],
      };
    }
    case 5:
      return { head: `for ${name} in ${g.expr(g.pick([dictOf(str, int), setOf(str)]))}:`, names: [[name, str]] };
    default: {
      const other = g.fresh();
      return {
        head: `for ${name}, ${other} in ${g.expr(listOf(tupleOf(type, int)))}:`,
        names: [
          [name, type],
          [other, int],
        ],
      };
    }
  }
}

const forLoop: StatementMaker = (g) => {
  const { head, names } = header(g);
  const body = g.inside(true, () => {
    for (const [name, type] of names) g.scope.set(name, type);
    return suite(g, true);
  });
  const lines = [head, ...body];
  if (g.chance(1, 4)) lines.push("else:", ...suite(g));
  // After the loop a name keeps its last value, if there was one.
  if (g.chance(1, 4)) lines.push(`print ${names.map(([name]) => name).join(", ")}`);
  return lines;
};

const whileLoop: StatementMaker = (g) => {
  const name = g.scope.numbered("w");
  const limit = g.number(0, 4);
  const body = g.inside(true, () => suite(g, true));
  const lines = [
    `${name} = 0`,
    `while ${name} < ${limit}${g.chance(1, 4) ? ` and ${g.expr(bool)}` : ""}:`,
    `    ${name} += 1`,
    ...body,
  ];
  if (g.chance(1, 4)) lines.push("else:", ...suite(g));
  return lines;
};

const CAUGHT = [
  "Exception",
  "ValueError",
  "(KeyError, IndexError)",
  "ZeroDivisionError",
  "LookupError",
  "StandardError",
  "TypeError",
];

const guarded: StatementMaker = (g) => {
  const lines = ["try:", ...suite(g)];
  if (g.chance(1, 6)) return [...lines, "finally:", ...suite(g)];
  for (let i = g.number(1, 2); i > 0; i--) {
    const name = g.scope.numbered("e");
    const binding = g.pick([`, ${name}`, ` as ${name}`, ""]);
    const told =
      binding === ""
        ? ["    print 'caught'"]
        : [
            `    print ${g.pick([`type(${name}).__name__, ${name}`, `${name}.__class__.__name__, str(${name})`, `repr(${name})`, `${name}.args`])}`,
          ];
    lines.push(
      `except ${g.pick(CAUGHT)}${binding}:`,
      ...told,
      ...(g.chance(1, 4) ? suite(g) : []),
      ...(g.chance(1, 8) ? ["    raise"] : []),
    );
  }
  if (g.chance(1, 4)) lines.push("else:", ...suite(g));
  if (g.chance(1, 4)) lines.push("finally:", ...suite(g));
  return lines;
};

export const compound: readonly StatementMaker[] = [conditional, forLoop, forLoop, whileLoop, guarded];
