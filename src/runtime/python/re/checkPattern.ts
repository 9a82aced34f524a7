import type { PatternNode, PatternSequence } from "./PatternNode.ts";
import { addCertainGroups, groupsInside, isNullable, someInside, widthOf } from "./patternTraits.ts";
import { ReError } from "./ReError.ts";
import { UnsupportedPattern } from "./UnsupportedPattern.ts";

/**
 * Throws UnsupportedPattern where JavaScript's engine remembers other groups than Python's, or takes another turn:
 * a JavaScript repeat forgets its groups in each round and does not take an empty round, and a reference to a group that has not
 * matched succeeds. Throws ReError for a look-behind without a fixed width.
 *
 * @param certain groups that have matched where the sequence begins; grows by those of the sequence.
 */
export function checkPattern(sequence: PatternSequence, certain: Set<number>): void {
  for (const node of sequence) {
    checkNode(node, certain);
    addCertainGroups([node], certain);
  }
}

function checkNode(node: PatternNode, certain: ReadonlySet<number>): void {
  switch (node.op) {
    case "group":
      checkPattern(node.body, new Set(certain));
      return;
    case "branch":
      for (const item of node.items) checkPattern(item, new Set(certain));
      return;
    case "repeat":
      checkRepeat(node);
      checkPattern([node.body], new Set(certain));
      return;
    case "backreference":
      if (!certain.has(node.group)) throw new UnsupportedPattern("a reference to a group that may not have matched");
      return;
    case "look":
      checkLook(node);
      checkPattern(node.body, new Set(certain));
      return;
    default:
  }
}

function checkRepeat(node: PatternNode & { op: "repeat" }): void {
  const groups = groupsInside([node.body]);
  if (isNullable(node.body) && (node.lazy || groups.length > 0 || someInside([node.body], hasChoice))) {
    throw new UnsupportedPattern("a repeat of what may be empty");
  }
  // 2.7 does not take such a group back when an attempt fails.
  if (node.lazy && groups.length > 0) throw new UnsupportedPattern("a group in a non-greedy repeat");
  const certain = new Set<number>();
  addCertainGroups([node.body], certain);
  if (node.max > 1 && groups.some((group) => !certain.has(group))) {
    throw new UnsupportedPattern("a repeated group that keeps its text from an earlier round");
  }
}

/** What may choose to be empty though it could take something. */
const hasChoice = (node: PatternNode): boolean =>
  ["at", "look", "backreference", "branch"].includes(node.op) || (node.op === "repeat" && node.lazy);

function checkLook(node: PatternNode & { op: "look" }): void {
  const groups = groupsInside(node.body).length;
  if (node.negative && groups > 0) throw new UnsupportedPattern("a group inside a negative look-around");
  if (!node.behind) return;
  if (groups > 0 || someInside(node.body, ({ op }) => op === "backreference")) {
    throw new UnsupportedPattern("a group inside a look-behind");
  }
  const [least, greatest] = widthOf(node.body);
  if (least !== greatest) throw new ReError("look-behind requires fixed-width pattern");
}
