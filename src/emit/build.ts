import type * as t from "./tree.ts";

/** Builders for the TypeScript tree, one a shape that visitors need often. */

export const id = (name: string, type?: t.TypeNode): t.Identifier =>
  type ? { type: "Identifier", name, typeAnnotation: annotation(type) } : { type: "Identifier", name };

export const annotation = (type: t.TypeNode): t.TypeAnnotation => ({ type: "TSTypeAnnotation", typeAnnotation: type });

export const string = (value: string): t.Literal => ({ type: "Literal", value, raw: quote(value) });
export const boolean = (value: boolean): t.Literal => ({ type: "Literal", value, raw: String(value) });
export const nil = (): t.Literal => ({ type: "Literal", value: null, raw: "null" });
export const undefinedValue = (): t.Identifier => id("undefined");

/** A number literal; negative ones become a unary minus, as in source text. `raw` keeps a spelling such as `1.0`. */
export function number(value: number, raw?: string): t.Expression {
  if (value < 0 || Object.is(value, -0)) return unary("-", number(-value));
  return { type: "Literal", value, raw: raw ?? String(value) };
}

export const bigint = (value: bigint): t.Literal => ({
  type: "Literal",
  value,
  raw: `${value}n`,
  bigint: String(value),
});

export const call = (
  callee: t.Expression | t.Super,
  args: readonly (t.Expression | t.SpreadElement)[] = [],
  typeArguments?: readonly t.TypeNode[],
): t.CallExpression => ({
  type: "CallExpression",
  callee,
  arguments: args,
  optional: false,
  ...(typeArguments && { typeArguments: { type: "TSTypeParameterInstantiation", params: typeArguments } }),
});

export const construct = (
  callee: t.Expression,
  args: readonly (t.Expression | t.SpreadElement)[] = [],
  typeArguments?: readonly t.TypeNode[],
): t.NewExpression => ({
  type: "NewExpression",
  callee,
  arguments: args,
  ...(typeArguments && { typeArguments: { type: "TSTypeParameterInstantiation", params: typeArguments } }),
});

export const member = (object: t.Expression | t.Super, property: string): t.MemberExpression => ({
  type: "MemberExpression",
  object,
  property: id(property),
  computed: false,
  optional: false,
});

export const index = (object: t.Expression | t.Super, property: t.Expression): t.MemberExpression => ({
  type: "MemberExpression",
  object,
  property,
  computed: true,
  optional: false,
});

export const method = (
  object: t.Expression,
  name: string,
  args: readonly (t.Expression | t.SpreadElement)[] = [],
): t.CallExpression => call(member(object, name), args);

export const unary = (operator: t.UnaryExpression["operator"], argument: t.Expression): t.UnaryExpression => ({
  type: "UnaryExpression",
  operator,
  prefix: true,
  argument,
});

/** Whether an expression is the word `true`, or `false`. */
export const isConstant = (e: t.Expression, value: boolean): boolean =>
  e.type === "Identifier" && e.name === String(value);

export const not = (argument: t.Expression): t.Expression => {
  if (argument.type === "UnaryExpression" && argument.operator === "!") return argument.argument;
  if (isConstant(argument, true)) return id("false");
  if (isConstant(argument, false)) return id("true");
  const { left, right } = argument as t.BinaryExpression;
  const counts =
    argument.type === "BinaryExpression" &&
    argument.operator === ">" &&
    left.type === "MemberExpression" &&
    right.type === "Literal" &&
    right.value === 0;
  if (counts) return binary("===", left, right);
  const opposite = argument.type === "BinaryExpression" ? opposites[argument.operator] : undefined;
  if (argument.type === "BinaryExpression" && opposite) return binary(opposite, argument.left, argument.right);
  return unary("!", argument);
};

/** `!(a === b)` reads `a !== b`. Orderings are left alone: `!(a < b)` is not `a >= b` for NaN. */
const opposites: Readonly<Record<string, string>> = { "===": "!==", "!==": "===" };

export const binary = (operator: string, left: t.Expression, right: t.Expression): t.BinaryExpression => ({
  type: "BinaryExpression",
  operator,
  left,
  right,
});

export const logical = (
  operator: t.LogicalExpression["operator"],
  left: t.Expression,
  right: t.Expression,
): t.LogicalExpression => ({ type: "LogicalExpression", operator, left, right });

export const conditional = (
  test: t.Expression,
  consequent: t.Expression,
  alternate: t.Expression,
): t.ConditionalExpression => ({ type: "ConditionalExpression", test, consequent, alternate });

