import type { ClassInfo } from "../analysis/entities.ts";
import { annotation, id, member } from "../emit/build.ts";
import { awaits } from "../emit/has-node.ts";
import type * as ts from "../emit/tree.ts";
import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { statementsIn } from "../python/statement-parts.ts";
import type { Context } from "./context.ts";
import { block } from "./statement.ts";
import { tsType } from "./types.ts";

/** `name = value` in the body of a class, of a name that nothing else there gives a value. */
export const isPlainAttribute = (cls: ClassInfo, item: py.Assign, target: py.Name): boolean =>
  item.targets.length === 1 && isWrittenOnce(cls, target.id) && cls.node.body.body.some((s) => isPart(s, item));

/** The statement is the item, or a test around it, which is decided. */
const isPart = (statement: py.Statement, item: py.Assign): boolean =>
  statement === item || (statement.kind === "If" && statement.start <= item.start && item.end <= statement.end);

const isWrittenOnce = (cls: ClassInfo, name: string): boolean => cls.scope.symbols.get(name)?.writes.length === 1;

/** Statements that would give the class methods, or take them from it, as they run. */
const isDefinition = ({ kind }: py.Statement): boolean =>
  ["FunctionDef", "ClassDef", "Import", "ImportFrom", "Delete", "Exec"].includes(kind);

/** `static { C.names.update(more); }`: what the body of a class does beside naming its attributes, where it stands. */
export function bodyStatement(context: Context, cls: ClassInfo, item: py.Statement): ts.StaticBlock {
  const alone: py.Block = { body: [item], trailing: [], start: item.start, end: item.end };
  const bare: py.Block = { ...alone, body: [{ ...item, leading: [], trailingComment: null }] };
  const made = statementsIn(alone).some(isDefinition)
    ? [mark(context, "U0109", "a definition or deletion in a class body that depends on what runs", item)]
    : block(context, bare);
  if (made.some(awaits)) {
    const waiting = mark(context, "U0110", "a statement in a class body that has to be waited for", item);
    return { type: "StaticBlock", body: [waiting] };
  }
  const [only] = made;
  return { type: "StaticBlock", body: made.length === 1 && only?.type === "BlockStatement" ? only.body : made };
}

function mark(context: Context, code: "U0109" | "U0110", message: string, item: py.Statement): ts.Statement {
  const made: ts.Statement = { type: "ExpressionStatement", expression: context.untranslated(code, message, item) };
  context.comments.before(
    made,
    context
      .takeMarks()
      .flat()
      .map((value) => ({ type: "Line", value })),
  );
  return made;
}

/** The declarations of attributes that statements of the body give their values. */
export const computedAttributes = (
  context: Context,
  cls: ClassInfo,
  named: ReadonlySet<string>,
): ts.PropertyDefinition[] =>
  [...cls.classAttributes]
    .filter((name) => cls.scope.symbols.has(name) && !named.has(context.names.property(name)))
    .map((name) => declaredStatic(context, cls, name));

/** `declare static total: number;`: what is there, but for its value. */
export const declaredStatic = (context: Context, cls: ClassInfo, name: string): ts.PropertyDefinition => ({
  type: "PropertyDefinition",
  key: id(context.names.property(name)),
  computed: false,
  static: true,
  override: false,
  declare: true,
  readonly: false,
  value: null,
  typeAnnotation: annotation(tsType(context, cls.attribute(name).type)),
});

/** Where a statement of a class's body stores a name: `C.name`; null for a variable of anything else, a reason where objects have it too. */
export function classBodyTarget(context: Context, symbol: PySymbol): ts.MemberExpression | string | null {
  const { node } = symbol.scope;
  const cls = node.kind === "ClassDef" ? context.facts.classes.get(node) : undefined;
  if (!cls) return null;
  if (!context.classes.isStatic(cls, symbol.name) && !context.classes.isShared(cls, symbol.name))
    return `${symbol.name} in the class body, which instances have too`;
  return member(context.classId(cls), context.names.property(symbol.name)) as ts.MemberExpression;
}
