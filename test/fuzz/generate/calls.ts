import type { Generator } from "./generator.ts";
import { type FunctionShape, sameType, type Type } from "./types.ts";

/** A call of a function or method in scope that gives the type. */
export function callOf(g: Generator, type: Type): string | null {
  const functions = g.scope.functions
    .filter((f) => sameType(f.result, type))
    .map((f) => ({ callee: f.name, shape: f }));
  const methods = g.scope
    .all()
    .flatMap(([name, of]) =>
      of.k === "instance"
        ? of.cls.methods.filter((m) => sameType(m.result, type)).map((m) => ({ callee: `${name}.${m.name}`, shape: m }))
        : [],
    );
  const callables = [...functions, ...methods];
  if (callables.length === 0) return null;
  const { callee, shape } = g.pick(callables);
  return `${callee}(${argumentsFor(g, shape)})`;
}

/** Arguments by place, by name, left out where there is a default, and more where `*args` or `**kwargs` takes them. */
export function argumentsFor(g: Generator, shape: FunctionShape): string {
  const given: string[] = [];
  let named = false;
  let skipped = false;
  for (const param of shape.params) {
    if (param.preset !== null && g.chance(1, 2)) {
      skipped = true;
      continue;
    }
    named ||= skipped || g.chance(1, 5);
    given.push(named ? `${param.name}=${g.expr(param.type)}` : g.expr(param.type));
  }
  if (shape.rest && !named && !skipped) given.push(...g.several(0, 2, () => g.expr(shape.rest!)));
  if (shape.keywords) given.push(...g.several(0, 2, (i) => `kw${i}=${g.expr(shape.keywords!)}`));
  return given.join(", ");
}
