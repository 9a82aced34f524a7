import type * as py from "../python/ast.ts";
import { type ComprehensionNode, isComprehension } from "../python/comprehension.ts";
import { targetNames } from "../python/targets.ts";
import { children } from "../python/walk.ts";
import { reads } from "./comprehension-leak.ts";

/**
 * Whether a list comprehension inside gives a variable of this one, which Python 2 keeps in the same scope, another value, and it is read
 * after that:
 *   [x for x in rows if any([x for x in row])]
 */
export function isReboundInside({ generators, ...node }: ComprehensionNode): boolean {
  const made = "elt" in node ? [node.elt] : [node.key, node.value];
  return generators.some(({ target, ifs }, i) => {
    const behind = generators.slice(i + 1);
    // In the order in which they are evaluated.
    const parts = [...ifs, ...behind.flatMap((one) => [one.iter, ...one.ifs]), ...made];
    // Those of another loop are evaluated again; of a key and a value either may be first.
    const isPlain = behind.length === 0 && made.length === 1;
    return targetNames(target).some((name) =>
      parts.some((part, at) =>
        listComprehensions(part)
          .filter((inner) => inner.generators.some((one) => targetNames(one.target).includes(name)))
          .some(({ end }) =>
            isPlain
              ? readsBehind(part, name, end) || parts.slice(at + 1).some((later) => reads(later, name))
              : parts.some((other) => reads(other, name)),
          ),
      ),
    );
  });
}

/** The list comprehensions within an expression that leave their variables in the scope that it is in. */
function listComprehensions(node: py.Node): readonly py.ListComp[] {
  if (node.kind === "Lambda") return [];
  if (node.kind === "ListComp") return [node, ...children(node).flatMap(listComprehensions)];
  const [first] = isComprehension(node) ? node.generators : [];
  return (first ? [first.iter] : children(node)).flatMap(listComprehensions);
}

/** Whether an expression reads a variable behind a place in its text. */
const readsBehind = (node: py.Node, name: string, place: number): boolean =>
  node.end > place &&
  (node.start >= place ? reads(node, name) : children(node).some((one) => readsBehind(one, name, place)));
