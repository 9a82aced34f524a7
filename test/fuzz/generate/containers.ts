import type { Generator, Production } from "./generator.ts";
import { rarely } from "./rarely.ts";
import { slice } from "./text.ts";
import { bool, dictOf, int, listOf, sameType, setOf, str, tupleOf, type Type, type TypeOf } from "./types.ts";

/** `for NAME in …` over values of some type, and what NAME is. */
function source(g: Generator): { readonly clause: string; readonly names: readonly (readonly [string, Type])[] } {
  const name = g.scope.numbered("q");
  const other = g.scope.numbered("q");
  const type = g.type(1);
  switch (g.number(0, 5)) {
    case 0:
      return { clause: `for ${name} in ${g.pick(["range", "xrange"])}(${g.number(0, 5)})`, names: [[name, int]] };
    case 1:
      return { clause: `for ${name} in ${g.expr(listOf(type))}`, names: [[name, type]] };
    case 2:
      return { clause: `for ${name} in ${g.expr(str)}`, names: [[name, str]] };
    case 3:
      return {
        clause: `for ${name}, ${other} in enumerate(${g.expr(listOf(type))})`,
        names: [
          [name, int],
          [other, type],
        ],
      };
    case 4:
      return {
        clause: `for ${name}, ${other} in sorted(${g.expr(dictOf(str, int))}.items())`,
        names: [
          [name, str],
          [other, int],
        ],
      };
    default:
      return { clause: `for ${name} in sorted(${g.expr(setOf(int))})`, names: [[name, int]] };
  }
}

/** The inside of a comprehension whose element is made by `make`. */
function comprehension(g: Generator, make: () => string): string {
  const { clause, names } = source(g);
  return g.inside(false, () => {
    for (const [name, type] of names) g.scope.set(name, type);
    const test = g.chance(1, 3) ? ` if ${g.expr(bool)}` : "";
    return `${make()} ${clause}${test}`;
  });
}

function sortedOf(g: Generator, type: TypeOf<"list">): string {
  const key = g.chance(1, 3) ? `, key=lambda q: ${g.pick(["str(q)", "repr(q)", "(len(str(q)), q)", "q"])}` : "";
  const order = key === "" && g.chance(1, 4) ? ", cmp=lambda p, q: cmp(q, p)" : "";
  return `sorted(${g.expr(type)}${key}${order}${g.chance(1, 3) ? ", reverse=True" : ""})`;
}

export const lists: readonly Production<TypeOf<"list">>[] = [
  (g, type) => `(${g.expr(type)} + ${g.expr(type)})`,
  (g, type) => `(${g.expr(type)} * ${g.number(-1, 2)})`,
  (g, type) => `${g.expr(type)}${slice(g)}`,
  sortedOf,
  (g, type) => `[${comprehension(g, () => g.expr(type.of))}]`,
  (g, type) => `[${comprehension(g, () => g.expr(type.of))}]`,
  (g, type) => `list(${comprehension(g, () => g.expr(type.of))})`,
  (g, type) => `list(${g.expr(type)})`,
  (g, type) => `list(reversed(${g.expr(type)}))`,
  (g, type) => `list(itertools.${g.pick(["chain", "chain"])}(${g.expr(type)}, ${g.expr(type)}))`,
  (g, type) => `list(itertools.islice(${g.expr(type)}, ${g.number(0, 3)}))`,
  (g, type) => `copy.${g.pick(["copy", "deepcopy"])}(${g.expr(type)})`,
  (g, type) => `${g.expr(type)}[${g.atom(int)}:${g.atom(int)}]`,
  (g, type) => `[x for x in ${g.expr(type)} if x ${g.pick(["==", "!=", "<", ">="])} ${g.atom(type.of)}]`,
  (g, type) => `sorted(${g.expr(type)}, key=lambda q: (${g.pick(["q", "str(q)"])}, ${g.atom(int)}))`,
  (g, type) => `${g.pick(["sorted", "list"])}(${g.expr(dictOf(str, type.of))}.${g.pick(["values()", "itervalues()"])})`,
  (g, type) => `filter(lambda q: ${g.pick(["q", "str(q) > 'a'", "not q"])}, ${g.expr(type)})`,
  (g, type) => `filter(None, ${g.expr(type)})`,
  (g, type) => {
    const name = g.scope.numbered("q");
    const from = g.type(0);
    const values = g.expr(listOf(from));
    return `map(lambda ${name}: ${g.inside(false, () => (g.scope.set(name, from), g.expr(type.of)))}, ${values})`;
  },
  (g, type) => {
    const generators = g.scope.generators.filter(({ of }) => sameType(of, type.of));
    return generators.length > 0 ? `list(${g.pick(generators).name}(${g.number(0, 5)}))` : null;
  },
  (g, type) =>
    type.of.k === "int"
      ? `range(${g.number(-2, 6)}${g.chance(1, 2) ? `, ${g.number(-3, 9)}${g.chance(1, 2) ? `, ${g.pick(["2", "-1", "3", "-2"])}` : ""}` : ""})`
      : null,
  (g, type) => (type.of.k === "int" ? `map(${g.pick(["len", "int", "ord"])}, ${g.expr(listOf(str))})` : null),
  (g, type) =>
    type.of.k === "str" ? `${g.expr(str)}.split(${g.pick(["", "','", "' ', 1", "None", "'='", "None, 1"])})` : null,
  (g, type) =>
    type.of.k === "str"
      ? `${g.expr(str)}.${g.pick(["splitlines()", "rsplit(',', 1)", "rsplit()", "splitlines(True)"])}`
      : null,
  (g, type) => (type.of.k === "str" ? `list(${g.expr(str)})` : null),
  (g, type) => (type.of.k === "str" ? `map(${g.pick(["str", "repr"])}, ${g.expr(listOf(g.type(1)))})` : null),
  (g, type) =>
    type.of.k === "str"
      ? `re.${g.pick(["findall", "split"])}(${g.pick(["r'\\w+'", "r'[a-z]'", "r'\\s'", "r','"])}, ${g.expr(str)})`
      : null,
  (g, type) =>
    ["str", "int"].includes(type.of.k)
      ? `${g.pick(["sorted", "list"])}(${g.expr(g.pick([setOf(type.of), dictOf(type.of, int)]))})`
      : null,
  (g, type) => (["str", "int"].includes(type.of.k) ? `${g.expr(dictOf(type.of, int))}.keys()` : null),
  (g, type) => {
    if (type.of.k !== "tuple" || type.of.items.length !== 2) return null;
    const [a, b] = type.of.items as readonly [Type, Type];
    return `zip(${g.expr(listOf(a))}, ${g.expr(listOf(b))})`;
  },
  (g, type) => {
    if (type.of.k !== "tuple" || type.of.items.length !== 2) return null;
    const [a, b] = type.of.items as readonly [Type, Type];
    return a.k === "int"
      ? `list(enumerate(${g.expr(listOf(b))}${g.chance(1, 3) ? ", 1" : ""}))`
      : a.k === "str"
        ? `sorted(${g.expr(dictOf(a, b))}.items())`
        : null;
  },
];

