import { dictOf, int, none, str, type Type, sequenceOf, tupleOf } from "../analysis/types.ts";
import { array, as, call, index, logical, member, nil, number, object, string, tupleType } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { type CallEmit, type Emitted, type Entry, fn, type InstanceType, refused, value } from "./entry.ts";
import { expressionLiteral, type Known, knownOf, MATCH, pieceType, subjectOf } from "./re-pattern.ts";
import { isAscii, has } from "../analysis/kinds.ts";
import { join, members, union } from "../analysis/join.ts";

/** What is known of the matches that a receiver may be. */
const alternatives = (type: Type): readonly { readonly known: Known; readonly piece: Type }[] =>
  members(type).map((m) => ({ known: knownOf(m), piece: pieceType(subjectOf(m)) }));

/** The number of a group named in the call; null when it is known only at run time, or no such group is there. */
function groupNumber(known: Known, node: py.Expression | null): number | null {
  if (known.kind !== "converted") return null;
  const { groups, names } = known.converted;
  if (node === null) return 0;
  if (node.kind === "Str") return Object.hasOwn(names, node.value) ? (names[node.value] ?? null) : null;
  if (node.kind !== "Num" || node.number.type !== "int") return null;
  const at = Number(node.number.value);
  return at <= groups ? at : null;
}

/** The same number for every match that the receiver may be. */
function agreedGroup(type: Type, node: py.Expression | null): number | null {
  const [first, ...others] = alternatives(type).map(({ known }) => groupNumber(known, node));
  return first !== undefined && others.every((other) => other === first) ? first : null;
}

function groupType(type: Type, node: py.Expression | null): Type {
  return union(
    alternatives(type).map(({ known, piece }) => {
      const at = groupNumber(known, node);
      const certain =
        node === null ||
        at === 0 ||
        (known.kind === "converted" && at !== null && !known.converted.optional.includes(at));
      return certain ? piece : join(piece, none);
    }),
  );
}

/** `match[1]`, or `match[1] ?? null` where the group may not have matched. */
function groupText(c: CallEmit, node: py.Expression | null): ts.Expression {
  const at = node === null ? 0 : agreedGroup(c.receiver, node);
  if (at === null && node) return call(c.runtime("python", "groupOf"), [c.receiverTs, c.translate(node)]);
  const item = index(c.receiverTs, number(at ?? 0));
  return groupType(c.receiver, node).k === "union" && members(groupType(c.receiver, node)).some((m) => m.k === "none")
    ? logical("??", item, nil())
    : item;
}

/** Reading it twice does the same as reading it once. */
const isName = (node: ts.Expression): boolean =>
  node.type === "Identifier" ||
  node.type === "ThisExpression" ||
  (node.type === "MemberExpression" && !node.computed && node.object.type !== "Super" && isName(node.object));

/** An array of the runtime as the tuple that its length is known to make it. */
const asTuple = (c: CallEmit, made: ts.Expression): ts.Expression =>
  c.resultType.k === "tuple" ? as(made, tupleType(c.resultType.items.map((item) => c.tsType(item)))) : made;

const group = fn(
  "*groups",
  (c) => {
    const nodes = c.restNodes();
    if (nodes.length > 1) return tupleOf(nodes.map((node) => groupType(c.receiver, node)));
    return groupType(c.receiver, nodes[0] ?? null);
  },
  (c): Emitted => {
    const nodes = c.restNodes();
    if (nodes.some((node) => !members(c.typeOf(node)).every((m) => ["int", "str", "unicode", "bool"].includes(m.k)))) {
      return "a group that is neither a number nor a name";
    }
    if (nodes.some((node) => has(c.typeOf(node), "bool") && has(c.typeOf(node), "int")))
      return "a group whose number may be a truth value";
    if (nodes.length <= 1) return groupText(c, nodes[0] ?? null);
    if (!isName(c.receiverTs)) {
      const texts = call(c.runtime("python", "groupTexts"), [c.receiverTs, ...nodes.map((node) => c.translate(node))]);
      return asTuple(c, texts);
    }
    return array(nodes.map((node) => groupText(c, node)));
  },
);

/** How many groups every match has that the receiver may be; null when that differs or is not known. */
function groupCount(type: Type): number | null {
  const [first, ...others] = alternatives(type).map(({ known }) =>
    known.kind === "converted" ? known.converted.groups : null,
  );
  return first !== undefined && first !== null && others.every((other) => other === first) ? first : null;
}

const groupNode = (at: number): py.Expression => ({
  kind: "Num",
  number: { type: "int", value: BigInt(at) },
  start: 0,
  end: 0,
});

