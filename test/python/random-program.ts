import fc from "fast-check";
import { at, expressions, list } from "./random-expression.ts";

/** Lines of Python, not indented, and the forms of the statements in them without places and lines. */
export interface Lines {
  readonly text: string;
  readonly forms: readonly string[];
}

const { any, target } = expressions;
const few = fc.array(any, { maxLength: 2 });
const unit = fc.constantFrom("  ", "    ", "\t", " \t");
const ending = fc.constantFrom("", "  ", "  # it's (", "\n", "\n    # a comment of its own\n", "\f\n");

function one(text: string, form: string): Lines {
  return { text, forms: [form] };
}

/** Indents each line but those that continue what stands in brackets or strings: for these it means nothing, or much. */
function block({ text, forms }: Lines, indent: string): { readonly text: string; readonly form: string } {
  const lines = text.split("\u0001");
  return { text: lines.map((line) => `\u0001${indent}${line}`).join(""), form: `[${forms.join(" ")}]` };
}

const simple: fc.Arbitrary<Lines> = fc.oneof(
  any.map(({ text, form }) => one(text, `(Expr ${form})`)),
  fc.tuple(fc.array(target, { minLength: 1, maxLength: 2 }), few).map(([targets, values]) => {
    const value =
      values.length === 1
        ? values[0]!
        : {
            text: `${values.map(({ text }) => text).join(", ")}${values.length === 0 ? "()" : ","}`,
            form: `(Tuple ${list(values)})`,
          };
    return one(
      `${targets.map(({ text }) => `${text} = `).join("")}${value.text}`,
      `(Assign ${list(targets)} ${value.form})`,
    );
  }),
  fc
    .tuple(
      target.filter(({ form }) => !form.startsWith("(Tuple")),
      any,
      fc.constantFrom(["+", "Add"], ["**", "Pow"], ["//", "FloorDiv"], ["&", "BitAnd"], ["^", "BitXor"]),
    )
    .map(([left, right, [sign, form]]) =>
      one(`${left.text} ${sign}= ${right.text}`, `(AugAssign ${left.form} ${form} ${right.form})`),
    ),
  fc.tuple(fc.option(any), few, fc.boolean()).map(([dest, values, comma]) => {
    const all = [...(dest ? [`>>${at(PIPE, dest)}`] : []), ...values.map(({ text }) => text)].join(", ");
    const open = comma && values.length > 0;
    return one(
      `print ${all}${open ? "," : ""}`,
      `(Print ${dest?.form ?? "-"} ${list(values)} ${open ? "False" : "True"})`,
    );
  }),
  fc
    .array(any, { maxLength: 3 })
    .map((parts) =>
      one(
        `raise ${parts.map(({ text }) => text).join(", ")}`,
        `(Raise ${[0, 1, 2].map((index) => parts[index]?.form ?? "-").join(" ")})`,
      ),
    ),
  fc
    .tuple(any, fc.option(any))
    .map(([test, message]) =>
      one(`assert ${test.text}${message ? `, ${message.text}` : ""}`, `(Assert ${test.form} ${message?.form ?? "-"})`),
    ),
  fc.constantFrom(
    one("pass", "(Pass)"),
    one("import a.b as c, d", "(Import [(alias a.b c) (alias d -)])"),
    one("from .a import (b as c, d,)", "(ImportFrom a [(alias b c) (alias d -)] 1)"),
    one("from .. import e", "(ImportFrom - [(alias e -)] 2)"),
  ),
);

/** `exec`'s code is an `expr`, and so is what stands after `>>`. */
const PIPE = 5;

/** What the rules for names forbid in some functions. */
const outsideFunctions: fc.Arbitrary<Lines> = fc.oneof(
  fc
    .array(target, { minLength: 1, maxLength: 2 })
    .map((targets) => one(`del ${targets.map(({ text }) => text).join(", ")}`, `(Delete ${list(targets)})`)),
  fc
    .tuple(
      any.filter(({ form }) => !form.startsWith("(Tuple")),
      few,
    )
    .map(([code, spaces]) => {
      const within = spaces.map(({ text }) => text).join(", ");
      return one(
        `exec ${at(PIPE, code)}${within === "" ? "" : ` in ${within}`}`,
        `(Exec ${code.form} ${spaces[0]?.form ?? "-"} ${spaces[1]?.form ?? "-"})`,
      );
    }),
);

