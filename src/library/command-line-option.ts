import { type Type } from "../analysis/types.ts";
import { construct } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { CallEmit } from "./entry.ts";
import { type Fields } from "../analysis/cells.ts";
import { has, only } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";

// What optparse and argparse have in common.

/** A text as it is written; null for anything else. */
export const literal = (node: py.Expression | null): string | null => (node?.kind === "Str" ? node.value : null);

export const isNone = (node: py.Expression | null): boolean => node?.kind === "Name" && node.id === "None";

/** What a parser's fields hold besides the values of each destination: the types of its defaults, under this name. */
export const defaultOf = (dest: string): string => `${dest} default`;

export function firstFields(type: Type): Fields | null {
  for (const m of members(type)) if (m.k === "lib" && m.fields) return m.fields;
  return null;
}

/** A default: a whole float is boxed where the help may show it, so that it has its `.0` there. */
export function defaultValue(c: CallEmit, mayBeShown: boolean): ts.Expression {
  const made = c.ts("default");
  const type = c.type("default");
  if (!mayBeShown || !has(type, "float")) return made;
  if (only(type, "float")) {
    const whole = made.type !== "Literal" || Number.isInteger(made.value);
    return whole ? construct(c.runtime("python", "Float"), [made]) : made;
  }
  c.assume("A0103", "a whole float would read without its `.0` in the help");
  return made;
}
