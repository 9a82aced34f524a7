import { isSpecial } from "../analysis/special-names.ts";
import type { ClassInfo, FunctionInfo } from "../analysis/entities.ts";
import { type FuncType, innermost, none, type Type } from "../analysis/types.ts";
import {
  annotation,
  block,
  call,
  declare,
  id,
  member,
  promiseType,
  returns,
  spread,
  thisValue,
  voidType,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { builtinNamed } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import { staticMembers, type Member } from "./class-member.ts";
import { docComment } from "./comments.ts";
import type { Context } from "./context.ts";
import { functionParts, functionShape } from "./function.ts";
import { resultType, returnType, tsType } from "./types.ts";
import { restTuple } from "./wrapper.ts";
import { decorate, isDecorator, ownDecorators } from "./function-decorators.ts";
import { members, union } from "../analysis/join.ts";
import { has } from "../analysis/kinds.ts";

/** Decorators that say what kind of method it is, rather than take a function and give one. */
const kinds: ReadonlySet<string> = new Set(["staticmethod", "classmethod", "property"]);

/** Decorators of a method that are called with it. */
export const methodDecorators = (context: Context, node: py.FunctionDef): readonly py.Expression[] =>
  ownDecorators(context, node).filter((d) => !saysKind(context, d));

const saysKind = (context: Context, decorator: py.Expression): boolean =>
  kinds.has(builtinNamed(context.module.bindings, decorator) ?? "");

/**
 * A method that decorators have wrapped. They are called once, when the class is made, with a function that takes `self` first; the
 * method calls what they gave.
 *   @retry(3)
 *   def get(self, path): …
 *     →  static readonly decoratedGet = retry(3)(function (self: Client, path: string): string { … });
 *        get(...args: [string]): string { return Client.decoratedGet(this, ...args); }
 * The reason where it cannot be.
 */
export function decoratedMethod(
  context: Context,
  cls: ClassInfo,
  fn: FunctionInfo,
  node: py.FunctionDef,
  overrides: boolean,
): readonly Member[] | string {
  const decorators = methodDecorators(context, node);
  const method = cls.methods.get(node.name);
  if (!method) return `the method ${node.name} is decorated with something that gives no function`;
  if (isSpecial(node.name)) return `the special method ${node.name} is decorated`;
  if (node.decorators.some((d) => saysKind(context, d))) return `the method ${node.name} is decorated twice`;
  const unknown = decorators.find((d) => !isDecorator(context, d) || has(context.typeOf(d), "class"));
  if (unknown) {
    return `the decorator ${context.source(unknown)} of the method ${node.name}`;
  }
  const parts = functionParts(context, fn, node, true);
  const name = context.names.property(node.name);
  const held = context.temporary(`decorated${name[0]?.toUpperCase() ?? ""}${name.slice(1)}`);
  const value = decorate(context, fn, decorators, {
    type: "FunctionExpression",
    id: null,
    ...functionShape(context, fn, parts),
  });
  const made: ts.MethodDefinition = {
    type: "MethodDefinition",
    key: id(name),
    computed: false,
    kind: "method",
    static: false,
    override: overrides,
    value: {
      type: "FunctionExpression",
      id: null,
      async: false,
      generator: false,
      params: [
        {
          type: "RestElement",
          argument: id("args"),
          typeAnnotation: annotation(restTuple(context, innermost(method).fn, 1)),
        },
      ],
      body: block([returns(call(member(context.classId(cls), held), [thisValue(), spread(id("args"))]))]),
      returnType: annotation(methodResult(context, method)),
    },
  };
  if (parts.doc !== null) context.comments.before(made, [docComment(parts.doc)]);
  return [...staticMembers(parts.before), ...staticMembers([declare("const", id(held), value)]), made];
}

/** What a wrapper gives, or the function itself that its decorator has given back. */
function methodResult(context: Context, method: FuncType): ts.TypeNode {
  const { fn, wraps } = method;
  if (!wraps) return returnType(context, fn);
  const inner = innermost(method).fn;
  if (inner.isGenerator) return returnType(context, inner);
  const results = [resultType(inner) ?? none];
  let async = inner.async;
  for (let at: FuncType | null = method; at?.wraps; at = at.wraps) {
    const own = at.fn;
    async ||= own.async;
    results.push(
      ...members(resultType(own) ?? none).filter((m) => m.k !== "unknown" && (own.returnsNothing || m.k !== "none")),
    );
  }
  const type: Type = union(results);
  const node = type.k === "none" ? voidType() : tsType(context, type);
  return async ? promiseType(node) : node;
}
