import { classDefinition } from "./classes.ts";
import type { Generator } from "./generator.ts";
import { Scope } from "./scope.ts";
import { type StatementMaker, statement } from "./statements.ts";
import { argumentsFor } from "./calls.ts";
import { dictOf, type FunctionShape, int, listOf, type Parameter, str, type Type } from "./types.ts";

/** Parameters, those with a default last. */
export function parameters(g: Generator, most = 3): Parameter[] {
  let preset = false;
  return g.several(0, most, () => {
    preset ||= g.chance(1, 3);
    const type = g.type(1);
    return { name: g.fresh(), type, preset: preset ? g.atom(type) : null };
  });
}

export const written = (params: readonly Parameter[]): string[] =>
  params.map(({ name, preset }) => (preset === null ? name : `${name}=${preset}`));

/** A body that ends with `return` of the type. `self` and its like are in `extra`. */
export function functionBody(
  g: Generator,
  params: readonly Parameter[],
  result: Type,
  extra: readonly (readonly [string, Type])[] = [],
): string[] {
  const outer = g.scope;
  return g.inside(false, () => {
    g.scope = new Scope(outer, false);
    for (const { name, type } of params) g.scope.set(name, type);
    for (const [name, type] of extra) g.scope.set(name, type);
    const lines = g.several(0, 2, () => statement(g)).flat();
    if (g.chance(1, 4)) lines.push(`if ${g.expr({ k: "bool" })}:`, `    return ${g.expr(result)}`);
    if (g.chance(1, 8))
      return [...lines, "try:", `    return ${g.expr(result)}`, "finally:", "    print 'finally'"].map(
        (l) => `    ${l}`,
      );
    return [...lines, `return ${g.expr(result)}`].map((line) => `    ${line}`);
  });
}

const plain: StatementMaker = (g) => {
  const name = g.scope.numbered("f");
  const params = parameters(g);
  const result = g.type();
  const rest = g.chance(1, 5) ? g.type(0) : null;
  const keywords = g.chance(1, 6) ? g.type(0) : null;
  const restName = rest && g.fresh();
  const keywordsName = keywords && g.fresh();
  const shape: FunctionShape = { name, params, rest, keywords, result };
  const list = [
    ...written(params),
    ...(restName ? [`*${restName}`] : []),
    ...(keywordsName ? [`**${keywordsName}`] : []),
  ];
  const head: string[] = [];
  if (restName) head.push(`    print ${restName}`);
  if (keywordsName) head.push(`    print sorted(${keywordsName}.items())`);
  const extra: [string, Type][] = keywords && keywordsName ? [[keywordsName, dictOf(str, keywords)]] : [];
  const body = functionBody(g, params, result, extra);
  const lines = [`def ${name}(${list.join(", ")}):`, ...head, ...body];
  g.scope.functions.push(shape);
  return [...lines, `print ${name}(${argumentsFor(g, shape)})`];
};

/** A default that keeps what calls do to it. */
const remembering: StatementMaker = (g) => {
  const name = g.scope.numbered("f");
  const kept = g.fresh();
  const type = g.type(0);
  const value = g.fresh();
  return [
    `def ${name}(${value}, ${kept}=[]):`,
    `    ${kept}.append(${value})`,
    `    return ${g.pick([kept, `${kept}[:]`, `len(${kept})`])}`,
    ...g.several(1, 3, () => `print ${name}(${g.expr(type)})`),
  ];
};

const closure: StatementMaker = (g) => {
  const name = g.scope.numbered("f");
  const inner = g.scope.numbered("f");
  const param = g.fresh();
  const own = g.fresh();
  const type = g.type(0);
  const body = g.inside(false, () => {
    g.scope.set(param, type);
    g.scope.set(own, int);
    return g.expr(type);
  });
  return [
    `def ${name}(${param}):`,
    `    def ${inner}(${own}):`,
    `        return ${own}, ${body}`,
    `    return ${inner}`,
    `print ${name}(${g.expr(type)})(${g.expr(int)})`,
  ];
};

/** Functions made in a loop see what its variable is when they are called; those with a default what it was. */
const lateBinding: StatementMaker = (g) => {
  const [name, variable] = [g.fresh(), g.fresh()];
  const bound = g.chance(1, 2);
  return [
    `${name} = []`,
    `for ${variable} in range(${g.number(0, 3)}):`,
    `    ${name}.append(lambda${bound ? ` ${variable}=${variable}` : ""}: ${variable} * ${g.number(1, 5)})`,
    `print [q() for q in ${name}]`,
  ];
};

const globals: StatementMaker = (g) => {
  const name = g.scope.numbered("f");
  const names = g.scope.variables(int);
  if (names.length === 0 || g.blockDepth > 0) return null;
  const shared = g.pick(names);
  return [`def ${name}():`, `    global ${shared}`, `    ${shared} = ${g.expr(int)}`, `${name}()`, `print ${shared}`];
};

const generator: StatementMaker = (g) => {
  const name = g.scope.numbered("g");
  const of = g.type(1);
  const count = g.fresh();
  const variable = g.fresh();
  const body = g.inside(true, () => {
    g.scope.set(count, int);
    g.scope.set(variable, int);
    const lines = [`    for ${variable} in range(${count}):`];
    if (g.chance(1, 3))
      lines.push(`        if ${g.expr({ k: "bool" })}:`, `            ${g.pick(["continue", "return", "break"])}`);
    lines.push(`        yield ${g.expr(of)}`);
    if (g.chance(1, 3)) lines.push(`    yield ${g.expr(of)}`);
    return lines;
  });
  g.scope.generators.push({ name, of });
  return [
    `def ${name}(${count}):`,
    ...body,
    `print ${g.pick([`list(${name}(3))`, `[q for q in ${name}(2)]`, `${name}(1).next()`, `next(${name}(0), 'end')`])}`,
  ];
};

const recursive: StatementMaker = (g) => {
  const name = g.scope.numbered("f");
  const param = g.fresh();
  const result = g.pick([int, str, listOf(int)]);
  const step = g.inside(false, () => (g.scope.set(param, int), g.expr(result)));
  return [
    `def ${name}(${param}):`,
    `    if ${param} <= 0:`,
    `        return ${g.atom(result)}`,
    `    return ${name}(${param} - 1) + ${step}`,
    `print ${name}(${g.number(0, 4)})`,
  ];
};

export const definitions: readonly StatementMaker[] = [
  plain,
  plain,
  remembering,
  closure,
  lateBinding,
  globals,
  generator,
  recursive,
  classDefinition,
  classDefinition,
];