export const assign = (
  left: t.Expression | t.Pattern,
  right: t.Expression,
  operator = "=",
): t.AssignmentExpression => ({ type: "AssignmentExpression", operator, left, right });

export const array = (elements: readonly (t.Expression | t.SpreadElement)[]): t.ArrayExpression => ({
  type: "ArrayExpression",
  elements,
});

export const spread = (argument: t.Expression): t.SpreadElement => ({ type: "SpreadElement", argument });

export const object = (entries: readonly (readonly [string, t.Expression])[]): t.ObjectExpression => ({
  type: "ObjectExpression",
  properties: entries.map(([key, value]) => property(key, value)),
});

/** As a plain key it would give the object that prototype. */
const setsPrototype = (key: string): boolean => key === "__proto__";

const property = (key: string, value: t.Expression): t.Property => ({
  type: "Property",
  key: isIdentifierName(key) && !setsPrototype(key) ? id(key) : string(key),
  value,
  kind: "init",
  computed: setsPrototype(key),
  method: false,
  shorthand: value.type === "Identifier" && value.name === key,
});

export const awaited = (argument: t.Expression): t.AwaitExpression => ({ type: "AwaitExpression", argument });

export const thisValue = (): t.ThisExpression => ({ type: "ThisExpression" });

export const as = (expression: t.Expression, type: t.TypeNode): t.AsExpression => ({
  type: "TSAsExpression",
  expression,
  typeAnnotation: type,
});

/** `value!`. */
export const nonNull = (expression: t.Expression): t.NonNullExpression => ({ type: "TSNonNullExpression", expression });

export const arrow = (
  params: readonly t.Pattern[],
  body: t.Expression | t.BlockStatement,
  options: { async?: boolean; returnType?: t.TypeNode } = {},
): t.ArrowFunctionExpression => ({
  type: "ArrowFunctionExpression",
  async: options.async ?? false,
  expression: body.type !== "BlockStatement",
  params,
  body,
  ...(options.returnType && { returnType: annotation(options.returnType) }),
});

/** A template literal of literal texts and expressions; adjacent texts are joined, and one without expressions is a plain string. */
export function template(parts: readonly (string | t.Expression)[]): t.Expression {
  const raws: string[] = [""];
  const expressions: t.Expression[] = [];
  const add = (raw: string): void => {
    raws[raws.length - 1] += raw;
  };
  for (const part of parts) {
    if (typeof part === "string") add(escapeTemplate(part));
    else if (part.type === "Literal" && typeof part.value === "string") add(escapeTemplate(part.value));
    // `${1}` is `1`.
    else if (part.type === "Literal" && typeof part.value === "number") add(String(part.value));
    else if (part.type === "TemplateLiteral") {
      // A template inside a template is one template.
      part.quasis.forEach((quasi, i) => {
        if (i > 0) raws.push("");
        add(quasi.value.raw);
        const expression = part.expressions[i];
        if (expression) expressions.push(expression);
      });
    } else {
      // Text of anything: what TypeScript takes it for does not matter.
      expressions.push(part.type === "TSAsExpression" ? part.expression : part);
      raws.push("");
    }
  }
  if (expressions.length === 0) return string(parts.map((p) => (typeof p === "string" ? p : plainText(p))).join(""));
  const quasis = raws.map((raw, i): t.TemplateElement => ({
    type: "TemplateElement",
    value: { raw },
    tail: i === raws.length - 1,
  }));
  return { type: "TemplateLiteral", quasis, expressions };
}

const plainText = (node: t.Expression): string => (node.type === "Literal" ? String(node.value) : "");

// ── statements ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export const block = (body: readonly t.Statement[]): t.BlockStatement => ({ type: "BlockStatement", body });
/** The text of a comment that stands for an empty line. */
export const BLANK_LINE = "@blank";

/** No Python name has a dollar. */
const PLACEHOLDER = "$nothing";

/** Stands where nothing is left to be done: the printer keeps the comments at it, and leaves it out itself. */
export const placeholder = (): t.ExpressionStatement => statement(id(PLACEHOLDER));

/** A line of printed code without the placeholder that is on it; null for any other line. */
export const withoutPlaceholder = (line: string): string | null => {
  const trimmed = line.trimStart();
  return trimmed.startsWith(`${PLACEHOLDER};`)
    ? line.slice(0, line.length - trimmed.length) + trimmed.slice(PLACEHOLDER.length + 1).trimStart()
    : null;
};

