import { str, type Type } from "../analysis/types.ts";
import { construct, member, method, object, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import {
  type CallEmit,
  type CallTypes,
  type Emitted,
  type Entry,
  fn,
  type FunctionEntry,
  type InstanceType,
  refused,
  value,
} from "./entry.ts";
import { mixes, readsUnicode, madeOf } from "./mixed-text.ts";
import { type Fields } from "../analysis/cells.ts";
import { isText, only, has } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";

const TEMPLATE = "string.Template";

const fieldsOf = (type: Type): Fields | undefined => (type.k === "lib" ? type.fields : undefined);
const templateOf = (type: Type): Type => fieldsOf(type)?.get("template") ?? str;

/** `string.Template`. */
export const template: Entry = {
  kind: "class",
  name: TEMPLATE,
  constructor: fn(
    "template:text",
    (c) => {
      const fields = c.clock.fields();
      fields.grow("template", c.type("template"));
      return { k: "lib", name: TEMPLATE, fields };
    },
    (c) =>
      construct(c.runtime("python", "StringTemplate"), [
        given(c),
        ...(readsUnicode(c.type("template")) ? [string("unicode")] : []),
      ]),
  ),
};

/** What may be no text is asked for when the template is used. */
function given(c: CallEmit): ts.Expression {
  const node = c.node("template");
  return node && has(c.typeOf(node), "none", "json") ? c.translate(node) : c.ts("template");
}

const keywordNames = (c: CallTypes): readonly string[] => c.names().filter((name) => name !== "$mapping");

/** What a dict holds. */
const valuesOf = (type: Type): Type =>
  union(
    members(type).map((m) =>
      m.k === "dict" ? (m.record ? union(m.record.fields.map(([, held]) => held)) : m.value.type) : { k: "unknown" },
    ),
  );

const dicts = (c: CallTypes): readonly Type[] => [
  ...(c.has("$mapping") ? [c.type("$mapping")] : []),
  ...(c.kwargsType() ? [c.kwargsType() as Type] : []),
];

const shown = (c: CallTypes): Type =>
  union([...keywordNames(c).map((name) => c.type(name)), ...dicts(c).map((type) => valuesOf(type))]);

const substituting = (name: string): FunctionEntry =>
  fn(
    "$mapping?, **values*",
    (c) => madeOf([templateOf(c.receiver), shown(c)]),
    (c: CallEmit): Emitted => {
      const made: ts.Expression[] = [];
      for (const type of dicts(c)) {
        if (!only(type, "dict")) return "values for a template from what is no dict";
        const held = valuesOf(type);
        if (
          held.k !== "never" &&
          !(only(held, "str", "unicode", "int") && members(held).every((m) => m.k === "int" || isText(m)))
        )
          return "values for a template that are neither text nor ints";
      }
      if (mixes(templateOf(c.receiver), shown(c)) || mixes(shown(c), shown(c)))
        c.assume("A0106", "str and unicode put together by a template");
      const names = keywordNames(c);
      if (names.length > 0) made.push(object(names.map((given) => [given, c.text(given)] as const)));
      const kwargs = c.kwargsNode();
      if (kwargs) made.push(c.translate(kwargs));
      if (c.has("$mapping")) made.push(c.ts("$mapping"));
      return method(c.receiverTs, name, made);
    },
    { asksMethods: ["__getitem__"] },
  );

export const templateType: InstanceType = {
  name: TEMPLATE,
  tsType: ({ runtimeType }) => runtimeType("python", "StringTemplate"),
  members: {
    substitute: substituting("substitute"),
    safe_substitute: substituting("safeSubstitute"),
    template: value(str, ({ receiver, receiverTs }) =>
      only(templateOf(receiver), "str") ? member(receiverTs, "template") : "the text of a template of unicode",
    ),
    pattern: refused("a template's pattern is not to be looked at"),
  },
};
