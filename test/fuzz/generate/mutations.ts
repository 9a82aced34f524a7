import type { Generator } from "./generator.ts";
import type { StatementMaker } from "./statements.ts";
import { dictOf, int, type Kind, listOf, sameType, type TypeOf } from "./types.ts";

type Change<K extends Kind> = (g: Generator, name: string, type: TypeOf<K>) => string | null;

const index = (g: Generator): string => String(g.number(-2, 3));

const lists: readonly Change<"list">[] = [
  (g, name, { of }) => `${name}.append(${g.expr(of)})`,
  (g, name, { of }) => `${name}.insert(${index(g)}, ${g.expr(of)})`,
  (g, name, type) => `${name}.extend(${g.expr(type)})`,
  (g, name, type) => `${name} += ${g.expr(type)}`,
  (g, name) => `print ${name}.pop(${g.pick(["", "0", "-1"])})`,
  (g, name, { of }) => `${name}.remove(${g.expr(of)})`,
  (_, name) => `${name}.reverse()`,
  (g, name) =>
    `${name}.sort(${g.pick(["", "reverse=True", "key=str", "key=lambda q: repr(q)", "cmp=lambda p, q: cmp(q, p)", "lambda p, q: cmp(q, p)"])})`,
  (g, name, { of }) => `${name}[${index(g)}] = ${g.expr(of)}`,
  (g, name) => `del ${name}[${g.pick(["0", "-1", "1:", ":2", ":"])}]`,
  (g, name, type) => `${name}[${g.pick(["1:2", ":0", ":", "-1:"])}] = ${g.expr(type)}`,
  (g, name, { of }) => (of.k === "list" ? `${name}[0].append(${g.expr(of.of)})` : null),
];

const dicts: readonly Change<"dict">[] = [
  (g, name, { key, value }) => `${name}[${g.expr(key)}] = ${g.expr(value)}`,
  (g, name, { key }) => `del ${name}[${g.expr(key)}]`,
  (g, name, { key }) => `print ${name}.pop(${g.expr(key)})`,
  (g, name, { key, value }) => `print ${name}.pop(${g.expr(key)}, ${g.expr(value)})`,
  (g, name, { key, value }) => `print ${name}.setdefault(${g.expr(key)}, ${g.expr(value)})`,
  (g, name, type) => `${name}.update(${g.expr(type)})`,
  (_, name) => `${name}.clear()`,
  (g, name, { key }) => `print ${name}.get(${g.expr(key)})`,
  (_, name) => `print sorted(${name}.items())`,
  (_, name) => `print ${name}.keys(), ${name}.values(), len(${name})`,
  (g, name, { key, value }) =>
    value.k === "list" ? `${name}.setdefault(${g.expr(key)}, []).append(${g.expr(value.of)})` : null,
  (g, name, { key, value }) => {
    if (value.k !== "int") return null;
    const at = g.atom(key);
    return g.pick([`${name}[${at}] = ${name}.get(${at}, 0) + 1`, `${name}[${at}] += ${g.number(-1, 5)}`]);
  },
];

const sets: readonly Change<"set">[] = [
  (g, name, { of }) => `${name}.add(${g.expr(of)})`,
  (g, name, { of }) => `${name}.discard(${g.expr(of)})`,
  (g, name, { of }) => `${name}.remove(${g.expr(of)})`,
  (g, name, type) => `${name}.update(${g.expr(type)})`,
  (g, name, type) => `${name} ${g.pick(["|", "&", "-"])}= ${g.expr(type)}`,
];

/** Changes a container in scope, or a new one, and shows it. */
export const mutation: StatementMaker = (g) => {
  const held = g.scope.all().filter(([, { k }]) => k === "list" || k === "dict" || k === "set");
  const lines: string[] = [];
  let [name, type] =
    held.length > 0 && !g.chance(1, 4)
      ? g.pick(held)
      : [null, g.pick([listOf(g.type(1)), dictOf(g.keyType(), g.type(1)), { k: "set", of: g.keyType() } as const])];
  if (name === null) {
    const value = g.atom(type);
    lines.push(`${(name = g.fresh())} = ${value}`);
    g.scope.set(name, type);
  }
  const other = g.scope.variables(type).find((n) => n !== name);
  if (other !== undefined && g.chance(1, 6)) lines.push(`${other} = ${name}`);
  for (let i = g.number(1, 3); i > 0; i--) {
    const made =
      type.k === "list"
        ? g.pick(lists)(g, name, type)
        : type.k === "dict"
          ? g.pick(dicts)(g, name, type)
          : type.k === "set"
            ? g.pick(sets)(g, name, type)
            : null;
    if (made !== null) lines.push(made);
  }
  lines.push(`print ${name}`);
  if (sameType(type, listOf(int)) && g.chance(1, 3)) lines.push(`print sum(${name}), len(${name})`);
  return lines;
};