const groups = fn(
  "default?",
  (c) => {
    const count = groupCount(c.receiver);
    // How many there are is seen at run time alone.
    const pieces = alternatives(c.receiver).map(({ piece }) => piece);
    if (count === null) return sequenceOf(c.clock, union([...pieces, c.has("default") ? c.type("default") : none]));
    return tupleOf(
      Array.from({ length: count }, (_, i) => {
        const type = groupType(c.receiver, groupNode(i + 1));
        const some = union(members(type).filter((m) => m.k !== "none"));
        return c.has("default") && some !== type ? union([...members(some), c.type("default")]) : type;
      }),
    );
  },
  (c): Emitted => {
    const count = groupCount(c.receiver);
    const given = c.has("default") ? [c.ts("default")] : [];
    if (count !== null && isName(c.receiverTs) && given.length === 0) {
      return array(Array.from({ length: count }, (_, i) => groupText(c, groupNode(i + 1))));
    }
    const made = call(c.runtime("python", "groupsOf"), [c.receiverTs, ...given]);
    return count === null ? made : asTuple(c, made);
  },
);

const groupdict = fn(
  "default?",
  (c) =>
    dictOf(
      c.clock,
      { k: "str", ascii: true, body: null },
      union([...alternatives(c.receiver).map(({ piece }) => piece), c.has("default") ? c.type("default") : none]),
    ),
  (c) => call(c.runtime("python", "groupDict"), c.has("default") ? [c.receiverTs, c.ts("default")] : [c.receiverTs]),
);

/** Places count bytes of a `str` and code points of a `unicode`: JavaScript's own serve where the text is ASCII. */
function place(which: "start" | "end" | "span"): Entry {
  return fn("group?", which === "span" ? tupleOf([int, int]) : int, (c): Emitted => {
    const pieces = alternatives(c.receiver).map(({ piece }) => piece);
    const kinds = new Set(pieces.map((piece) => piece.k));
    if (kinds.size !== 1) return "a place in a text that may be str or unicode";
    const isUnicode = kinds.has("unicode");
    const ascii = pieces.every(isAscii);
    const node = c.node("group");
    const at = node === null ? 0 : agreedGroup(c.receiver, node);
    const type = isUnicode ? [string("unicode")] : [];
    if (at === 0 && isName(c.receiverTs)) {
      const start = ascii
        ? member(c.receiverTs, "index")
        : call(c.runtime("python", "matchStart"), [c.receiverTs, ...type]);
      if (which === "start") return start;
      const length = member(index(c.receiverTs, number(0)), "length");
      const end: ts.Expression = ascii
        ? { type: "BinaryExpression", operator: "+", left: member(c.receiverTs, "index"), right: length }
        : call(c.runtime("python", "matchEnd"), [c.receiverTs, ...type]);
      return which === "end" ? end : array([start, end]);
    }
    const [only, ...others] = alternatives(c.receiver);
    if (at === null || only?.known.kind !== "converted" || others.length > 0)
      return "the place of a group that is not known";
    const span = call(c.runtime("python", "groupSpan"), [
      expressionLiteral(only.known.converted),
      c.receiverTs,
      number(at),
      ...type,
    ]);
    return which === "span" ? span : index(span, number(which === "start" ? 0 : 1));
  });
}

const lastgroup = value(join(str, none), ({ receiver, receiverTs, runtime }) => {
  const flat = alternatives(receiver).every(
    ({ known }) =>
      known.kind === "converted" &&
      known.converted.flat &&
      Object.keys(known.converted.names).length === known.converted.groups,
  );
  if (flat) return call(runtime("python", "lastGroup"), [receiverTs]);
  const [only, ...others] = alternatives(receiver);
  if (only?.known.kind === "dynamic" && others.length === 0)
    return call(runtime("python", "lastGroupFound"), [receiverTs]);
  const converted = only?.known.kind === "converted" && others.length === 0 ? only.known.converted : null;
  if (!converted?.outer) return "lastgroup where groups are repeated, or of one of several patterns";
  const names = new Map(Object.entries(converted.names).map(([name, group]) => [group, name]));
  const outer = converted.outer.map((group): readonly [string, ts.Expression] => {
    const name = names.get(group);
    return [String(group), name === undefined ? nil() : string(name)];
  });
  return call(runtime("python", "lastOuterGroup"), [receiverTs, object(outer)]);
});

/** Where no group is inside another or repeated, it is the last one that matched. */
const lastindex = value(join(int, none), ({ receiver, receiverTs, runtime }) =>
  alternatives(receiver).every(({ known }) => known.kind === "converted" && known.converted.flat)
    ? call(runtime("python", "lastGroupIndex"), [receiverTs])
    : "lastindex where groups are nested or repeated",
);

/** A match: JavaScript's own array of the texts of its groups. */
export const match: InstanceType = {
  name: MATCH,
  unshown: "a match shows its address",
  tsType: () => ({ type: "TSTypeReference", typeName: { type: "Identifier", name: "RegExpExecArray" } }),
  members: {
    group,
    groups,
    groupdict,
    start: place("start"),
    end: place("end"),
    span: place("span"),
    string: value(str, ({ receiver, receiverTs }) =>
      alternatives(receiver).some(({ piece }) => has(piece, "unicode"))
        ? "the text of a match of unicode"
        : member(receiverTs, "input"),
    ),
    lastgroup,
    lastindex,
    expand: refused("write the template out with the match's groups"),
    re: refused("a match does not know its pattern in JavaScript"),
    pos: refused("a match does not know where the search began in JavaScript"),
    endpos: refused("a match does not know where the search was to end in JavaScript"),
    regs: refused("JavaScript does not tell where each group was"),
  },
};