export const tuples: readonly Production<TypeOf<"tuple">>[] = [
  (g, type) => `tuple([${type.items.map((item) => g.expr(item)).join(", ")}])`,
  (g, type) =>
    type.items.length === 2 && type.items.every(({ k }) => k === "int")
      ? `divmod(${g.expr(int)}, ${g.expr(int)})`
      : null,
  (g, type) =>
    type.items.length === 3 && type.items.every(({ k }) => k === "str") ? `${g.expr(str)}.partition(',')` : null,
  (g, type) =>
    `((${type.items
      .slice(0, 1)
      .map((item) => g.expr(item))
      .join(", ")},) + ${g.atom(tupleOf(...type.items.slice(1)))})`,
];

export const sets: readonly Production<TypeOf<"set">>[] = [
  (g, type) => `(${g.expr(type)} ${g.pick(["|", "&", "-", "^"])} ${g.expr(type)})`,
  (g, type) => `${g.expr(type)}.${g.pick(["union", "intersection", "difference"])}(${g.expr(type)})`,
  (g, type) => `set(${g.expr(listOf(type.of))})`,
  (g, type) => `set(${comprehension(g, () => g.expr(type.of))})`,
  (g, type) => `{${comprehension(g, () => g.expr(type.of))}}`,
  (g, type) => `{${g.several(1, 3, () => g.expr(type.of)).join(", ")}}`,
];

export const dicts: readonly Production<TypeOf<"dict">>[] = [
  (g, type) => `dict(${g.expr(type)})`,
  (g, type) => `dict([${g.several(0, 3, () => `(${g.expr(type.key)}, ${g.expr(type.value)})`).join(", ")}])`,
  (g, type) => `{${comprehension(g, () => `${g.expr(type.key)}: ${g.expr(type.value)}`)}}`,
  (g, type) => `dict(${comprehension(g, () => `(${g.expr(type.key)}, ${g.expr(type.value)})`)})`,
  (g, type) => `dict(zip(${g.expr(listOf(type.key))}, ${g.expr(listOf(type.value))}))`,
  (g, type) =>
    type.key.k === "str" ? `dict(${g.several(0, 3, (i) => `k${i}=${g.expr(type.value)}`).join(", ")})` : null,
  (g, type) => `${g.expr(type)}.copy()`,
  rarely((g, type) => `dict.fromkeys(${g.expr(listOf(type.key))}, ${g.expr(type.value)})`),
];
