import { compound } from "./blocks.ts";
import { definitions } from "./definitions.ts";
import type { Generator } from "./generator.ts";
import { mutation } from "./mutations.ts";
import { bool, float, int, listOf, str, tupleOf, type Type } from "./types.ts";

/** Writes a statement, as lines. */
export type StatementMaker = (g: Generator) => string[] | null;

const printed = (g: Generator): string[] => {
  // What comes later on the line seldom raises: Python has printed the half of it then.
  const items = g.several(1, 3, (i) => (i === 0 || g.chance(1, 12) ? g.expr(g.type()) : g.atom(g.type(0)))).join(", ");
  return [`print ${items}${g.chance(1, 12) ? "," : ""}`];
};

const assigned = (g: Generator): string[] => {
  const type = g.type();
  const value = g.expr(type);
  const known = g.scope.variables(type);
  const name = known.length > 0 && g.chance(1, 3) ? g.pick(known) : g.fresh();
  g.scope.set(name, type);
  return [`${name} = ${value}`];
};

/** A name that is given a value of another type than it had. */
const retyped = (g: Generator): string[] | null => {
  const names = g.scope.all().filter(([, type]) => type.k !== "instance");
  if (names.length === 0 || g.blockDepth > 0) return null;
  const [name] = g.pick(names);
  const type = g.type();
  const value = g.expr(type);
  g.scope.set(name, type);
  return [`${name} = ${value}`];
};

const unpacked = (g: Generator): string[] => {
  const types = g.several(2, 3, () => g.type(1));
  const value = g.chance(1, 2) ? g.expr(tupleOf(...types)) : types.map((type) => g.expr(type)).join(", ");
  const names = types.map(() => g.fresh());
  types.forEach((type, i) => g.scope.set(names[i]!, type));
  return [`${names.join(", ")} = ${value}`];
};

const augmented = (g: Generator): string[] | null => {
  const type = g.pick<Type>([int, str, float, listOf(int), listOf(str)]);
  const names = g.scope.variables(type);
  if (names.length === 0) return null;
  const op =
    type.k === "int"
      ? g.pick(["+", "-", "//", "%", "/", "|", "&"])
      : type.k === "float"
        ? g.pick(["+", "-", "*", "/"])
        : "+";
  return [`${g.pick(names)} ${op}= ${g.expr(type)}`];
};

const twice = (g: Generator): string[] => {
  const type = g.type(1);
  const value = g.expr(type);
  const names = [g.fresh(), g.fresh()];
  for (const name of names) g.scope.set(name, type);
  return [`${names.join(" = ")} = ${value}`, `print ${names.join(", ")}`];
};

const others: StatementMaker = (g) =>
  g.pick([
    () => [`assert ${g.expr(bool)}, ${g.expr(str)}`],
    () => [`sys.stdout.write(${g.expr(str)} + '\\n')`],
    () => ["print"],
    () => [`print ${g.expr(g.type())}, ${g.expr(str)},`, `print ${g.expr(int)}`],
    () => (g.scope.inLoop ? [`if ${g.expr(bool)}:`, `    ${g.pick(["break", "continue"])}`] : null),
    () => {
      const names = g.scope.all();
      return names.length > 0
        ? [
            `print ${names
              .slice(-3)
              .map(([name]) => name)
              .join(", ")}`,
          ]
        : null;
    },
    () => [
      `raise ${g.pick(["ValueError", "KeyError", "RuntimeError", "IndexError", "TypeError"])}(${g.pick([g.expr(str), g.expr(int), ""])})`,
    ],
    () => [`if ${g.expr(bool)}: raise ${g.pick(["ValueError", "KeyError", "StopIteration"])}, ${g.expr(str)}`],
  ])();

const makers: readonly StatementMaker[] = [
  printed,
  printed,
  printed,
  assigned,
  assigned,
  printed,
  unpacked,
  augmented,
  twice,
  mutation,
  mutation,
  retyped,
  others,
  ...compound,
  ...definitions,
];

/** One statement of any kind. */
export function statement(g: Generator): string[] {
  const usable = g.blockDepth >= 3 ? [printed, assigned, augmented, mutation, others] : makers;
  return g.pick(usable)(g) ?? printed(g);
}

/** A few statements, indented, with their names kept inside. */
export function suite(g: Generator, inLoop = false): string[] {
  return g.inside(inLoop, () =>
    g
      .several(1, 3, () => statement(g))
      .flat()
      .map((line) => `    ${line}`),
  );
}