/** Statements, in a function or not. Lines of statements are joined by U+0001 until they are indented. */
function statements(inFunction: boolean): fc.Arbitrary<Lines> {
  return fc.letrec<{ suite: Lines; compound: Lines }>((tie) => {
    const line = fc
      .tuple(
        fc.array(inFunction ? simple : fc.oneof({ arbitrary: simple, weight: 4 }, outsideFunctions), {
          minLength: 1,
          maxLength: 2,
        }),
        ending,
      )
      .map(([parts, end]) => ({
        text: parts.map(({ text }) => text).join("; ") + end,
        forms: parts.flatMap(({ forms }) => forms),
      }));
    const suite = tie("suite");
    const body = fc.tuple(suite, unit).map(([lines, indent]) => block(lines, indent));
    const orelse = fc.option(body);
    const otherwise = (clause: { readonly text: string } | null): string =>
      clause === null ? "" : `\u0001else:${clause.text}`;
    const formOf = (clause: { readonly form: string } | null): string => clause?.form ?? "[]";
    const conditional = fc.tuple(any, body, fc.option(fc.tuple(any, body)), orelse).map(([test, then, elif, last]) => {
      const rest = elif === null ? formOf(last) : `[(If ${elif[0].form} ${elif[1].form} ${formOf(last)})]`;
      const middle = elif === null ? "" : `\u0001elif ${elif[0].text}:${elif[1].text}`;
      return one(`if ${test.text}:${then.text}${middle}${otherwise(last)}`, `(If ${test.form} ${then.form} ${rest})`);
    });
    const loop = fc.oneof(
      fc
        .tuple(any, body, orelse)
        .map(([test, inner, last]) =>
          one(
            `while ${test.text}:${inner.text}${otherwise(last)}`,
            `(While ${test.form} ${inner.form} ${formOf(last)})`,
          ),
        ),
      fc
        .tuple(target, any, body, orelse)
        .map(([each, iter, inner, last]) =>
          one(
            `for ${each.text} in ${iter.text}:${inner.text}${otherwise(last)}`,
            `(For ${each.form} ${iter.form} ${inner.form} ${formOf(last)})`,
          ),
        ),
    );
    const handler = fc.tuple(any, fc.option(target), fc.boolean(), body).map(([type, name, as, inner]) => ({
      text: `\u0001except ${type.text}${name ? `${as ? " as" : ","} ${name.text}` : ""}:${inner.text}`,
      form: `(ExceptHandler ${type.form} ${name?.form ?? "-"} ${inner.form})`,
    }));
    const attempt = fc
      .tuple(body, fc.array(handler, { minLength: 1, maxLength: 2 }), orelse, orelse)
      .map(([inner, handlers, last, final]) => {
        const except = `(TryExcept ${inner.form} [${handlers.map(({ form }) => form).join(" ")}] ${formOf(last)})`;
        const text = `try:${inner.text}${handlers.map((each) => each.text).join("")}${otherwise(last)}`;
        return final === null
          ? one(text, except)
          : one(`${text}\u0001finally:${final.text}`, `(TryFinally [${except}] ${final.form})`);
      });
    const context = fc
      .tuple(any, fc.option(target), body)
      .map(([value, name, inner]) =>
        one(
          `with ${value.text}${name ? ` as ${name.text}` : ""}:${inner.text}`,
          `(With ${value.form} ${name?.form ?? "-"} ${inner.form})`,
        ),
      );
    return {
      suite: fc
        .array(fc.oneof({ maxDepth: 3, depthSize: "small" }, line, tie("compound")), { minLength: 1, maxLength: 3 })
        .map((all) => ({
          text: all.map(({ text }) => text).join("\u0001"),
          forms: all.flatMap(({ forms }) => forms),
        })),
      compound: fc.oneof(conditional, loop, attempt, context),
    };
  }).suite;
}

const decorator = fc.constantFrom(
  { text: "@a.b\u0001", form: "(Attribute a b)" },
  { text: "@c(1)\u0001", form: "(Call c [int:1] [] - -)" },
);
const decorators = fc.array(decorator, { maxLength: 2 });

const definition = fc
  .tuple(decorators, statements(true), any, unit, fc.constantFrom("return", "yield", ""))
  .map(([all, inner, value, indent, last]): Lines => {
    const end = { return: `(Return ${value.form})`, yield: `(Expr (Yield ${value.form}))`, "": "(Return -)" }[last]!;
    const lines = block(
      { text: `${inner.text}\u0001${last === "" ? "return" : `${last} ${value.text}`}`, forms: [...inner.forms, end] },
      indent,
    );
    return one(
      `${all.map(({ text }) => text).join("")}def f(p, (q, (r,)), s=${value.text}, *t, **v):${lines.text}`,
      `(FunctionDef f (arguments [p (Tuple [q (Tuple [r])]) s] [${value.form}] t v) ${lines.form} [${all.map(({ form }) => form).join(" ")}])`,
    );
  });

const classDefinition = fc
  .tuple(decorators, fc.array(any, { maxLength: 2 }), definition, unit)
  .map(([all, bases, inner, indent]): Lines => {
    const lines = block(inner, indent);
    return one(
      `${all.map(({ text }) => text).join("")}class C(${bases.map(({ text }) => text).join(", ")}):${lines.text}`,
      `(ClassDef C ${list(bases)} ${lines.form} [${all.map(({ form }) => form).join(" ")}])`,
    );
  });

/** A whole file: its text, and CPython's form of it without places and lines. */
export const programs: fc.Arbitrary<{ readonly text: string; readonly form: string }> = fc
  .array(fc.oneof(statements(false), definition, classDefinition), { minLength: 1, maxLength: 3 })
  .map((all) => ({
    text: `${all.map(({ text }) => text).join("\u0001")}\n`.replaceAll("\u0001", "\n"),
    form: `[${all.flatMap(({ forms }) => forms).join(" ")}]`,
  }));
