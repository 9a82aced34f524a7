import type * as py from "../python/ast.ts";

/** Builders of what a call is written out as; each part stands where the call does. */
export class Written {
  private readonly span: py.Span;

  constructor(at: py.Span) {
    this.span = { start: at.start, end: at.end };
  }

  name(id: string): py.Name {
    return { kind: "Name", id, ...this.span };
  }

  text(value: string): py.Str {
    return { kind: "Str", type: "bytes", value, triple: false, ...this.span };
  }

  attribute(value: py.Expression, attr: string): py.Attribute {
    return { kind: "Attribute", value, attr, ...this.span };
  }

  item(value: py.Expression, index: py.Expression): py.Subscript {
    return { kind: "Subscript", value, slice: { type: "index", value: index }, ...this.span };
  }

  unary(op: py.UnaryOp["op"], operand: py.Expression): py.UnaryOp {
    return { kind: "UnaryOp", op, operand, ...this.span };
  }

  binary(op: py.BinaryOperator, left: py.Expression, right: py.Expression): py.BinOp {
    return { kind: "BinOp", op, left, right, ...this.span };
  }

  compare(left: py.Expression, op: py.CompareOperator, right: py.Expression): py.Compare {
    return { kind: "Compare", left, ops: [op], comparators: [right], ...this.span };
  }

  bool(op: "and" | "or", values: readonly py.Expression[]): py.BoolOp {
    return { kind: "BoolOp", op, values, ...this.span };
  }

  /** `def name(parameters): return value` */
  method(name: string, parameters: readonly string[], value: py.Expression): py.FunctionDef {
    const plain = { leading: [], trailingComment: null, blankLinesBefore: 0, ...this.span };
    const positional = parameters.map((parameter) => this.parameter(parameter));
    return {
      kind: "FunctionDef",
      name,
      params: { positional, vararg: null, kwonly: [], kwarg: null, ...this.span },
      body: { body: [{ kind: "Return", value, ...plain }], trailing: [], ...this.span },
      decorators: [],
      returns: null,
      async: false,
      ...plain,
    };
  }

  /** `name = value` */
  assign(name: string, value: py.Expression, blankLinesBefore = 0): py.Assign {
    return {
      kind: "Assign",
      targets: [this.name(name)],
      value,
      leading: [],
      trailingComment: null,
      blankLinesBefore,
      ...this.span,
    };
  }

  tuple(elts: readonly py.Expression[]): py.Tuple {
    return { kind: "Tuple", elts, ...this.span };
  }

  call(func: py.Expression, args: readonly py.Expression[], more: Partial<py.Call> = {}): py.Call {
    return { kind: "Call", func, args, keywords: [], starargs: null, kwargs: null, ...more, ...this.span };
  }

  keyword(name: string, value: py.Expression): py.Keyword {
    return { name, value, ...this.span };
  }

  parameter(name: string, value: py.Expression | null = null): py.Parameter {
    return { target: this.name(name), default: value, annotation: null, ...this.span };
  }

  lambda(
    positional: readonly py.Parameter[],
    body: py.Expression,
    more: { readonly vararg?: py.Parameter | null; readonly kwarg?: py.Parameter | null } = {},
  ): py.Lambda {
    const { vararg = null, kwarg = null } = more;
    return { kind: "Lambda", params: { positional, vararg, kwonly: [], kwarg, ...this.span }, body, ...this.span };
  }
}

/** What is the same whenever it is evaluated: it may stand in the body of what is called later. */
export const isConstant = (e: py.Expression): boolean =>
  e.kind === "Num" || e.kind === "Str" || (e.kind === "Name" && ["None", "True", "False"].includes(e.id));
