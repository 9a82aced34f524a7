import { argumentsFor } from "./calls.ts";
import { functionBody, parameters, written } from "./definitions.ts";
import type { Generator } from "./generator.ts";
import type { StatementMaker } from "./statements.ts";
import { bool, type ClassShape, type FunctionShape, int, listOf, str, type Type } from "./types.ts";

/** Special methods that say something of an object, and what they are tried with. */
const SPECIAL: readonly {
  readonly name: string;
  readonly result: Type;
  readonly params: readonly string[];
  readonly use: (o: string) => string;
}[] = [
  { name: "__str__", result: str, params: [], use: (o) => `print ${o}, str(${o}), '%s' % ${o}` },
  { name: "__repr__", result: str, params: [], use: (o) => `print [${o}], repr(${o}), ${o}` },
  { name: "__len__", result: int, params: [], use: (o) => `print len(${o}), bool(${o})` },
  { name: "__nonzero__", result: bool, params: [], use: (o) => `print ${o} and 1, not ${o}` },
  { name: "__getitem__", result: int, params: ["at"], use: (o) => `print ${o}[3]` },
  { name: "__contains__", result: bool, params: ["at"], use: (o) => `print 3 in ${o}, 3 not in ${o}` },
  { name: "__call__", result: int, params: ["at"], use: (o) => `print ${o}(4)` },
  { name: "__eq__", result: bool, params: ["other"], use: (o) => `print ${o} == ${o}, [${o}].count(${o})` },
  { name: "__cmp__", result: int, params: ["other"], use: (o) => `print ${o} < ${o}, ${o} == ${o}` },
  { name: "__iter__", result: listOf(int), params: [], use: (o) => `print list(${o})` },
  { name: "__add__", result: int, params: ["other"], use: (o) => `print ${o} + 3` },
  { name: "__hash__", result: int, params: [], use: (o) => `print len(set([${o}]))` },
];

const COMMON = 7;

/** A class with attributes and methods, sometimes on another class; then an object of it, used. */
export const classDefinition: StatementMaker = (g) => {
  if (g.blockDepth > 0) return null;
  const base = g.scope.classes.length > 0 && g.chance(1, 2) ? g.pick(g.scope.classes) : null;
  const name = g.scope.numbered("C");
  const params = parameters(g, 2);
  const own = params.map((p) => ({ name: g.pick([p.name, `_${p.name}`, `${p.name}_value`]), type: p.type }));
  const attributes = [...(base?.attributes ?? []), ...own];
  const lines = [`class ${name}${base ? `(${base.name})` : g.pick(["(object)", "(object)", "", "(Exception)"])}:`];
  if (g.chance(1, 4)) {
    const type = g.type(1);
    const shared = g.fresh();
    lines.push(`    ${shared} = ${g.atom(type)}`);
    attributes.push({ name: shared, type });
  }
  lines.push(`    def __init__(${["self", ...written(params)].join(", ")}):`);
  if (base)
    lines.push(
      `        ${g.chance(1, 2) ? `${base.name}.__init__(self` : `super(${name}, self).__init__(`}${base.init.params
        .map((p) => `${g.pick(["", ""])}${g.atom(p.type)}`)
        .map((a, i) => (i > 0 || lines.at(-1) === "" ? a : a))
        .join(", ")})`.replace("(self", base.init.params.length > 0 ? "(self, " : "(self"),
    );
  params.forEach((p, i) => lines.push(`        self.${own[i]!.name} = ${p.name}`));
  if (params.length === 0 && !base) lines.push("        pass");
  const init: FunctionShape = { name, params, rest: null, keywords: null, result: int };
  const self: ClassShape = { name, init, attributes, methods: base?.methods ?? [] };
  const methods: FunctionShape[] = [...self.methods];
  for (let i = g.number(0, 2); i > 0; i--) {
    const shape: FunctionShape = {
      name: g.chance(1, 4) && base?.methods[0] ? base.methods[0].name : g.fresh(),
      params: parameters(g, 2),
      rest: null,
      keywords: null,
      result: g.type(1),
    };
    lines.push(
      `    def ${shape.name}(${["self", ...written(shape.params)].join(", ")}):`,
      ...inMethod(g, shape.params, shape.result, self),
    );
    methods.splice(0, methods.length, ...methods.filter((m) => m.name !== shape.name), shape);
  }
  const uses: ((object: string) => string)[] = [];
  for (let i = g.number(0, 2); i > 0; i--) {
    const special = SPECIAL[g.number(0, g.chance(1, 8) ? SPECIAL.length - 1 : COMMON - 1)]!;
    if (lines.some((line) => line.includes(`def ${special.name}(`))) continue;
    const params_ = special.params.map((p) => ({ name: p, type: int, preset: null }));
    const body =
      special.name === "__iter__"
        ? [`        return iter(${g.atom(listOf(int))})`]
        : inMethod(g, special.name === "__eq__" ? [] : params_, special.result, self);
    lines.push(`    def ${special.name}(${["self", ...special.params].join(", ")}):`, ...body);
    uses.push(special.use);
  }
  const shape: ClassShape = { name, init, attributes, methods };
  g.scope.classes.push(shape);
  const object = g.fresh();
  lines.push(`${object} = ${name}(${argumentsFor(g, init)})`);
  g.scope.set(object, { k: "instance", cls: shape });
  for (const use of uses) lines.push(use(object));
  for (const method of methods.slice(-2)) lines.push(`print ${object}.${method.name}(${argumentsFor(g, method)})`);
  if (attributes.length > 0)
    lines.push(
      `print ${attributes
        .slice(-2)
        .map((a) => `${object}.${a.name}`)
        .join(", ")}`,
    );
  if (g.chance(1, 4))
    lines.push(
      `print isinstance(${object}, ${base?.name ?? name}), ${object}.__class__.__name__, hasattr(${object}, 'zz')`,
    );
  return lines;
};

function inMethod(g: Generator, params: FunctionShape["params"], result: Type, self: ClassShape): string[] {
  return functionBody(g, params, result, [["self", { k: "instance", cls: self }]]).map((line) => `    ${line}`);
}
