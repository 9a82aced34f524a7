import type {
  Block,
  Comprehension,
  ExceptHandler,
  Expression,
  FormattedValue,
  JoinedStr,
  Node,
  Parameters,
  Slice,
  Statement,
} from "./ast.ts";
import { allParameters } from "./parameters.ts";

/**
 * The nodes directly below a node, in source order but for parameter defaults, which come before bodies as they are evaluated.
 * Blocks, handlers, parameters, keywords, comprehensions and slices are looked through: their expressions and statements are given.
 */
export function children(node: Node): readonly Node[] {
  switch (node.kind) {
    case "Module":
      return node.body;
    case "Name":
    case "Num":
    case "Str":
    case "InvalidExpression":
    case "Import":
    case "ImportFrom":
    case "Global":
    case "Nonlocal":
    case "Pass":
    case "Break":
    case "Continue":
    case "Invalid":
      return [];
    case "JoinedStr":
      return fields(node);
    case "FormattedValue":
      return [node.value, ...(node.format === null ? [] : fields(node.format))];
    case "BoolOp":
      return node.values;
    case "BinOp":
      return [node.left, node.right];
    case "UnaryOp":
      return [node.operand];
    case "Compare":
      return [node.left, ...node.comparators];
    case "Lambda":
      return [...parameterExpressions(node.params), node.body];
    case "IfExp":
      return [node.body, node.test, node.orelse];
    case "Dict":
      return node.items.flatMap(({ key, value }) => (key === null ? [value] : [key, value]));
    case "Set":
    case "List":
    case "Tuple":
      return node.elts;
    case "ListComp":
    case "SetComp":
    case "GeneratorExp":
      return [node.elt, ...generatorExpressions(node.generators)];
    case "DictComp":
      return [node.key, node.value, ...generatorExpressions(node.generators)];
    case "Starred":
    case "Await":
    case "Repr":
    case "Attribute":
    case "Expr":
      return [node.value];
    case "Yield":
    case "Return":
      return given(node.value);
    case "Call": {
      const keywords = node.keywords.map((keyword) => keyword.value);
      return [node.func, ...node.args, ...keywords, ...given(node.starargs, node.kwargs)];
    }
    case "Subscript":
      return [node.value, ...sliceExpressions(node.slice)];
    case "FunctionDef":
      return [...node.decorators, ...parameterExpressions(node.params), ...given(node.returns), ...node.body.body];
    case "ClassDef":
      return [...node.decorators, ...node.bases, ...node.keywords.map((keyword) => keyword.value), ...node.body.body];
    case "Delete":
      return node.targets;
    case "Assign":
      return [...node.targets, node.value];
    case "AugAssign":
      return [node.target, node.value];
    case "AnnAssign":
      return [node.target, node.annotation, ...given(node.value)];
    case "Print":
      return [...given(node.dest), ...node.values];
    case "For":
      return [node.target, node.iter, ...statements(node.body, node.orelse)];
    case "While":
    case "If":
      return [node.test, ...statements(node.body, node.orelse)];
    case "With": {
      const items = node.items.flatMap((item) => [item.context, ...given(item.target)]);
      return [...items, ...statements(node.body)];
    }
    case "Raise":
      return given(node.type, node.inst, node.tback, node.cause);
    case "Try":
      return [
        ...statements(node.body),
        ...node.handlers.flatMap(handlerNodes),
        ...statements(node.orelse, node.finalbody),
      ];
    case "Assert":
      return [node.test, ...given(node.msg)];
    case "Exec":
      return [node.body, ...given(node.globals, node.locals)];
  }
}

/**
 * Visits a node and all below it, parents first, in the order of `children`. A visitor that returns `false` is not given what is
 * below that node. Depth does not matter.
 */
export function walk(root: Node, visit: (node: Node) => boolean | void): void {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (visit(node) === false) continue;
    const below = children(node);
    for (let index = below.length - 1; index >= 0; index--) waiting.push(below[index]!);
  }
}

/** Targets, annotations and defaults. */
function parameterExpressions(parameters: Parameters): Expression[] {
  return allParameters(parameters).flatMap((each) => [each.target, ...given(each.annotation, each.default)]);
}

function generatorExpressions(generators: readonly Comprehension[]): Expression[] {
  return generators.flatMap(({ target, iter, ifs }) => [target, iter, ...ifs]);
}

/** The expressions of a subscript, in source order. */
export function sliceExpressions(slice: Slice): Expression[] {
  switch (slice.type) {
    case "index":
      return [slice.value];
    case "slice":
      return given(slice.lower, slice.upper, slice.step);
    case "extended":
      return slice.dims.flatMap(sliceExpressions);
    case "ellipsis":
      return [];
  }
}

function handlerNodes({ type, target, body }: ExceptHandler): readonly Node[] {
  return [...given(type, target), ...body.body];
}

function statements(...blocks: readonly (Block | null)[]): Statement[] {
  return blocks.flatMap((block) => block?.body ?? []);
}

function fields(node: JoinedStr): FormattedValue[] {
  return node.parts.filter((part) => typeof part !== "string");
}

function given(...expressions: readonly (Expression | null)[]): Expression[] {
  return expressions.filter((expression) => expression !== null);
}
