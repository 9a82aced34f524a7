import { asciiStr, json as jsonType, type Type } from "../analysis/types.ts";
import { awaited, call, id, type object } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type Emitted, fn, type LibraryModule } from "./entry.ts";

const DUMP =
  "obj, skipkeys?, ensure_ascii?, check_circular?, allow_nan?, cls?, indent?:int|none, separators?, encoding?, default?, sort_keys?";

function dump(c: CallEmit): Emitted {
  for (const name of ["skipkeys", "check_circular", "allow_nan", "cls", "encoding", "default"]) {
    if (c.has(name)) return `json.dumps with ${name}`;
  }
  const problem = shapeProblem(c.type("obj"));
  if (problem) return problem;
  const options: [string, ts.Expression][] = [];
  const sort = c.node("sort_keys");
  if (sort) options.push(["sortKeys", c.truth(sort)]);
  if (c.has("indent")) options.push(["indent", c.ts("indent")]);
  if (c.has("separators")) options.push(["separators", c.ts("separators")]);
  const ascii = c.node("ensure_ascii");
  if (ascii) options.push(["ensureAscii", c.truth(ascii)]);
  return call(c.runtime("python", "dumpJson"), options.length > 0 ? [c.ts("obj"), properties(options)] : [c.ts("obj")]);
}

const properties = (entries: readonly [string, ts.Expression][]): ReturnType<typeof object> => ({
  type: "ObjectExpression",
  properties: entries.map(([key, value]) => ({
    type: "Property",
    key: id(key),
    value,
    kind: "init",
    computed: false,
    method: false,
    shorthand: false,
  })),
});

/** Floats are written `1.0` by Python: a container of them would need to be told apart from ints at run time. */
function shapeProblem(type: Type): string | null {
  const seen = new Set<Type>();
  const floats = (t: Type): boolean => {
    if (seen.has(t)) return false;
    seen.add(t);
    switch (t.k) {
      case "float":
        return true;
      case "union":
        return t.members.some(floats);
      case "list":
        return floats(t.elem.type);
      case "dict":
        return floats(t.value.type);
      case "tuple":
        return t.items.some(floats);
      default:
        return false;
    }
  };
  return floats(type) ? "json.dumps of floats inside a container: whole ones would lose their `.0`" : null;
}

export const json: LibraryModule = {
  name: "json",
  members: {
    loads: fn("s:text, encoding?", jsonType, (c) => call(c.runtime("python", "parseJson"), [c.ts("s")])),
    load: fn(
      "fp:urllib2.Response|urllib2.HTTPError",
      jsonType,
      (c) => call(c.runtime("python", "parseJson"), [awaited(call(c.runtime("http", "readText"), [c.ts("fp")]))]),
      { async: "inside" },
    ),
    dumps: fn(DUMP, asciiStr, dump),
  },
};
