import { booleans } from "./booleans.ts";
import { callOf } from "./calls.ts";
import type { Generator, Production } from "./generator.ts";
import { dicts, lists, sets, tuples } from "./containers.ts";
import { floats, ints, longs } from "./numbers.ts";
import { strs, unicodes } from "./text.ts";
import { dictOf, int, type Kind, listOf, str, type Type, type TypeOf } from "./types.ts";

/** Ways to write an expression, by its type. */
export const productions: { readonly [K in Kind]: readonly Production<TypeOf<K>>[] } = {
  int: ints,
  long: longs,
  float: floats,
  bool: booleans,
  str: strs,
  unicode: unicodes,
  none: [() => "None"],
  list: lists,
  set: sets,
  tuple: tuples,
  dict: dicts,
  instance: [(g, type) => g.atom(type)],
};

/** Ways that there are for every type. */
export const anywhere: readonly Production[] = [
  callOf,
  (g, type) => `(${g.expr(type)} if ${g.expr({ k: "bool" })} else ${g.expr(type)})`,
  (g, type) => `(${g.expr(type)} ${g.pick(["or", "and"])} ${g.expr(type)})`,
  (g, type) => `${g.expr(listOf(type))}[${g.pick(["0", "-1", "1"])}]`,
  (g, type) => `${g.expr(dictOf(str, type))}.get(${g.expr(str)}, ${g.expr(type)})`,
  (g, type) => `${g.expr(dictOf(int, type))}[${g.expr(int)}]`,
  field,
  (g, type) => {
    const name = g.scope.numbered("p");
    const value = g.expr(int);
    return `(lambda ${name}: ${g.inside(false, () => (g.scope.set(name, int), g.expr(type)))})(${value})`;
  },
];

/** An attribute of an object in scope. */
function field(g: Generator, type: Type): string | null {
  const found = g.scope
    .all()
    .flatMap(([name, of]) =>
      of.k === "instance"
        ? of.cls.attributes
            .filter((a) => a.type.k === type.k && JSON.stringify(a.type) === JSON.stringify(type))
            .map((a) => `${name}.${a.name}`)
        : [],
    );
  return found.length > 0 ? g.pick(found) : null;
}
