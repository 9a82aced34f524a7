import { asTuples } from "../analysis/built-in-part.ts";
import { boundSpecial } from "../analysis/special-methods.ts";
import { type Type } from "../analysis/types.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import { walk } from "../python/walk.ts";
import type { Context } from "./context.ts";
import { members } from "../analysis/join.ts";

/**
 * Reports where the order of a dict or set shows whose keys hash by their address: Python's order follows where they happen to lie in
 * memory, ours how they were inserted. So is the order of unicode keys beyond ASCII, whose hash is another one than that of a `str`.
 */
export function reportAddressOrder(context: Context): void {
  const shows = (e: py.Expression | null | undefined): void => {
    const type = e ? context.typeOf(e) : null;
    if (!e || !type) return;
    if (isKeyedBy(type, hasAddress)) context.report("A0110", "the order of keys that hash by their address", e);
    else if (isKeyedBy(type, hasUnicode)) context.report("A0110", "the order of unicode keys beyond ASCII", e);
  };
  walk(context.module.tree, (node) => {
    switch (node.kind) {
      case "For":
        shows(node.iter);
        break;
      case "ListComp":
      case "GeneratorExp":
      case "DictComp":
        for (const { iter } of node.generators) shows(iter);
        break;
      case "Print":
        node.values.forEach(shows);
        break;
      case "Repr":
        shows(node.value);
        break;
      case "BinOp":
        if (node.op === "%") (node.right.kind === "Tuple" ? node.right.elts : [node.right]).forEach(shows);
        break;
      case "Call":
        if (node.func.kind === "Attribute" && ordering.has(node.func.attr)) shows(node.func.value);
        if (shown.has(builtinCalled(context.module.bindings, node) ?? "")) node.args.forEach(shows);
        if (node.func.kind === "Attribute" && ["join", "format", "extend"].includes(node.func.attr))
          node.args.forEach(shows);
        shows(node.starargs);
        break;
      default:
    }
  });
}

/** Methods whose result has an order. */
const ordering: ReadonlySet<string> = new Set(
  "keys values items iterkeys itervalues iteritems viewkeys viewvalues viewitems popitem most_common elements".split(
    " ",
  ),
);

/** Built-in functions that go over what they are given, or show it. */
const shown: ReadonlySet<string> = new Set(
  "list tuple enumerate iter map filter zip reduce str repr unicode".split(" "),
);

/** A dict or set of which some keys are so. */
const isKeyedBy = (type: Type, isSo: (key: Type) => boolean): boolean =>
  members(type).some((m) => (m.k === "set" && isSo(m.elem.type)) || (m.k === "dict" && !m.record && isSo(m.key.type)));

/** How many tuples deep a key is looked into. */
const DEEPEST = 4;

/** A key, or what is in it where it is a tuple. */
function holds(type: Type, isSo: (m: Type) => boolean, depth = DEEPEST): boolean {
  if (depth === 0) return false;
  return members(asTuples(type)).some((m) => {
    if (m.k === "tuple") return m.items.some((item) => holds(item, isSo, depth - 1));
    return m.k === "sequence" ? holds(m.elem.type, isSo, depth - 1) : isSo(m);
  });
}

const hasAddress = (type: Type): boolean =>
  holds(type, (m) =>
    m.k === "instance"
      ? boundSpecial(m, "__hash__") === null
      : ["none", "func", "class", "libclass", "libfn", "method", "module"].includes(m.k),
  );

/** Dicts and sets hash text as the bytes of a `str`, which other characters than ASCII of `unicode` do not hash as. */
const hasUnicode = (type: Type): boolean => holds(type, (m) => m.k === "unicode" || m.k === "json");
