import type { PatternNode, PatternSequence } from "./PatternNode.ts";

/** Whether it can match without taking a character. */
export function isNullable(node: PatternNode): boolean {
  switch (node.op) {
    case "literal":
    case "any":
    case "set":
      return false;
    case "repeat":
      return node.min === 0 || isNullable(node.body);
    case "group":
      return node.body.every(isNullable);
    case "branch":
      return node.items.some((item) => item.every(isNullable));
    default:
      return true;
  }
}

/** Adds the groups that have matched whenever the sequence has. */
export function addCertainGroups(sequence: PatternSequence, groups: Set<number>): void {
  for (const node of sequence) {
    if (node.op === "repeat" && node.min > 0) addCertainGroups([node.body], groups);
    if (node.op === "look" && !node.negative) addCertainGroups(node.body, groups);
    if (node.op === "group") {
      addCertainGroups(node.body, groups);
      if (node.index !== null) groups.add(node.index);
    }
    if (node.op === "branch") {
      const [first, ...others] = node.items.map((item) => {
        const found = new Set<number>();
        addCertainGroups(item, found);
        return found;
      });
      for (const group of first ?? []) if (others.every((found) => found.has(group))) groups.add(group);
    }
  }
}

/** All groups inside. */
export function groupsInside(sequence: PatternSequence): number[] {
  return sequence.flatMap((node): number[] => {
    switch (node.op) {
      case "group":
        return [...(node.index === null ? [] : [node.index]), ...groupsInside(node.body)];
      case "branch":
        return node.items.flatMap(groupsInside);
      case "repeat":
        return groupsInside([node.body]);
      case "look":
        return groupsInside(node.body);
      default:
        return [];
    }
  });
}

/** Whether something inside passes a test. */
export function someInside(sequence: PatternSequence, test: (node: PatternNode) => boolean): boolean {
  return sequence.some((node) => {
    if (test(node)) return true;
    if (node.op === "repeat") return someInside([node.body], test);
    if (node.op === "group" || node.op === "look") return someInside(node.body, test);
    return node.op === "branch" && node.items.some((item) => someInside(item, test));
  });
}

/** Least and greatest number of characters, as `sre_parse` counts them: a backreference is none. */
export function widthOf(sequence: PatternSequence): readonly [least: number, greatest: number] {
  let least = 0;
  let greatest = 0;
  for (const node of sequence) {
    const [low, high] = nodeWidth(node);
    least += low;
    greatest += high;
  }
  return [least, greatest];
}

function nodeWidth(node: PatternNode): readonly [least: number, greatest: number] {
  switch (node.op) {
    case "literal":
    case "any":
    case "set":
      return [1, 1];
    case "group":
      return widthOf(node.body);
    case "repeat": {
      const [low, high] = nodeWidth(node.body);
      return [low * node.min, high === 0 ? 0 : high * node.max];
    }
    case "branch": {
      const widths = node.items.map(widthOf);
      return [Math.min(...widths.map(([low]) => low)), Math.max(...widths.map(([, high]) => high))];
    }
    default:
      return [0, 0];
  }
}
