import type { PatternNode, PatternSequence } from "./PatternNode.ts";
import { isNullable, someInside } from "./patternTraits.ts";

/**
 * What may come next after a place in a pattern, from best to worst: something that begins at the border of two characters only
 * (an ASCII character, the first byte of another, the end of the text); the end of the match; or any byte above 127.
 */
type Next = 0 | 1 | 2;
const BORDER = 0;
const END = 1;
const ANYWHERE = 2;

const worst = (...all: readonly Next[]): Next => all.reduce<Next>((a, b) => (a > b ? a : b), BORDER);

/**
 * Whether a pattern finds the same in a text however its non-ASCII characters are counted: as bytes of UTF-8, as JavaScript's
 * units or as code points. So it is if what takes them takes any of them, as many as there are, and what follows cannot begin
 * inside one: `"[^"]*"` is, `.{3}` and `(.)` are not. An empty match may still lie between two bytes of a character.
 */
export function isUnitIndifferent(body: PatternSequence): boolean {
  const inside = someInside(
    body,
    (node) =>
      (node.op === "at" && node.where === "notBoundary") || (node.op === "look" && node.negative && node.behind),
  );
  return !inside && indifferent(body, END, body);
}

function indifferent(sequence: PatternSequence, after: Next, whole: PatternSequence): boolean {
  let next = after;
  for (const node of sequence.toReversed()) {
    if (!nodeIndifferent(node, next, whole)) return false;
    next = firstOf(node, next, whole);
  }
  return true;
}

function nodeIndifferent(node: PatternNode, after: Next, whole: PatternSequence): boolean {
  switch (node.op) {
    case "any":
    case "set":
      return !takesBeyondAscii(node);
    case "group":
      return indifferent(node.body, after, whole);
    case "branch":
      return node.items.every((item) => indifferent(item, after, whole));
    case "look":
      return !(node.negative && hasBeyondAscii(node.body)) && indifferent(node.body, END, whole);
    case "repeat": {
      const { body } = node;
      if ((body.op === "any" || body.op === "set") && takesBeyondAscii(body)) {
        if (!takesAllBeyondAscii(body) || node.max !== Infinity || node.min > 1) return false;
        return after === BORDER || (after === END && !node.lazy);
      }
      if (body.op === "literal") return body.code < 128;
      return indifferent([body], node.max > 1 ? worst(firstOf(body, after, whole), after) : after, whole);
    }
    default:
      return true;
  }
}

function firstOf(node: PatternNode, after: Next, whole: PatternSequence): Next {
  switch (node.op) {
    case "literal":
      return BORDER;
    case "at":
      return node.where === "notBoundary" ? after : BORDER;
    case "any":
    case "set":
      return takesBeyondAscii(node) ? ANYWHERE : BORDER;
    case "repeat": {
      const first = firstOf(node.body, after, whole);
      return node.min === 0 || isNullable(node.body) ? worst(first, after) : first;
    }
    case "group":
      return firstOfSequence(node.body, after, whole);
    case "branch":
      return worst(...node.items.map((item) => firstOfSequence(item, after, whole)));
    case "backreference":
      return isAsciiGroup(node.group, whole) ? BORDER : ANYWHERE;
    case "look":
      return after;
  }
}

function firstOfSequence(sequence: PatternSequence, after: Next, whole: PatternSequence): Next {
  let next = after;
  for (const node of sequence.toReversed()) next = firstOf(node, next, whole);
  return next;
}

/** A group whose text begins with an ASCII character: `(['"])`. */
function isAsciiGroup(index: number, whole: PatternSequence): boolean {
  return someInside(
    whole,
    (node) =>
      node.op === "group" &&
      node.index === index &&
      !isNullable(node) &&
      firstOfSequence(node.body, ANYWHERE, whole) === BORDER,
  );
}

/** Whether a character above 127 can be taken. */
export function takesBeyondAscii(node: PatternNode): boolean {
  if (node.op === "any") return true;
  if (node.op !== "set") return false;
  if (node.negated) return true;
  return node.items.some((item) => ("category" in item ? /[DSW]/.test(item.category) : item.to > 127));
}

/** Whether each character above 127 is taken. */
function takesAllBeyondAscii(node: PatternNode): boolean {
  if (node.op !== "set") return node.op === "any";
  const named = node.items.some((item) => !("category" in item) && item.to > 127);
  const negative = node.items.some((item) => "category" in item && /[DSW]/.test(item.category));
  return !named && (node.negated ? !negative : negative);
}

/** Whether a character above 127 is named, or can be taken. */
function hasBeyondAscii(sequence: PatternSequence): boolean {
  return someInside(sequence, (node) => takesBeyondAscii(node) || (node.op === "literal" && node.code > 127));
}
