import { asciiStr, int, iterOf, listOf, none, type Type, tupleOf, unknown } from "../analysis/types.ts";
import { array, arrow, as, call, id, index, logical, method, number, string, typeRef } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import {
  type CallEmit,
  type CallTypes,
  type Emitted,
  type Entry,
  fn,
  type FunctionEntry,
  type InstanceType,
  type LibraryModule,
  refused,
  value,
} from "./entry.ts";
import { match as matchObject } from "./re-match.ts";
import {
  checkSubject,
  expressionLiteral,
  flagValues,
  isInline,
  type Known,
  knownOf,
  knownPattern,
  matchType,
  PATTERN,
  patternOperand,
  patternType,
  pieceType,
  matchedAs,
  subjectKind,
} from "./re-pattern.ts";
import { emitReplace, replacedType, warnOfFlags } from "./re-replace.ts";
import { join } from "../analysis/join.ts";
import { has } from "../analysis/kinds.ts";

/** What is known of the pattern: an argument of `re.search`, or the object that `.search` is called on. */
const knownHere = (c: CallTypes): Known => {
  if (c.receiver.k === "never") return knownPattern(c);
  return c.receiver.k === "lib" ? knownOf(c.receiver) : { kind: "dynamic" };
};

const piece = (c: CallTypes): Type => pieceType(subjectKind(c.type("string")));

/** The text as JavaScript's own methods take it, and the pattern; the reason when the call has no counterpart. */
function operands(c: CallEmit, repeated: boolean): { readonly known: Known; readonly pattern: ts.Expression } | string {
  const known = knownHere(c);
  const problem = checkSubject(c, known, repeated);
  if (problem !== null) return problem;
  if (c.has("endpos")) return "an end of the search: JavaScript's goes to the end of the text";
  const pattern = patternOperand(c, known);
  return typeof pattern === "string" ? pattern : { known, pattern };
}

/** `pattern.search(text, pos)`. */
function fromPosition(c: CallEmit, pattern: ts.Expression, feature: "searchFrom" | "matchFrom"): Emitted {
  const isUnicode = matchedAs(c.type("string")) === "unicode" ? [string("unicode")] : [];
  return call(c.runtime("python", feature), [pattern, c.ts("string"), c.ts("pos"), ...isUnicode]);
}

const found = (c: CallTypes): Type => join(matchType(knownHere(c), c.type("string")), none);

const search = (params: string): FunctionEntry =>
  fn(params, found, (c): Emitted => {
    const use = operands(c, false);
    if (typeof use === "string") return use;
    if (c.has("pos")) return fromPosition(c, use.pattern, "searchFrom");
    return method(use.pattern, "exec", [c.ts("string")]);
  });

const match = (params: string): FunctionEntry =>
  fn(params, found, (c): Emitted => {
    const use = operands(c, false);
    if (typeof use === "string") return use;
    const { known, pattern } = use;
    if (c.has("pos")) return fromPosition(c, pattern, "matchFrom");
    if (known.kind === "converted" && known.converted.anchored) return method(pattern, "exec", [c.ts("string")]);
    if (isInline(c, known))
      return method(expressionLiteral(known.converted, { anchor: true }), "exec", [c.ts("string")]);
    return call(c.runtime("python", "matchAtStart"), [pattern, c.ts("string")]);
  });

/** All matches, as something to go over. */
const allMatches = (c: CallEmit, known: Known, pattern: ts.Expression): ts.Expression =>
  isInline(c, known)
    ? method(c.ts("string"), "matchAll", [expressionLiteral(known.converted, { flag: "g" })])
    : call(c.runtime("python", "matches"), [pattern, c.ts("string")]);

const finditer = (params: string): FunctionEntry =>
  fn(
    params,
    (c) => iterOf(c.clock, matchType(knownHere(c), c.type("string"))),
    (c): Emitted => {
      const use = operands(c, true);
      if (typeof use === "string") return use;
      if (c.has("pos")) return "a start of the search for several matches";
      return allMatches(c, use.known, use.pattern);
    },
  );

const findall = (params: string): FunctionEntry =>
  fn(
    params,
    (c) => {
      const known = knownHere(c);
      if (known.kind !== "converted") return listOf(c.clock, unknown);
      const { groups } = known.converted;
      return listOf(c.clock, groups < 2 ? piece(c) : tupleOf(Array.from({ length: groups }, () => piece(c))));
    },
    (c): Emitted => {
      const use = operands(c, true);
      if (typeof use === "string") return use;
      if (c.has("pos")) return "a start of the search for several matches";
      const { known, pattern } = use;
      if (known.kind !== "converted") return call(c.runtime("python", "findAll"), [pattern, c.ts("string")]);
      const { groups, optional } = known.converted;
      if (groups === 0 && isInline(c, known)) {
        const all = method(c.ts("string"), "match", [expressionLiteral(known.converted, { flag: "g" })]);
        return logical("??", all, array([]));
      }
      // A group that has not matched is the empty text here.
      const text = (at: number): ts.Expression => {
        const item = index(id("match"), number(at));
        return optional.includes(at) ? logical("??", item, string("")) : item;
      };
      const texts = Array.from({ length: groups }, (_, i) => text(i + 1));
      const tuple = {
        type: "TSTupleType" as const,
        elementTypes: texts.map(() => ({ type: "TSStringKeyword" as const })),
      };
      // What an untranslated place would have made tells TypeScript nothing of its matches.
      const one = has(c.type("string"), "poison") ? id("match", typeRef("RegExpExecArray")) : id("match");
      const made = groups < 2 ? arrow([one], texts[0] ?? text(0)) : arrow([one], array(texts), { returnType: tuple });
      return method(id("Array"), "from", [allMatches(c, known, pattern), made]);
    },
  );

