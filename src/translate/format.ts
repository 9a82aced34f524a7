import { has, isText, only } from "../analysis/types.ts";
import { array, call, construct, template } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression, utf8 } from "./expression.ts";
import { textPart } from "./text.ts";

/** `'…'.format(…)`: a template literal for plain fields, else the runtime's formatter; null for another method. */
export function formatCall(context: Context, node: py.Call): ts.Expression | null {
  const { func } = node;
  if (func.kind !== "Attribute" || func.attr !== "format" || !isText(context.typeOf(func.value))) return null;
  if (node.starargs || node.kwargs) return context.untranslated("U0105", "format() with *args or **kwargs", node);
  const format =
    func.value.kind === "Str" ? (func.value.type === "unicode" ? func.value.value : utf8(func.value.value)) : null;
  const plain = format === null ? null : plainFields(format);
  if (plain && plain.every((p) => typeof p === "string" || fieldArgument(node, p.field))) {
    return template(
      plain.map((p) => {
        if (typeof p === "string") return p;
        const arg = fieldArgument(node, p.field);
        return arg ? textPart(context, expression(context, arg), context.typeOf(arg), arg) : "";
      }),
    );
  }
  for (const arg of [...node.args, ...node.keywords.map((k) => k.value)]) {
    const type = context.typeOf(arg);
    if (has(type, "float") && !only(type, "float"))
      context.report("A0103", "format() of a value that may be an int or a float", arg);
    if (has(type, "unknown", "never", "instance"))
      return context.untranslated("U0104", "format() of a value of unknown type", node);
  }
  const boxed = (arg: py.Expression): ts.Expression => {
    const value = expression(context, arg);
    return only(context.typeOf(arg), "float") ? construct(context.runtime("python", "Float"), [value]) : value;
  };
  const named = node.keywords.map((k) => [k.name, boxed(k.value)] as const);
  const args: ts.Expression[] = [expression(context, func.value), array(node.args.map(boxed))];
  if (named.length > 0) {
    args.push({
      type: "ObjectExpression",
      properties: named.map(([key, value]) => ({
        type: "Property",
        key: { type: "Identifier", name: key },
        value,
        kind: "init",
        computed: false,
        method: false,
        shorthand: false,
      })),
    });
  }
  return call(context.runtime("python", "formatText"), args);
}

/** Text and fields of a format that has only `{}`, `{0}` and `{name}`; null for any other. */
function plainFields(format: string): readonly (string | { field: string })[] | null {
  const parts: (string | { field: string })[] = [];
  let automatic = 0;
  const pattern = /\{\{|\}\}|\{(\w*)\}|[^{}]+/gy;
  while (pattern.lastIndex < format.length) {
    const m = pattern.exec(format);
    if (!m) return null;
    if (m[0] === "{{" || m[0] === "}}") parts.push(m[0][0] ?? "");
    else if (m[1] !== undefined) parts.push({ field: m[1] === "" ? String(automatic++) : m[1] });
    else parts.push(m[0]);
  }
  return parts;
}

function fieldArgument(node: py.Call, field: string): py.Expression | null {
  if (/^\d+$/.test(field)) return node.args[Number(field)] ?? null;
  return node.keywords.find((k) => k.name === field)?.value ?? null;
}
