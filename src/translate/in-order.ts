import { arrow, awaited, call, id } from "../emit/build.ts";
import { awaits } from "../emit/has-node.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { raisesAtMost } from "./quiet.ts";
import { loudness } from "./steady.ts";

/** A part of an expression, made where Python makes it. `loud`: someone could tell when, or how often, it is made. */
export interface Part {
  readonly made: ts.Expression;
  readonly loud: boolean;
  /** Making it may change what others look into: it does more than raise at worst. */
  readonly changes: boolean;
  /** What is done with it: it raises or runs code of the program, or it looks into what a later part may change. */
  readonly used?: Use;
}

export type Use = "loudly" | "looking";

/** Expressions in the order in which Python makes them, translated. */
export function partsOf(
  context: Context,
  all: readonly { readonly value: ts.Expression; readonly node: py.Expression }[],
): Part[] {
  const loud = loudness(
    context,
    all.map(({ node }) => node),
  );
  return all.map(({ value, node }, i) => ({ made: value, loud: loud[i]!, changes: !raisesAtMost(context, node) }));
}

/**
 * An expression built of parts, which Python makes once each and in their order. Where `build` puts them in another order, leaves one
 * out or makes one later, or does something with one that can be told while others are still to be made, they are made first and given
 * names: `((text, items) => items.join(text))(first(), second())`. Null where a part without a name would have to be waited for.
 */
export function inOrder(
  context: Context,
  parts: readonly Part[],
  build: (made: readonly ts.Expression[]) => ts.Expression,
): ts.Expression | null {
  if (!isUsedEarly(parts)) {
    const plain = build(parts.map(({ made }) => made));
    if (isInOrder(parts, plain)) return plain;
  }
  if (parts.some(({ made, loud }) => !loud && awaits(made))) return null;
  const names = parts.map(({ loud }) => (loud ? id(context.temporary("value")) : null));
  const built = build(parts.map(({ made }, i) => names[i] ?? made));
  const waits = awaits(built);
  const whole = call(
    arrow(
      names.filter((name) => name !== null),
      built,
      { async: waits },
    ),
    parts.filter((_, i) => names[i]).map(({ made }) => made),
  );
  return waits ? awaited(whole) : whole;
}

/** Something is done with a part that can be told while others are still to be made. */
export const isUsedEarly = (parts: readonly Part[]): boolean =>
  parts.some(
    ({ used }, i) =>
      used && parts.slice(i + 1).some(({ loud, changes }) => (used === "looking" ? loud && changes : loud)),
  );

/** Whether the loud parts are made once each and in their order. Of one that has been taken apart the rest is for the one who did it to mind. */
export function isInOrder(parts: readonly Part[], whole: ts.Expression): boolean {
  const loud = parts.filter((part) => part.loud).map(({ made }) => made as object);
  const found: object[] = [];
  const surely = visit(whole, new Set(loud), found, false);
  if (!surely) return false;
  const missing = loud.filter((node) => !found.includes(node));
  if (missing.length > 0) {
    const there = new Set(below(whole));
    if (missing.some((node) => !below(node).some((part) => there.has(part)))) return false;
  }
  const sought = loud.filter((node) => found.includes(node));
  return found.length === sought.length && found.every((node, i) => node === sought[i]);
}

/** A node and all below it, but for what is called: a feature of the runtime is one node wherever it is named. */
const below = (node: object): readonly object[] => [
  node,
  ...Object.entries(node).flatMap(([key, part]: [string, unknown]) =>
    key !== "loc" && key !== "callee" && typeof part === "object" && part !== null ? below(part) : [],
  ),
];

const lazy: ReadonlySet<string> = new Set(["??=", "||=", "&&="]);

/** Collects the parts in the order in which JavaScript makes them; false where one may be made later, or not at all. */
function visit(node: unknown, parts: ReadonlySet<object>, found: object[], maybe: boolean): boolean {
  if (typeof node !== "object" || node === null) return true;
  if (Array.isArray(node)) return node.every((each) => visit(each, parts, found, maybe));
  if (parts.has(node)) {
    found.push(node);
    return !maybe;
  }
  const { type } = node as { type?: string };
  const { operator } = node as { operator?: string };
  const deferred = (key: string): boolean =>
    type === "ArrowFunctionExpression" ||
    type === "FunctionExpression" ||
    (type === "ConditionalExpression" && key !== "test") ||
    // `a ?? b`, `a ??= b`.
    ((type === "LogicalExpression" || (operator !== undefined && lazy.has(operator))) && key === "right");
  return Object.entries(node).every(
    ([key, value]) => key === "loc" || visit(value, parts, found, maybe || deferred(key)),
  );
}