const replace = (params: string, feature: "substitute" | "substituteCounting"): FunctionEntry =>
  fn(
    params,
    (c) => {
      const type = replacedType(c, knownHere(c));
      return feature === "substitute" ? type : tupleOf([type, int]);
    },
    (c) => {
      warnOfFlags(c, "count");
      return emitReplace(c, knownHere(c), feature);
    },
  );

const split = (params: string): FunctionEntry =>
  fn(
    params,
    (c) => {
      const known = knownHere(c);
      const absent = known.kind !== "converted" || known.converted.optional.length > 0;
      return listOf(c.clock, absent ? join(piece(c), none) : piece(c));
    },
    (c): Emitted => {
      warnOfFlags(c, "maxsplit");
      const use = operands(c, true);
      if (typeof use === "string") return use;
      const { known, pattern } = use;
      const limit = c.node("maxsplit");
      const unlimited = limit === null || (limit.kind === "Num" && limit.number.value === 0n);
      const plain = known.kind === "converted" && known.converted.optional.length === 0;
      if (plain && unlimited && !known.converted.nullable) return method(c.ts("string"), "split", [pattern]);
      const parts = call(c.runtime("python", "splitBy"), [
        pattern,
        c.ts("string"),
        ...(unlimited ? [] : [c.ts("maxsplit")]),
      ]);
      return plain ? as(parts, { type: "TSArrayType", elementType: { type: "TSStringKeyword" } }) : parts;
    },
  );

const compile = fn(
  `pattern:text|${PATTERN}!=pattern, flags?:int`,
  (c) => (c.type("pattern").k === "lib" ? c.type("pattern") : patternType(knownPattern(c))),
  (c) => patternOperand(c, knownPattern(c)),
);

const escape = fn(
  "string:text!=items^",
  (c) => piece(c),
  (c) => {
    if (matchedAs(c.type("string")) === "str") c.assume("A0111", "Python puts a backslash before each byte above 127");
    return call(c.runtime("python", "escapePattern"), [c.ts("string")]);
  },
);

const given = `pattern:text|${PATTERN}!=pattern`;
const GIVEN = `${given}, string:text!=buffer, flags?:int`;
const PLACED = "string:text!=buffer, pos?:int, endpos?:int";

export const re: LibraryModule = {
  name: "re",
  members: {
    compile,
    search: search(GIVEN),
    match: match(GIVEN),
    findall: findall(GIVEN),
    finditer: finditer(GIVEN),
    split: split(`${given}, string:text!=buffer, maxsplit?:int, flags?:int`),
    sub: replace(`${given}, repl:text|callable!=sized#, string:text!=buffer, count?:int, flags?:int`, "substitute"),
    subn: replace(
      `${given}, repl:text|callable!=sized#, string:text!=buffer, count?:int, flags?:int`,
      "substituteCounting",
    ),
    escape,
    ...Object.fromEntries(Object.entries(flagValues).map(([name, flag]) => [name, value(int, () => number(flag))])),
    purge: fn("", none, () => id("undefined")),
    template: refused("an undocumented experiment of Python's"),
    TEMPLATE: refused("an undocumented experiment of Python's"),
    T: refused("an undocumented experiment of Python's"),
    DEBUG: refused("Python prints how it read the pattern"),
    Scanner: refused("an undocumented experiment of Python's"),
  },
};

/** A number or text that the pattern's text tells. */
const fact = (type: Type, tell: (known: Known & { kind: "converted" }) => ts.Expression): Entry =>
  value(type, ({ receiver }) => {
    const known = knownOf(receiver);
    return known.kind === "converted"
      ? tell(known)
      : "a pattern that is made at run time: JavaScript keeps its own spelling of it";
  });

/** A compiled pattern: a RegExp without `g` and `y`, so that it keeps no place. */
const pattern: InstanceType = {
  name: PATTERN,
  tsType: () => typeRef("RegExp"),
  members: {
    search: search(PLACED),
    match: match(PLACED),
    findall: findall(PLACED),
    finditer: finditer(PLACED),
    split: split("string:text!=buffer, maxsplit?:int"),
    sub: replace("repl:text|callable!=sized#, string:text!=buffer, count?:int", "substitute"),
    subn: replace("repl:text|callable!=sized#, string:text!=buffer, count?:int", "substituteCounting"),
    pattern: fact(asciiStr, ({ written }) => string(written.pattern)),
    flags: fact(int, ({ written }) => number(written.flags)),
    groups: fact(int, ({ converted }) => number(converted.groups)),
    groupindex: refused("JavaScript does not number named groups"),
    scanner: refused("an undocumented experiment of Python's"),
  },
};

export const reTypes: readonly InstanceType[] = [pattern, matchObject];
