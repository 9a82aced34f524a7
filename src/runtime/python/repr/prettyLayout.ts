import { compareText } from "../text/compareText.ts";
import { type ReprTree, readRepr } from "./readRepr.ts";

/** The arguments of `pprint.PrettyPrinter`. */
export interface PrettyOptions {
  readonly indent?: number;
  readonly width?: number;
  /** Levels that are shown; null for all. */
  readonly depth?: number | null;
}

/** `pprint.pformat(value)`, from its `repr`: dicts sorted, and broken into lines where one is too long. */
export function prettyLayout(repr: string, options: PrettyOptions = {}): string {
  const { indent: step = 1, width = 80, depth = null } = options;

  const flat = (node: ReprTree, level: number): string => {
    if (node.kind === "atom") return node.text;
    if (node.items.length === 0) return node.open + node.close;
    if (depth && level >= depth)
      return `${node.open}...${node.kind === "tuple" && node.items.length === 1 ? "," : ""}${node.close}`;
    const parts =
      node.kind === "dict"
        ? sortedEntries(node).map(([key, value]) => `${flat(key, level + 1)}: ${flat(value, level + 1)}`)
        : node.items.map((item) => flat(item, level + 1));
    const inner = parts.join(", ") + (node.kind === "tuple" && parts.length === 1 ? "," : "");
    return node.open + inner + node.close;
  };

  const lay = (node: ReprTree, indent: number, allowance: number, outer: number): string => {
    const level = outer + 1;
    const line = flat(node, level - 1);
    const breaks = line.length > width - 1 - indent - allowance;
    if (node.kind === "atom" || (depth && level > depth)) return line;
    const pad = step > 1 && (node.kind === "dict" || breaks) ? " ".repeat(step - 1) : "";
    const inner = indent + step;
    const between = breaks ? `,\n${" ".repeat(inner)}` : ", ";
    if (node.kind === "dict") {
      const entries = sortedEntries(node).map(([key, value]) => {
        const name = flat(key, level);
        return `${name}: ${lay(value, inner + name.length + 2, allowance + 1, level)}`;
      });
      return `{${pad}${entries.join(between)}}`;
    }
    const items = node.items.map((item) => lay(item, inner, allowance + 1, level));
    return (
      node.open + pad + items.join(between) + (node.kind === "tuple" && items.length === 1 ? "," : "") + node.close
    );
  };

  return lay(readRepr(repr), 0, 0, 0);
}

/** The entries of a dict in the order of its keys. */
function sortedEntries(dict: ReprTree & { readonly kind: "dict" }): (readonly [ReprTree, ReprTree])[] {
  return dict.entries.toSorted(([a], [b]) => compareKeys(a, b));
}

/** As Python 2 compares: None, numbers, and other types by their names. */
function compareKeys(a: ReprTree, b: ReprTree): number {
  const [left, right] = [rank(a), rank(b)];
  if (left !== right) return left < right ? -1 : 1;
  if (a.kind !== "atom" || b.kind !== "atom") {
    if (a.kind === "atom" || b.kind === "atom") return 0;
    for (const [i, item] of a.items.entries()) {
      const other = b.items[i];
      if (!other) return 1;
      const order = compareKeys(item, other);
      if (order !== 0) return order;
    }
    return a.items.length - b.items.length;
  }
  if (a.value === null || b.value === null) return 0;
  if (typeof a.value === "string" && typeof b.value === "string") return compareText(a.value, b.value);
  return Number(a.value) - Number(b.value);
}

/** What sorts a value among those of other types: the name of its type, numbers and None first. */
function rank(node: ReprTree): string {
  if (node.kind !== "atom") return node.kind;
  if (node.value === null) return node.text === "None" ? "" : "z";
  return typeof node.value === "string" ? "str" : " ";
}