export const statement = (expression: t.Expression): t.ExpressionStatement => ({
  type: "ExpressionStatement",
  expression,
});
export const returns = (argument: t.Expression | null): t.ReturnStatement => ({ type: "ReturnStatement", argument });
export const throws = (argument: t.Expression): t.ThrowStatement => ({ type: "ThrowStatement", argument });
export const breaks = (label: string | null = null): t.BreakStatement => ({
  type: "BreakStatement",
  label: label === null ? null : id(label),
});
export const continues = (label: string | null = null): t.ContinueStatement => ({
  type: "ContinueStatement",
  label: label === null ? null : id(label),
});

export const declare = (
  kind: "const" | "let",
  target: t.Pattern,
  init: t.Expression | null,
): t.VariableDeclaration => ({
  type: "VariableDeclaration",
  kind,
  declarations: [{ type: "VariableDeclarator", id: target, init }],
});

export const when = (
  test: t.Expression,
  consequent: t.Statement,
  alternate: t.Statement | null = null,
): t.IfStatement => ({ type: "IfStatement", test, consequent, alternate });

export const forOf = (
  left: t.VariableDeclaration | t.Pattern,
  right: t.Expression,
  body: t.Statement,
  isAwait = false,
): t.ForOfStatement => ({ type: "ForOfStatement", await: isAwait, left, right, body });

// ── types ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const keyword = (type: t.TypeKeyword["type"]) => (): t.TypeKeyword => ({ type });
export const stringType = keyword("TSStringKeyword");
export const numberType = keyword("TSNumberKeyword");
export const booleanType = keyword("TSBooleanKeyword");
export const nullType = keyword("TSNullKeyword");
export const undefinedType = keyword("TSUndefinedKeyword");
export const voidType = keyword("TSVoidKeyword");
export const unknownType = keyword("TSUnknownKeyword");
/** At the boundary of an untranslated place only. */
export const anyType = keyword("TSAnyKeyword");
export const neverType = keyword("TSNeverKeyword");

export const typeRef = (name: string | t.Identifier, args: readonly t.TypeNode[] = []): t.TypeReference => ({
  type: "TSTypeReference",
  typeName: typeof name === "string" ? id(name) : name,
  ...(args.length > 0 && { typeArguments: { type: "TSTypeParameterInstantiation", params: args } }),
});

/** `T[]`; a union is written `Array<A | B>`, which needs no parentheses. */
export const arrayType = (elementType: t.TypeNode): t.TypeNode =>
  elementType.type === "TSUnionType" || elementType.type === "TSFunctionType" || elementType.type === "TSTypeQuery"
    ? typeRef("Array", [elementType])
    : { type: "TSArrayType", elementType };
export const tupleType = (elementTypes: readonly t.TypeNode[]): t.TupleType => ({ type: "TSTupleType", elementTypes });
/** `A | B`; a function's type among them needs parentheses. */
export const unionType = (types: readonly t.TypeNode[]): t.TypeNode =>
  types.length === 1 && types[0]
    ? types[0]
    : {
        type: "TSUnionType",
        types: types.map((each) =>
          each.type === "TSFunctionType" ? { type: "TSParenthesizedType", typeAnnotation: each } : each,
        ),
      };
/** `T?` of a tuple's item; a union needs parentheses. */
export const optionalType = (type: t.TypeNode): t.TypeNode => ({
  type: "TSOptionalType",
  typeAnnotation:
    type.type === "TSUnionType" || type.type === "TSFunctionType"
      ? { type: "TSParenthesizedType", typeAnnotation: type }
      : type,
});
/** `{ name: T; … }`. */
export const objectType = (
  fields: readonly (readonly [string, t.TypeNode, ("optional" | undefined)?])[],
): t.TypeLiteral => ({
  type: "TSTypeLiteral",
  members: fields.map(([name, type, optional]) => ({
    type: "TSPropertySignature",
    key: isIdentifierName(name) ? id(name) : string(name),
    computed: false,
    optional: optional !== undefined,
    typeAnnotation: annotation(type),
  })),
});
export const promiseType = (type: t.TypeNode): t.TypeReference => typeRef("Promise", [type]);

// ── text ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A double-quoted TypeScript string literal; control characters and lone surrogates are escaped. */
export function quote(value: string): string {
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (c) => `\\u${hex4(c.charCodeAt(0))}`);
}

function escapeTemplate(text: string): string {
  const escaped = quote(text).slice(1, -1).replace(/\\"/g, '"');
  return escaped.replace(/`/g, "\\`").replace(/\$\{/g, "\\${");
}

const hex4 = (code: number): string => code.toString(16).padStart(4, "0");

export const isIdentifierName = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name);
